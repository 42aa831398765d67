package org.chainboard.tools.plot;

import java.util.Arrays;

/** The span of y in every pixel column of a box. */
final class Columns {
    private final double start;
    private final int width;
    private final double[] top;
    private final double[] bottom;

    /** Columns of {@code width} pixels from {@code start} over {@code length} pixels. */
    Columns(double start, double length, int width) {
        this.start = Math.floor(start);
        this.width = width;
        int count = Math.max(1, (int) Math.ceil((length + 1) / width));
        top = new double[count];
        bottom = new double[count];
        Arrays.fill(top, Double.POSITIVE_INFINITY);
        Arrays.fill(bottom, Double.NEGATIVE_INFINITY);
    }

    /** Adds the straight piece between two points, {@code x1 <= x2}. */
    void join(double x1, double y1, double x2, double y2) {
        int first = column(x1);
        int last = column(x2);
        if (first == last) {
            add(first, Math.min(y1, y2), Math.max(y1, y2));
            return;
        }
        for (int c = first; c <= last; c++) {
            double in = Math.max(x1, start + (double) c * width);
            double out = Math.min(x2, start + (c + 1.0) * width);
            double yIn = y1 + (y2 - y1) * (in - x1) / (x2 - x1);
            double yOut = y1 + (y2 - y1) * (out - x1) / (x2 - x1);
            add(c, Math.min(yIn, yOut), Math.max(yIn, yOut));
        }
    }

    /** Adds the same span to every column after {@code x1} up to {@code x2}. */
    void spread(double x1, double x2, double highest, double lowest) {
        int first = column(x1);
        int last = column(x2);
        for (int c = first == last ? first : first + 1; c <= last; c++) {
            add(c, highest, lowest);
        }
    }

    /** Fills every column that has something, at least {@code thinnest} pixels high. */
    void draw(Pen pen, int colour, double thinnest) {
        for (int c = 0; c < top.length; c++) {
            double height = bottom[c] - top[c];
            if (height >= 0) {
                double drawn = Math.max(height, thinnest);
                double y = top[c] - (drawn - height) / 2;
                pen.rect(start + (double) c * width, y, width, drawn, colour);
            }
        }
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(top.length - 1, Math.floor((x - start) / width)));
    }

    private void add(int column, double highest, double lowest) {
        top[column] = Math.min(top[column], highest);
        bottom[column] = Math.max(bottom[column], lowest);
    }
}
