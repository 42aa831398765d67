package org.chainboard.app.canvas.gesture;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import org.chainboard.app.canvas.view.Areas;
import org.chainboard.app.canvas.view.CardSize;
import org.chainboard.app.document.Document;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;

/**
 * Room for a card that lands on a wire: it comes to stand after the node the wire leaves, and what follows the wire moves
 * to the right as far as is needed.
 *
 * @param corner where the card stands
 * @param moved where other nodes move to, by id
 */
record Room(Position corner, Map<String, Position> moved) {
    private static final double GAP = 2 * CardSize.GRID;

    static Room on(Document document, Wire wire, CardSize card, Position wanted) {
        Rectangle2D from = area(document, wire.from().node());
        Rectangle2D to = area(document, wire.to().node());
        boolean runsOn = to.getMinX() >= from.getMaxX();
        if (!runsOn) {
            return new Room(wanted, Map.of());
        }
        Position corner = wanted;
        if (tooClose(from, card.at(corner))) {
            corner = new Position(upToGrid(from.getMaxX() + GAP), wanted.y());
        }
        if (!tooClose(to, card.at(corner))) {
            return new Room(corner, Map.of());
        }
        double by = upToGrid(corner.x() + card.width() + GAP - to.getMinX());
        return new Room(corner, pushed(document, wire.to().node(), to.getMinX(), by));
    }

    private static boolean tooClose(Rectangle2D other, Rectangle2D card) {
        return Areas.grown(card, GAP - 1).intersects(other);
    }

    private static Map<String, Position> pushed(Document document, String first, double from, double by) {
        Map<String, Position> moved = new HashMap<>();
        for (NetworkNode node : document.network().nodes()) {
            Position place = document.positions().get(node.id());
            if (place.x() >= from && document.network().leads(first, node.id())) {
                moved.put(node.id(), place.plus(by, 0));
            }
        }
        return moved;
    }

    private static Rectangle2D area(Document document, String id) {
        return CardSize.area(document, document.network().node(id).orElseThrow());
    }

    private static double upToGrid(double length) {
        return Math.ceil(length / CardSize.GRID) * CardSize.GRID;
    }
}
