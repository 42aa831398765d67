package org.chainboard.tools.plot;

/** A pair of axes around a box: grid lines, labels, and the way between values and pixels. */
record Frame(Box inner, Axis x, Axis y) {
    private static final double LABEL_GAP = 8;
    private static final double BELOW = 19;
    private static final double ROOM_RIGHT = 10;
    private static final double LETTER_MIDDLE = 3.5;

    /** Fits the axes into a box, leaving room for the labels left and below. */
    static Frame fit(Pen pen, Box box, Axis x, Axis y) {
        double widest = 0;
        for (String label : y.labels()) {
            widest = Math.max(widest, pen.textWidth(label, TextStyle.TICK));
        }
        return new Frame(box.inset(6, ROOM_RIGHT, BELOW, widest + LABEL_GAP), x, y);
    }

    /** How many marks a box of this height can carry without crowding. */
    static int marksUpwards(double height) {
        return (int) Math.max(2, Math.min(8, height / 34));
    }

    /** How many marks a box of this width can carry without crowding. */
    static int marksAcross(double width) {
        return (int) Math.max(2, Math.min(8, width / 64));
    }

    double pixelX(double value) {
        return x.pixel(value, inner.x(), inner.right());
    }

    double pixelY(double value) {
        return y.pixel(value, inner.bottom(), inner.y());
    }

    void draw(Pen pen, Palette palette) {
        double[] rows = y.ticks();
        for (int i = 0; i < rows.length; i++) {
            double at = crisp(pixelY(rows[i]));
            pen.line(inner.x(), at, inner.right(), at, palette.grid(), 1);
            pen.text(
                    y.labels().get(i),
                    inner.x() - LABEL_GAP,
                    at + LETTER_MIDDLE,
                    TextStyle.TICK,
                    Align.RIGHT,
                    palette.muted());
        }
        drawBelow(pen, palette);
    }

    private void drawBelow(Pen pen, Palette palette) {
        double[] columns = x.ticks();
        double free = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < columns.length; i++) {
            String label = x.labels().get(i);
            double half = pen.textWidth(label, TextStyle.TICK) / 2;
            double at = Math.min(pixelX(columns[i]), inner.right() + ROOM_RIGHT - half);
            if (at - half < free) {
                continue;
            }
            pen.text(label, at, inner.bottom() + 15, TextStyle.TICK, Align.CENTER, palette.muted());
            free = at + half + LABEL_GAP;
        }
    }

    /** The middle of the pixel row that holds this y, so that a line of one pixel is sharp. */
    static double crisp(double y) {
        return Math.floor(y) + 0.5;
    }
}
