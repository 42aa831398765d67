package org.chainboard.app.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.NodeNames;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;
import org.chainboard.tools.project.ProjectSettings;

/** Everything that can be done to a document. An edit of a node that is gone changes nothing. */
public final class Edits {
    private Edits() {}

    /** Adds a node; its id is {@link Document#nextId()} of the document it is added to. */
    public static Edit add(Block block, Position at) {
        return Edit.of("edit.add", List.of(NodeNames.base(block)), document -> document.with(block, at));
    }

    /**
     * Adds a node in the middle of a wire: the wire goes, two come.
     *
     * @param madeRoom where other nodes move to, so that nothing overlaps
     */
    public static Edit insert(Block block, Position at, Wire wire, Map<String, Position> madeRoom) {
        return Edit.of("edit.insert", List.of(NodeNames.base(block)), document -> {
            Document wider = document.with(block, at).withPositions(madeRoom);
            return wider.with(split(wider.network(), wire, document.nextId()));
        });
    }

    /** Moves nodes; one of them may land on a wire, which then runs through it. */
    public static Edit moveInto(String id, Map<String, Position> moved, Wire wire) {
        return Edit.of("edit.insert.node", List.of(), document -> {
            Document there = document.withPositions(moved);
            return there.with(split(there.network(), wire, id));
        });
    }

    /** Takes nodes with their wires, and other wires, away. */
    public static Edit remove(Set<String> ids, Collection<Wire> wires) {
        String key = ids.isEmpty() ? "edit.disconnect" : "edit.remove";
        int count = ids.isEmpty() ? wires.size() : ids.size();
        return Edit.of(key, List.of(count), document -> {
            Network network = document.network().remove(ids);
            for (Wire wire : wires) {
                network = network.disconnect(wire);
            }
            return document.with(network);
        });
    }

    /** Moves nodes. */
    public static Edit move(Map<String, Position> to) {
        return Edit.of("edit.move", List.of(to.size()), document -> document.withPositions(to));
    }

    /** Draws a wire, in place of one that ends at the same input. */
    public static Edit connect(Wire wire) {
        return connect(wire, UnaryOperator.identity());
    }

    /** Draws a wire and mends what it makes necessary, as one step. */
    public static Edit connect(Wire wire, UnaryOperator<Network> mend) {
        return Edit.of(
                "edit.connect", List.of(), document -> document.with(mend.apply(joined(document.network(), wire))));
    }

    /** Takes wires away. */
    public static Edit disconnect(Collection<Wire> wires) {
        return remove(Set.of(), wires);
    }

    /** Moves an end of a wire and mends what that makes necessary, as one step. */
    public static Edit rewire(Wire from, Wire to, UnaryOperator<Network> mend) {
        return Edit.of("edit.rewire", List.of(), document -> {
            Network without =
                    from.equals(to) ? document.network() : document.network().disconnect(from);
            return document.with(mend.apply(joined(without, to)));
        });
    }

    /** Gives a node other settings; a name that came from the old ones follows, wires to ports it no longer has go. */
    public static Edit change(String id, Block block) {
        return Edit.of("edit.change", List.of(NodeNames.base(block)), document -> {
            Network changed = document.network().change(id, node -> changed(document.network(), node, block));
            List<Wire> lost = changed.wires().stream()
                    .filter(wire -> beyond(wire.to(), id, block.inputs()) || beyond(wire.from(), id, block.outputs()))
                    .toList();
            for (Wire wire : lost) {
                changed = changed.disconnect(wire);
            }
            return document.with(changed);
        });
    }

    /** Gives a node another name. */
    public static Edit rename(String id, String name) {
        return Edit.of(
                "edit.rename",
                List.of(name),
                document -> document.with(document.network().change(id, node -> node.withName(name))));
    }

    /**
     * Changes how the network is trained.
     *
     * @param nameKey names what is changed
     */
    public static Edit settings(String nameKey, UnaryOperator<ProjectSettings> change) {
        return Edit.of(nameKey, List.of(), document -> document.withSettings(change.apply(document.settings())));
    }

    private static Network joined(Network network, Wire wire) {
        boolean bothThere = network.node(wire.from().node()).isPresent()
                && network.node(wire.to().node()).isPresent();
        return bothThere && !network.wires().contains(wire) ? network.connect(wire) : network;
    }

    private static Network split(Network network, Wire wire, String id) {
        Network first = joined(network.disconnect(wire), new Wire(wire.from(), new Port(id, 0)));
        return joined(first, new Wire(new Port(id, 0), wire.to()));
    }

    private static NetworkNode changed(Network network, NetworkNode node, Block block) {
        NetworkNode changed = node.withBlock(block);
        boolean namedAfterItsBlock = node.name().equals(NodeNames.base(node.block()));
        return namedAfterItsBlock ? changed.withName(NodeNames.next(network, block)) : changed;
    }

    private static boolean beyond(Port port, String id, int count) {
        return port.node().equals(id) && port.index() >= count;
    }
}
