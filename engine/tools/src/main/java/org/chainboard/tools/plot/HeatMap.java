package org.chainboard.tools.plot;

import java.util.List;

/**
 * A matrix of signed numbers as coloured cells, the same scale on both sides of zero. A matrix with more cells than
 * pixels shows, in each pixel, its cell furthest from zero, so that nothing large is lost.
 *
 * @param title above the plot; empty for none
 * @param values {@code rows * columns} numbers, row by row; they belong to the plot from then on
 * @param limit the number at the ends of the scale; 0 takes the largest in the matrix
 * @param empty what to say while there are no cells
 */
public record HeatMap(String title, double[] values, int rows, int columns, double limit, String empty)
        implements Plot {
    private static final double ROOM_FOR_GAPS = 5;
    private static final double GAP = 1;

    public HeatMap {
        if (values.length != rows * columns) {
            throw new IllegalArgumentException(rows + "×" + columns + " cells but " + values.length + " numbers");
        }
    }

    /** A map with its own scale and no title. */
    public static HeatMap of(double[] values, int rows, int columns, String empty) {
        return new HeatMap("", values, rows, columns, 0, empty);
    }

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        Box inner = Heading.title(pen, box, title, palette);
        if (values.length == 0) {
            Heading.empty(pen, inner, empty, palette);
            return;
        }
        double scale = scale();
        double cell = Math.min(inner.width() / columns, inner.height() / rows);
        if (cell >= ROOM_FOR_GAPS) {
            cells(pen, inner, palette, scale);
        } else {
            image(pen, inner, palette, scale);
        }
        if (pointer.over(inner)) {
            readOut(pen, inner, palette, pointer);
        }
    }

    /** The number at the ends of the scale: the limit, or the largest finite distance from zero. */
    public double scale() {
        if (limit > 0) {
            return limit;
        }
        double largest = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest == 0 ? 1 : largest;
    }

    private void cells(Pen pen, Box box, Palette palette, double scale) {
        for (int r = 0; r < rows; r++) {
            double top = edge(box.y(), box.height(), r, rows);
            double bottom = edge(box.y(), box.height(), r + 1, rows) - (r < rows - 1 ? GAP : 0);
            for (int c = 0; c < columns; c++) {
                double left = edge(box.x(), box.width(), c, columns);
                double right = edge(box.x(), box.width(), c + 1, columns) - (c < columns - 1 ? GAP : 0);
                int colour = palette.signed(values[r * columns + c] / scale);
                pen.rect(left, top, right - left, bottom - top, colour);
            }
        }
        if (edgesVanish(palette)) {
            frame(pen, box, palette);
        }
    }

    private void image(Pen pen, Box box, Palette palette, double scale) {
        int wide = (int) Math.max(1, Math.min(columns, Math.round(box.width())));
        int high = (int) Math.max(1, Math.min(rows, Math.round(box.height())));
        int[] pixels = new int[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                pixels[y * wide + x] = palette.signed(strongest(y, high, x, wide) / scale);
            }
        }
        pen.image(pixels, wide, high, box, false);
        if (edgesVanish(palette)) {
            frame(pen, box, palette);
        }
    }

    private double strongest(int y, int high, int x, int wide) {
        double found = 0;
        for (int r = (int) ((long) y * rows / high); r < (long) (y + 1) * rows / high; r++) {
            for (int c = (int) ((long) x * columns / wide); c < (long) (x + 1) * columns / wide; c++) {
                double value = values[r * columns + c];
                if (!Double.isFinite(value)) {
                    return Double.NaN;
                }
                found = Math.abs(value) > Math.abs(found) ? value : found;
            }
        }
        return found;
    }

    private void readOut(Pen pen, Box box, Palette palette, Pointer pointer) {
        int c = (int) Math.min(columns - 1, (pointer.x() - box.x()) / box.width() * columns);
        int r = (int) Math.min(rows - 1, (pointer.y() - box.y()) / box.height() * rows);
        String head = "[" + r + ", " + c + "]  " + Numbers.brief(values[r * columns + c]);
        new ReadOut(head, List.of()).draw(pen, box, pointer, palette);
    }

    /** Cells at zero have the colour of the page; a thin frame keeps the matrix's size visible. */
    private static boolean edgesVanish(Palette palette) {
        return palette.neutral() == palette.background();
    }

    private static void frame(Pen pen, Box box, Palette palette) {
        pen.roundRect(
                new Box(box.x() - 0.5, box.y() - 0.5, box.width() + 1, box.height() + 1),
                0,
                Colours.NONE,
                palette.grid());
    }

    /** Whole pixels, so that cells are sharp and lie side by side. */
    private static double edge(double start, double length, int i, int count) {
        return Math.round(start + length * i / count);
    }
}
