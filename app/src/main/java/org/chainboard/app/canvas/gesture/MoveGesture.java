package org.chainboard.app.canvas.gesture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.CardSize;
import org.chainboard.app.canvas.view.WireView;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.Selection;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;

/** Moves the selected nodes; a single one without wires may land on a wire. A click selects. */
final class MoveGesture implements Gesture {
    private final Board board;
    private final Document document;
    private final Selection selection;
    private final String grabbed;
    private final Position start;
    private Optional<WireView> into = Optional.empty();

    MoveGesture(Board board, Document document, Selection selection, String grabbed, Pointer pressed) {
        this.board = board;
        this.document = document;
        this.selection = selection;
        this.grabbed = grabbed;
        this.start = pressed.world();
        if (!pressed.more() && !selected()) {
            selection.select(Set.of(grabbed));
        }
    }

    private boolean selected() {
        return selection.nodes().get().contains(grabbed);
    }

    @Override
    public void click(Pointer pointer) {
        if (pointer.more()) {
            selection.toggle(grabbed);
        } else {
            selection.select(Set.of(grabbed));
        }
    }

    @Override
    public void drag(Pointer pointer) {
        if (!selected()) {
            selection.toggle(grabbed);
        }
        Map<String, Position> places = places(pointer);
        board.preview(places);
        boolean alone = places.size() == 1 && loose();
        into = alone ? Insertion.at(board, block(), hand(pointer), pointer) : Optional.empty();
        board.light(into);
    }

    @Override
    public Optional<Edit> drop(Pointer pointer) {
        Map<String, Position> places = places(pointer);
        if (into.isPresent()) {
            Wire wire = into.get().wire();
            Room room = Room.on(document, wire, CardSize.of(block()), places.get(grabbed));
            Map<String, Position> all = new HashMap<>(room.moved());
            all.put(grabbed, room.corner());
            return Optional.of(Edits.moveInto(grabbed, all, wire));
        }
        return places.get(grabbed).equals(document.positions().get(grabbed))
                ? Optional.empty()
                : Optional.of(Edits.move(places));
    }

    @Override
    public void end() {
        board.endPreview();
    }

    /** Where the nodes are when the hand is here: the one in the hand on the grid, the others as far from it as before. */
    private Map<String, Position> places(Pointer pointer) {
        Position before = document.positions().get(grabbed);
        Position now = Snap.at(hand(pointer), board, pointer);
        Map<String, Position> places = new HashMap<>();
        for (String id : selection.nodes().get()) {
            places.put(id, document.positions().get(id).plus(now.x() - before.x(), now.y() - before.y()));
        }
        return places;
    }

    /** Where the corner of the card in the hand would be without a grid. */
    private Position hand(Pointer pointer) {
        Position before = document.positions().get(grabbed);
        return before.plus(pointer.world().x() - start.x(), pointer.world().y() - start.y());
    }

    private Block block() {
        return document.network().node(grabbed).orElseThrow().block();
    }

    private boolean loose() {
        return document.network().wires().stream().noneMatch(wire -> wire.touches(grabbed));
    }
}
