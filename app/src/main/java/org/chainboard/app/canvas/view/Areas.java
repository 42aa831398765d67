package org.chainboard.app.canvas.view;

import javafx.geometry.Rectangle2D;
import org.chainboard.tools.project.Position;

/** Arithmetic on rectangles. */
public final class Areas {
    private Areas() {}

    /** The smallest rectangle that holds both. */
    public static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
        double x = Math.min(a.getMinX(), b.getMinX());
        double y = Math.min(a.getMinY(), b.getMinY());
        double width = Math.max(a.getMaxX(), b.getMaxX()) - x;
        return new Rectangle2D(x, y, width, Math.max(a.getMaxY(), b.getMaxY()) - y);
    }

    /** The rectangle with these opposite corners. */
    public static Rectangle2D between(Position a, Position b) {
        double x = Math.min(a.x(), b.x());
        double y = Math.min(a.y(), b.y());
        return new Rectangle2D(x, y, Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    /** The rectangle with this much more on every side. */
    public static Rectangle2D grown(Rectangle2D a, double by) {
        return new Rectangle2D(a.getMinX() - by, a.getMinY() - by, a.getWidth() + 2 * by, a.getHeight() + 2 * by);
    }
}
