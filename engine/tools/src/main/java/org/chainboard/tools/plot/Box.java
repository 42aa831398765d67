package org.chainboard.tools.plot;

/** A rectangle in logical pixels; {@code x} and {@code y} are its upper left corner. */
public record Box(double x, double y, double width, double height) {

    /** The x of its right edge. */
    public double right() {
        return x + width;
    }

    /** The y of its lower edge. */
    public double bottom() {
        return y + height;
    }

    /** The box without these margins; never of negative size. */
    public Box inset(double top, double right, double bottom, double left) {
        return new Box(x + left, y + top, Math.max(0, width - left - right), Math.max(0, height - top - bottom));
    }

    /** Whether the point lies in it. */
    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    /** The largest box of this ratio of width to height that fits, in the middle. */
    public Box ofRatio(double ratio) {
        double w = Math.min(width, height * ratio);
        double h = w / ratio;
        return new Box(x + (width - w) / 2, y + (height - h) / 2, w, h);
    }
}
