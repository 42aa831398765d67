package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.CardSize;
import org.chainboard.app.canvas.view.WireView;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Edits;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;

/** Carries a new node over the canvas; dropped on a wire it goes in between. */
final class DropGesture implements Gesture {
    private final Board board;
    private final Document document;
    private final Block block;
    private final CardSize size;
    private final NetworkNode shown;
    private Optional<WireView> into = Optional.empty();

    DropGesture(Board board, Document document, Block block) {
        this.board = board;
        this.document = document;
        this.block = block;
        this.size = CardSize.of(block);
        this.shown = document.with(block, new Position(0, 0))
                .network()
                .node(document.nextId())
                .orElseThrow();
    }

    @Override
    public void drag(Pointer pointer) {
        board.marks().ghost(shown, corner(pointer));
        into = Insertion.at(board, block, hand(pointer), pointer);
        board.light(into);
    }

    @Override
    public Optional<Edit> drop(Pointer pointer) {
        if (into.isEmpty()) {
            return Optional.of(Edits.add(block, corner(pointer)));
        }
        Wire wire = into.get().wire();
        Room room = Room.on(document, wire, size, corner(pointer));
        return Optional.of(Edits.insert(block, room.corner(), wire, room.moved()));
    }

    @Override
    public void end() {
        board.endPreview();
    }

    @Override
    public boolean scrolls() {
        return false;
    }

    /** The card hangs from the hand at its middle, where its ports are. */
    private Position hand(Pointer pointer) {
        return pointer.world().plus(-size.width() / 2, -size.portRow());
    }

    private Position corner(Pointer pointer) {
        return Snap.at(hand(pointer), board, pointer);
    }
}
