package org.chainboard.tools.plot;

/** The title above a plot and the sentence in an empty one. */
final class Heading {
    private static final double TITLE_HEIGHT = 20;

    private Heading() {}

    /** Draws the title, if any, and gives the box below it. */
    static Box title(Pen pen, Box box, String title, Palette palette) {
        if (title.isEmpty()) {
            return box;
        }
        pen.text(title, box.x(), box.y() + 12, TextStyle.TITLE, Align.LEFT, palette.text());
        return box.inset(TITLE_HEIGHT, 0, 0, 0);
    }

    /** Writes a sentence in the middle. */
    static void empty(Pen pen, Box box, String sentence, Palette palette) {
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2 + 4;
        pen.text(sentence, x, y, TextStyle.EMPTY, Align.CENTER, palette.muted());
    }
}
