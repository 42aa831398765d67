package org.chainboard.tools.plot;

import java.util.List;

/**
 * How often each class was taken for each other: a row per actual class, a column per predicted one. What is right
 * stands on the diagonal in blue, what is wrong beside it in orange, stronger the larger its share of the row.
 *
 * @param title above the plot; empty for none
 * @param classes the names, in order
 * @param counts {@code classes * classes} counts, row by row; they belong to the plot from then on
 * @param empty what to say while nothing is counted
 */
public record ConfusionMatrix(String title, List<String> classes, int[] counts, String empty) implements Plot {
    private static final double GAP = 2;
    private static final double BELOW = 18;
    private static final double BESIDE = 8;
    private static final double STRENGTH = 0.85;
    private static final double WIDEST_NAME = 0.35;

    public ConfusionMatrix {
        classes = List.copyOf(classes);
        if (counts.length != classes.size() * classes.size()) {
            throw new IllegalArgumentException(classes.size() + " classes but " + counts.length + " counts");
        }
    }

    /**
     * Counts pairs.
     *
     * @param actual each sample's class, from 0
     * @param predicted what the model said of the same samples
     */
    public static ConfusionMatrix of(String title, List<String> classes, int[] actual, int[] predicted, String empty) {
        int[] counts = new int[classes.size() * classes.size()];
        for (int i = 0; i < actual.length; i++) {
            counts[actual[i] * classes.size() + predicted[i]]++;
        }
        return new ConfusionMatrix(title, classes, counts, empty);
    }

    @Override
    public void draw(Pen pen, Box box, Palette palette, Pointer pointer) {
        Box below = Heading.title(pen, box, title, palette);
        if (rowsTotal() == 0) {
            Heading.empty(pen, below, empty, palette);
            return;
        }
        double names = pen.textWidth(PlotWords.predicted(), TextStyle.TICK);
        for (String name : classes) {
            names = Math.max(names, pen.textWidth(name, TextStyle.TICK));
        }
        double left = Math.min(names, below.width() * WIDEST_NAME) + BESIDE;
        Box cells = below.inset(2, 0, BELOW, left);
        for (int row = 0; row < classes.size(); row++) {
            row(pen, cells, row, palette);
        }
        name(pen, PlotWords.predicted(), box.x(), cells.bottom() + 13, Align.LEFT, left, palette);
        if (pointer.over(cells)) {
            readOut(pen, cells, palette, pointer);
        }
    }

    private void row(Pen pen, Box cells, int row, Palette palette) {
        int size = classes.size();
        double height = cells.height() / size;
        double width = cells.width() / size;
        double top = Math.round(cells.y() + row * height);
        double middle = top + height / 2 + 4;
        name(pen, classes.get(row), cells.x() - BESIDE, middle, Align.RIGHT, cells.x(), palette);
        int total = Math.max(1, total(row));
        for (int column = 0; column < size; column++) {
            int count = counts[row * size + column];
            double left = Math.round(cells.x() + column * width);
            double share = (double) count / total;
            pen.rect(left, top, width - GAP, height - GAP, colour(row == column, count, share, palette));
            boolean strong = row == column ? share > 0.5 : share > 0.35;
            int ink = strong ? palette.background() : palette.text();
            pen.text(Numbers.whole(count), left + width / 2, middle, TextStyle.STRONG, Align.CENTER, ink);
            if (row == 0) {
                name(pen, classes.get(column), left + width / 2, cells.bottom() + 13, Align.CENTER, width, palette);
            }
        }
    }

    /** Mistakes are rare in a good model, so they rise faster than their share. */
    private static int colour(boolean right, int count, double share, Palette palette) {
        if (count == 0) {
            return palette.grid();
        }
        return palette.signed(STRENGTH * (right ? share : -Math.sqrt(share)));
    }

    /** Writes a name shortened to its room. */
    private static void name(Pen pen, String name, double x, double y, Align align, double room, Palette palette) {
        String shown = name;
        while (shown.length() > 2 && pen.textWidth(shown, TextStyle.TICK) > room) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        pen.text(shown, x, y, TextStyle.TICK, align, palette.muted());
    }

    private void readOut(Pen pen, Box cells, Palette palette, Pointer pointer) {
        int size = classes.size();
        int column = (int) Math.min(size - 1, (pointer.x() - cells.x()) / cells.width() * size);
        int row = (int) Math.min(size - 1, (pointer.y() - cells.y()) / cells.height() * size);
        List<ReadOut.Row> rows = List.of(
                new ReadOut.Row(palette.series(row), PlotWords.actual(), classes.get(row)),
                new ReadOut.Row(palette.series(column), PlotWords.predicted(), classes.get(column)));
        String head = Numbers.whole(counts[row * size + column]) + " / " + Numbers.whole(total(row));
        new ReadOut(head, rows).draw(pen, cells, pointer, palette);
    }

    private int total(int row) {
        int sum = 0;
        for (int column = 0; column < classes.size(); column++) {
            sum += counts[row * classes.size() + column];
        }
        return sum;
    }

    private int rowsTotal() {
        int sum = 0;
        for (int row = 0; row < classes.size(); row++) {
            sum += total(row);
        }
        return sum;
    }
}
