package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.CardSize;
import org.chainboard.app.canvas.view.WireView;
import org.chainboard.engine.network.Block;
import org.chainboard.tools.project.Position;

/** The wire that a card would go into if it were dropped now. */
final class Insertion {
    private static final double REACH = 18;

    private Insertion() {}

    /** The wire near the middle of a card in the hand; none where Alt is held or its block has no way through. */
    static Optional<WireView> at(Board board, Block block, Position corner, Pointer pointer) {
        boolean through = block.inputs() > 0 && block.outputs() > 0;
        CardSize size = CardSize.of(block);
        Position middle = corner.plus(size.width() / 2, size.portRow());
        return through && !pointer.alt() ? board.wireNear(middle, REACH) : Optional.empty();
    }
}
