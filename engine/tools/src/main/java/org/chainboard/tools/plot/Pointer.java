package org.chainboard.tools.plot;

/** Where the mouse is, in the plot's own coordinates, or that it is elsewhere. */
public record Pointer(boolean present, double x, double y) {
    /** The mouse is elsewhere. */
    public static final Pointer NONE = new Pointer(false, 0, 0);

    /** The mouse is here. */
    public static Pointer at(double x, double y) {
        return new Pointer(true, x, y);
    }

    /** Whether it is over the box. */
    public boolean over(Box box) {
        return present && box.contains(x, y);
    }
}
