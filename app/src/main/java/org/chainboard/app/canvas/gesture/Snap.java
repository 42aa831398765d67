package org.chainboard.app.canvas.gesture;

import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.document.Point;

/** Places on the grid that is drawn. */
final class Snap {
    private Snap() {}

    /** The dot nearest to a place; the place itself where Shift is held. */
    static Point at(Point place, Board board, Pointer pointer) {
        return pointer.shift() ? place : to(place, board.gridStep());
    }

    /** The nearest place of a grid. */
    static Point to(Point place, double step) {
        return new Point(Math.round(place.x() / step) * step, Math.round(place.y() / step) * step);
    }
}
