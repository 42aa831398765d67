package org.chainboard.app.canvas;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.chainboard.app.canvas.view.Areas;
import org.chainboard.app.canvas.view.CardSize;
import org.chainboard.tools.project.Position;

/** Where a new card lies on no other one. */
final class FreePlace {
    private static final double GAP = CardSize.GRID - 1;

    private FreePlace() {}

    /** The free place on the grid that is nearest to the wanted one, both as upper left corners. */
    static Position near(Position wanted, CardSize size, List<Rectangle2D> taken) {
        Position onGrid = new Position(snapped(wanted.x()), snapped(wanted.y()));
        return IntStream.iterate(0, ring -> ring + 1)
                .boxed()
                .flatMap(ring -> ring(onGrid, ring))
                .filter(place -> isFree(size.at(place), taken))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(Rectangle2D card, List<Rectangle2D> taken) {
        return taken.stream().noneMatch(Areas.grown(card, GAP)::intersects);
    }

    /** The dots on the edge of a square around the middle, the nearest first. */
    private static Stream<Position> ring(Position middle, int ring) {
        return IntStream.rangeClosed(-ring, ring)
                .boxed()
                .flatMap(row -> IntStream.rangeClosed(-ring, ring)
                        .filter(column -> Math.max(Math.abs(row), Math.abs(column)) == ring)
                        .mapToObj(column -> middle.plus(column * CardSize.GRID, row * CardSize.GRID)))
                .sorted((a, b) -> Double.compare(a.distance(middle), b.distance(middle)));
    }

    private static double snapped(double length) {
        return Math.round(length / CardSize.GRID) * CardSize.GRID;
    }
}
