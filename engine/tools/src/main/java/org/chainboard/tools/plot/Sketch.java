package org.chainboard.tools.plot;

/**
 * A curve without axes, for icons and cards.
 *
 * @param values the curve at evenly spaced places; what is not finite is a gap
 * @param colour which colour of the palette
 * @param thickness of the line, in logical pixels
 */
public record Sketch(double[] values, int colour, double thickness) implements Plot {

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        Range range = Range.of(values);
        if (!range.something() || values.length < 2) {
            return;
        }
        Box inner = box.inset(thickness, thickness, thickness, thickness);
        double span = range.max() > range.min() ? range.max() - range.min() : 1;
        double[] xs = new double[values.length];
        double[] ys = new double[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                xs[count] = inner.x() + inner.width() * i / (values.length - 1);
                ys[count] = inner.bottom() - inner.height() * (values[i] - range.min()) / span;
                count++;
            } else {
                pen.polyline(xs, ys, count, palette.series(colour), thickness);
                count = 0;
            }
        }
        pen.polyline(xs, ys, count, palette.series(colour), thickness);
    }
}
