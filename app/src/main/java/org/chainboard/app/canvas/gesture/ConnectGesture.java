package org.chainboard.app.canvas.gesture;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.NodeView;
import org.chainboard.app.canvas.view.PortView;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Edits;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;

/**
 * Draws a wire from a port to one on the other side, in either direction. A wire taken by its end is moved, or taken away
 * where it is dropped on nothing.
 */
final class ConnectGesture implements Gesture {
    private static final double SNAP_PIXELS = 24;

    private final Board board;
    private final Port fixed;
    private final boolean fromOutput;
    private final Optional<Wire> moved;
    private final Connections connections;
    private final Network network;
    /** Every port on the other side, with why the wire cannot go there. */
    private final Map<PortView, Optional<String>> targets = new LinkedHashMap<>();

    private String said = "";
    private Position where = new Position(0, 0);

    private ConnectGesture(
            Board board, Document document, Connections connections, Port fixed, boolean out, Optional<Wire> moved) {
        this.board = board;
        this.fixed = fixed;
        this.fromOutput = out;
        this.moved = moved;
        this.connections = connections;
        this.network = moved.map(document.network()::disconnect).orElse(document.network());
        board.ports()
                .filter(port -> port.isOutput() != out)
                .forEach(port -> targets.put(port, connections.refusal(network, to(port))));
        List<PortView> fitting = targets.keySet().stream().filter(this::fits).toList();
        board.mark(fitting, PortView.Mark.FITS);
        moved.ifPresent(board::hide);
    }

    /** Begins at a port; at an input with a wire that wire's end is taken. */
    static ConnectGesture at(Board board, Document document, Connections connections, PortView port) {
        Optional<Wire> taken =
                port.isOutput() ? Optional.empty() : document.network().wireInto(port.port());
        return taken.map(wire -> new ConnectGesture(board, document, connections, wire.from(), true, taken))
                .orElseGet(() -> new ConnectGesture(
                        board, document, connections, port.port(), port.isOutput(), Optional.empty()));
    }

    @Override
    public void drag(Pointer pointer) {
        Optional<PortView> target = target(pointer);
        boolean refused = target.isPresent() && !fits(target.get());
        Position end = target.filter(this::fits).map(this::place).orElse(pointer.world());
        Position start = board.place(fixed, fromOutput);
        board.marks().wire(fromOutput ? start : end, fromOutput ? end : start, refused);
        said = refused ? targets.get(target.get()).orElseThrow() : "";
        where = pointer.screen();
        board.marks().say(said, where);
    }

    @Override
    public Optional<Edit> drop(Pointer pointer) {
        Optional<PortView> target = target(pointer);
        if (target.isEmpty()) {
            return moved.map(wire -> Edits.disconnect(List.of(wire)));
        }
        if (!fits(target.get())) {
            return Optional.empty();
        }
        Wire wire = to(target.get());
        Optional<Connections.Mending> mending = connections.mending(network, wire);
        said = mending.map(Connections.Mending::sentence).orElse("");
        UnaryOperator<Network> change = mending.map(Connections.Mending::change).orElse(UnaryOperator.identity());
        return Optional.of(
                moved.map(old -> Edits.rewire(old, wire, change)).orElseGet(() -> Edits.connect(wire, change)));
    }

    @Override
    public void end() {
        board.endPreview();
        board.marks().linger(said, where);
    }

    @Override
    public boolean outlastsClick() {
        return moved.isEmpty();
    }

    private boolean fits(PortView target) {
        return targets.get(target).isEmpty();
    }

    private Position place(PortView target) {
        return board.place(target.port(), target.isOutput());
    }

    private Wire to(PortView target) {
        return fromOutput ? new Wire(fixed, target.port()) : new Wire(target.port(), fixed);
    }

    /** The port that is meant: one near the hand, or the nearest of the card under it. */
    private Optional<PortView> target(Pointer pointer) {
        double reach = SNAP_PIXELS / board.camera().get().zoom();
        return targets.keySet().stream()
                .filter(port -> place(port).distance(pointer.world()) <= reach || isOn(port, pointer))
                .min(Comparator.comparingDouble(port -> place(port).distance(pointer.world())));
    }

    private boolean isOn(PortView port, Pointer pointer) {
        String node = port.port().node();
        return !node.equals(fixed.node())
                && board.nodeAt(pointer.world())
                        .map(NodeView::node)
                        .filter(node::equals)
                        .isPresent();
    }
}
