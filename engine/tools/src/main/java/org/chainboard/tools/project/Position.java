package org.chainboard.tools.project;

/** A place on the canvas; x grows to the right, y downwards, one unit is one pixel at 100 %. */
public record Position(double x, double y) {

    /** The place this far away. */
    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }

    /** How far another place is. */
    public double distance(Position other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
