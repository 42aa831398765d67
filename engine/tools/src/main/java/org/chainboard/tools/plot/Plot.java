package org.chainboard.tools.plot;

/** A picture of some numbers. An immutable value: to show other numbers, make another plot. */
@FunctionalInterface
public interface Plot {

    /**
     * Draws the plot; what lies below is the caller's.
     *
     * @param box where to draw
     * @param pointer where the mouse is; a plot shows the values under it
     */
    void draw(Pen pen, Box box, Palette palette, Pointer pointer);
}
