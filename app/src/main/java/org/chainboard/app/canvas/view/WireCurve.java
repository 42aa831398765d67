package org.chainboard.app.canvas.view;

import java.util.List;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.chainboard.tools.project.Position;

/**
 * The line of a wire: it leaves an output to the right and comes to an input from the left. Where the input lies to the
 * left it turns back twice, with a straight stretch between.
 */
record WireCurve(Position from, Position to) {
    private static final double SHORTEST_PULL = 24;
    private static final double TURN = 90;
    private static final double ROOM_BELOW = 90;
    private static final int SAMPLES = 24;

    /** A cubic Bézier curve from {@code a} to {@code d}. */
    private record Bend(Position a, Position b, Position c, Position d) {
        Position at(double t) {
            return new Position(mix(a.x(), b.x(), c.x(), d.x(), t), mix(a.y(), b.y(), c.y(), d.y(), t));
        }

        private static double mix(double a, double b, double c, double d, double t) {
            double s = 1 - t;
            return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
        }
    }

    private List<Bend> bends() {
        double across = to.x() - from.x();
        if (across >= SHORTEST_PULL) {
            double pull = Math.max(across / 2, SHORTEST_PULL);
            return List.of(new Bend(from, from.plus(pull, 0), to.plus(-pull, 0), to));
        }
        double turn = Math.min(TURN, SHORTEST_PULL + from.distance(to) / 3);
        boolean sameRow = Math.abs(from.y() - to.y()) < ROOM_BELOW;
        double between = sameRow ? Math.max(from.y(), to.y()) + ROOM_BELOW : (from.y() + to.y()) / 2;
        Position middle = new Position((from.x() + to.x()) / 2, between);
        Position out = new Position(from.x() + turn, between);
        Position in = new Position(to.x() - turn, between);
        return List.of(new Bend(from, from.plus(turn, 0), out, middle), new Bend(middle, in, to.plus(-turn, 0), to));
    }

    void draw(Path path) {
        path.getElements().setAll(new MoveTo(from.x(), from.y()));
        for (Bend bend : bends()) {
            path.getElements()
                    .add(new CubicCurveTo(
                            bend.b().x(),
                            bend.b().y(),
                            bend.c().x(),
                            bend.c().y(),
                            bend.d().x(),
                            bend.d().y()));
        }
    }

    /** The place half way along. */
    Position middle() {
        List<Bend> bends = bends();
        return bends.size() == 1 ? bends.get(0).at(0.5) : bends.get(0).d();
    }

    /** How far a place is from the line. */
    double distance(Position place) {
        double nearest = Double.POSITIVE_INFINITY;
        for (Bend bend : bends()) {
            Position before = bend.a();
            for (int i = 1; i <= SAMPLES; i++) {
                Position next = bend.at(i / (double) SAMPLES);
                nearest = Math.min(nearest, distance(place, before, next));
                before = next;
            }
        }
        return nearest;
    }

    private static double distance(Position place, Position a, Position b) {
        double dx = b.x() - a.x();
        double dy = b.y() - a.y();
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : ((place.x() - a.x()) * dx + (place.y() - a.y()) * dy) / length;
        double t = Math.max(0, Math.min(1, along));
        return place.distance(a.plus(t * dx, t * dy));
    }
}
