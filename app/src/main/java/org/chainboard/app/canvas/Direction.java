package org.chainboard.app.canvas;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.chainboard.app.canvas.view.NodeView;

/** One of the four ways of the arrow keys. */
enum Direction {
    LEFT(-1, 0),
    RIGHT(1, 0),
    UP(0, -1),
    DOWN(0, 1);

    private static final double ASIDE = 2;

    private final int dx;
    private final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    int dx() {
        return dx;
    }

    int dy() {
        return dy;
    }

    /** The nearest node on this side; what lies straight ahead counts as nearer. */
    Optional<NodeView> next(NodeView from, Collection<NodeView> all) {
        return all.stream()
                .filter(view -> view != from && ahead(from, view) > 0)
                .min(Comparator.comparingDouble(view -> ahead(from, view) + ASIDE * aside(from, view)));
    }

    private double ahead(NodeView from, NodeView to) {
        return dx * across(from, to) + dy * down(from, to);
    }

    private double aside(NodeView from, NodeView to) {
        return Math.abs(dx == 0 ? across(from, to) : down(from, to));
    }

    private static double across(NodeView from, NodeView to) {
        Rectangle2D a = from.area();
        Rectangle2D b = to.area();
        return (b.getMinX() + b.getMaxX() - a.getMinX() - a.getMaxX()) / 2;
    }

    private static double down(NodeView from, NodeView to) {
        Rectangle2D a = from.area();
        Rectangle2D b = to.area();
        return (b.getMinY() + b.getMaxY() - a.getMinY() - a.getMaxY()) / 2;
    }
}
