package org.chainboard.app.canvas.gesture;

import org.chainboard.app.canvas.view.Board;
import org.chainboard.tools.project.Position;

/** Places on the grid that is drawn. */
final class Snap {
    private Snap() {}

    /** The dot nearest to a place; the place itself where Shift is held. */
    static Position at(Position place, Board board, Pointer pointer) {
        return pointer.shift() ? place : to(place, board.gridStep());
    }

    /** The nearest place of a grid. */
    static Position to(Position place, double step) {
        return new Position(Math.round(place.x() / step) * step, Math.round(place.y() / step) * step);
    }
}
