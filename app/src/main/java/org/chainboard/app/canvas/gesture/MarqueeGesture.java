package org.chainboard.app.canvas.gesture;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import org.chainboard.app.canvas.view.Areas;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.NodeView;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Selection;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;

/** Selects what a rectangle touches, in addition to what was selected where Shift or Ctrl is held. */
final class MarqueeGesture implements Gesture {
    private final Board board;
    private final Selection selection;
    private final Position corner;
    private final Set<String> selectedNodes;
    private final Set<Wire> selectedWires;
    private final Set<String> before;

    MarqueeGesture(Board board, Selection selection, Pointer pressed) {
        this.board = board;
        this.selection = selection;
        this.corner = pressed.world();
        this.selectedNodes = selection.nodes().get();
        this.selectedWires = selection.wires().get();
        this.before = pressed.more() ? selectedNodes : Set.of();
    }

    @Override
    public void click(Pointer pointer) {
        if (!pointer.more()) {
            selection.clear();
        }
    }

    @Override
    public void drag(Pointer pointer) {
        Rectangle2D area = Areas.between(corner, pointer.world());
        Set<String> touched = new HashSet<>(before);
        board.nodeViews()
                .filter(view -> view.area().intersects(area))
                .map(NodeView::node)
                .forEach(touched::add);
        selection.select(touched);
        Position fixed = board.camera().get().toScreen(corner);
        board.marks().marquee(Areas.between(fixed, pointer.screen()));
    }

    @Override
    public Optional<Edit> drop(Pointer pointer) {
        return Optional.empty();
    }

    @Override
    public void giveUp() {
        selection.select(selectedNodes);
        selectedWires.forEach(selection::toggle);
    }

    @Override
    public void end() {
        board.marks().clear();
    }
}
