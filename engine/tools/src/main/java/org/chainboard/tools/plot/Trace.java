package org.chainboard.tools.plot;

/**
 * Draws one series into a frame: few points as a smooth line, many as the span of each pixel column, which costs
 * the same however many points there are.
 */
final class Trace {
    private static final double THIN = 1.4;
    private static final double BAND_OPACITY = 0.22;

    private final Pen pen;
    private final Frame frame;
    private final int columnWidth;

    /**
     * @param columnWidth pixels per column where a line is drawn by columns
     */
    Trace(Pen pen, Frame frame, int columnWidth) {
        this.pen = pen;
        this.frame = frame;
        this.columnWidth = columnWidth;
    }

    /** The line through the last values, smooth, broken at gaps. */
    void smooth(Series series, int first, int colour, double extra) {
        int size = series.size();
        double[] xs = new double[size - first];
        double[] ys = new double[size - first];
        int count = 0;
        for (int i = first; i < size; i++) {
            if (frame.y().shows(series.last()[i])) {
                xs[count] = frame.pixelX(series.steps()[i]);
                ys[count] = frame.pixelY(series.last()[i]);
                count++;
            } else {
                stroke(xs, ys, count, colour, extra);
                count = 0;
            }
        }
        stroke(xs, ys, count, colour, extra);
    }

    /** The span of the last values in each pixel column, neighbouring columns touching. */
    void columns(Series series, int first, int colour, double extra) {
        Columns columns = newColumns();
        double beforeX = Double.NaN;
        double beforeY = Double.NaN;
        for (int i = first; i < series.size(); i++) {
            if (!frame.y().shows(series.last()[i])) {
                beforeX = Double.NaN;
                continue;
            }
            double x = frame.pixelX(series.steps()[i]);
            double y = frame.pixelY(series.last()[i]);
            columns.join(Double.isNaN(beforeX) ? x : beforeX, Double.isNaN(beforeX) ? y : beforeY, x, y);
            beforeX = x;
            beforeY = y;
        }
        columns.draw(pen, colour, THIN + extra);
    }

    /** From the smallest to the largest value in each bucket, as a pale band behind the line. */
    void band(Series series, int first, int colour) {
        Columns columns = newColumns();
        double beforeX = Double.NaN;
        for (int i = first; i < series.size(); i++) {
            double low = series.min()[i];
            double high = series.max()[i];
            if (!frame.y().shows(low) || !frame.y().shows(high)) {
                beforeX = Double.NaN;
                continue;
            }
            double x = frame.pixelX(series.steps()[i]);
            double from = Double.isNaN(beforeX) ? x : beforeX;
            columns.spread(from, x, frame.pixelY(high), frame.pixelY(low));
            beforeX = x;
        }
        columns.draw(pen, Colours.fade(colour, BAND_OPACITY), 0);
    }

    private Columns newColumns() {
        return new Columns(frame.inner().x(), frame.inner().width(), columnWidth);
    }

    private void stroke(double[] xs, double[] ys, int count, int colour, double extra) {
        if (count == 1) {
            pen.circle(xs[0], ys[0], 1.5 + extra, colour, Colours.NONE, 0);
        } else if (count > 1) {
            pen.polyline(xs, ys, count, colour, THIN + extra);
        }
    }
}
