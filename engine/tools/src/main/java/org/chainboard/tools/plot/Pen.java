package org.chainboard.tools.plot;

/**
 * What a plot needs to draw. Lengths are logical pixels, y grows downwards, colours are packed
 * {@code 0xAARRGGBB}. A pen keeps no state but the clip: every call says all it needs.
 */
public interface Pen {

    /** Fills a rectangle. */
    void rect(double x, double y, double width, double height, int colour);

    /** Draws the outline of a rectangle with rounded corners, filled inside. */
    void roundRect(Box box, double radius, int fill, int stroke);

    /** Draws one straight line. */
    void line(double x1, double y1, double x2, double y2, int colour, double thickness);

    /** Draws the first {@code count} points, joined. */
    void polyline(double[] xs, double[] ys, int count, int colour, double thickness);

    /** Draws a disc with an outline; a transparent colour leaves that part away. */
    void circle(double x, double y, double radius, int fill, int stroke, double thickness);

    /** Writes one line; {@code x} is its left end, middle or right end, {@code y} its base line. */
    void text(String text, double x, double y, TextStyle style, Align align, int colour);

    /** The width that {@link #text} takes. */
    double textWidth(String text, TextStyle style);

    /**
     * Draws an image over a box.
     *
     * @param pixels {@code width * height} colours, row by row from the top
     * @param smooth whether to blend between pixels when it is enlarged; otherwise its pixels stay crisp
     */
    void image(int[] pixels, int width, int height, Box box, boolean smooth);

    /** Runs the drawing with everything outside the box left alone. */
    void clipped(Box box, Runnable drawing);
}
