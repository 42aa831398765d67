package org.chainboard.tools.plot;

import java.util.List;

/** The little card beside the mouse with the values under it. */
record ReadOut(String head, List<Row> rows) {
    private static final double PAD = 8;
    private static final double LINE = 15;
    private static final double AWAY = 12;
    private static final double DOT = 3;
    private static final double NAME_AT = 11;
    private static final double COLUMN_GAP = 14;

    /** One value; without a colour there is no dot. */
    record Row(int colour, String name, String value) {}

    /** Draws the card right of the mouse, or left of it where the box ends. */
    void draw(Pen pen, Box box, Pointer pointer, Palette palette) {
        double names = 0;
        double values = 0;
        for (Row row : rows) {
            names = Math.max(names, pen.textWidth(row.name(), TextStyle.LABEL));
            values = Math.max(values, pen.textWidth(row.value(), TextStyle.LABEL));
        }
        double rowWidth = rows.isEmpty() ? 0 : NAME_AT + names + COLUMN_GAP + values;
        double width = 2 * PAD + Math.max(rowWidth, pen.textWidth(head, TextStyle.STRONG));
        double height = 2 * PAD + (rows.size() + 1) * LINE - 4;
        double x = pointer.x() + AWAY;
        if (x + width > box.right()) {
            x = Math.max(box.x(), pointer.x() - AWAY - width);
        }
        double y = Math.max(box.y(), Math.min(pointer.y() + AWAY, box.bottom() - height));
        card(pen, new Box(Math.round(x) + 0.5, Math.round(y) + 0.5, width, height), palette);
    }

    private void card(Pen pen, Box card, Palette palette) {
        pen.roundRect(card, 5, palette.background(), palette.border());
        double base = card.y() + PAD + 9;
        pen.text(head, card.x() + PAD, base, TextStyle.STRONG, Align.LEFT, palette.text());
        for (Row row : rows) {
            base += LINE;
            if (row.colour() != Colours.NONE) {
                pen.circle(card.x() + PAD + DOT, base - 3.5, DOT, row.colour(), Colours.NONE, 0);
            }
            pen.text(row.name(), card.x() + PAD + NAME_AT, base, TextStyle.LABEL, Align.LEFT, palette.muted());
            pen.text(row.value(), card.right() - PAD, base, TextStyle.LABEL, Align.RIGHT, palette.text());
        }
    }
}
