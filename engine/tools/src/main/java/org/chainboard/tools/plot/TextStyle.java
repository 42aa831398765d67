package org.chainboard.tools.plot;

/** The few kinds of text in a plot. */
public enum TextStyle {
    TITLE(13, true),
    LABEL(11, false),
    TICK(10, false),
    STRONG(11, true),
    EMPTY(12.5, false);

    private final double size;
    private final boolean strong;

    TextStyle(double size, boolean strong) {
        this.size = size;
        this.strong = strong;
    }

    /** Font size in logical pixels. */
    public double size() {
        return size;
    }

    /** Whether it is written in semi-bold. */
    public boolean strong() {
        return strong;
    }
}
