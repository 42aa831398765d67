package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.WireView;
import org.chainboard.engine.network.Block;

/** The wire that a card would go into if it were dropped now. */
final class Insertion {
    private static final double REACH = 18;

    private Insertion() {}

    /** The wire near the middle of a card with this block; none where Alt is held or the block has no way through. */
    static Optional<WireView> at(Board board, Pointer pointer, Block block) {
        boolean through = block.inputs() > 0 && block.outputs() > 0;
        return through && !pointer.alt() ? board.wireNear(pointer.world(), REACH) : Optional.empty();
    }
}
