package org.chainboard.app.document;

/** A place on the canvas; x grows to the right, y downwards, one unit is one pixel at 100 %. */
public record Point(double x, double y) {

    /** The place this far away. */
    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** How far another place is. */
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
