package org.chainboard.tools.plot;

/** Which point of a line of text is given. */
public enum Align {
    LEFT(0),
    CENTER(0.5),
    RIGHT(1);

    private final double fraction;

    Align(double fraction) {
        this.fraction = fraction;
    }

    /** The left end of a text of this width whose given point is at {@code x}. */
    public double left(double x, double width) {
        return x - fraction * width;
    }
}
