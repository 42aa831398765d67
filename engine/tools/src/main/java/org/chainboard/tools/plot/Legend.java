package org.chainboard.tools.plot;

import java.util.List;

/** Names of lines with a dash in their colour; what does not fit is counted: {@code +12 more}. */
final class Legend {
    static final double ROW = 15;
    private static final double DASH = 12;
    private static final double DASH_GAP = 4;
    private static final double BETWEEN = 12;

    private final Pen pen;
    private final Palette palette;

    Legend(Pen pen, Palette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    /** One name. */
    record Entry(int colour, String text) {}

    /**
     * Draws the names from the upper left corner of the box in at most {@code rows} rows.
     *
     * @param note a remark after the names, left away where there is no room
     * @return the height used
     */
    double draw(Box box, List<Entry> entries, String note, int rows) {
        double x = box.x();
        int row = 0;
        for (int i = 0; i < entries.size(); i++) {
            double width = width(entries.get(i));
            boolean lastRow = row == rows - 1;
            double tail = lastRow && i < entries.size() - 1 ? moreWidth(entries.size() - i - 1) : 0;
            if (x > box.x() && x + width + tail > box.right()) {
                if (lastRow) {
                    pen.text(
                            PlotWords.more(entries.size() - i),
                            x,
                            base(box, row),
                            TextStyle.LABEL,
                            Align.LEFT,
                            palette.muted());
                    return (row + 1) * ROW;
                }
                row++;
                x = box.x();
            }
            entry(entries.get(i), x, base(box, row));
            x += width + BETWEEN;
        }
        if (!note.isEmpty() && x + pen.textWidth(note, TextStyle.LABEL) <= box.right()) {
            pen.text(note, x, base(box, row), TextStyle.LABEL, Align.LEFT, palette.muted());
        }
        return (row + 1) * ROW;
    }

    private void entry(Entry entry, double x, double base) {
        pen.line(x, base - 3.5, x + DASH, base - 3.5, entry.colour(), 1.8);
        pen.text(entry.text(), x + DASH + DASH_GAP, base, TextStyle.LABEL, Align.LEFT, entry.colour());
    }

    private double width(Entry entry) {
        return DASH + DASH_GAP + pen.textWidth(entry.text(), TextStyle.LABEL);
    }

    private double moreWidth(int count) {
        return BETWEEN + pen.textWidth(PlotWords.more(count), TextStyle.LABEL);
    }

    private static double base(Box box, int row) {
        return box.y() + row * ROW + 11;
    }
}
