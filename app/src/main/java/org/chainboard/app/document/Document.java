package org.chainboard.app.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.NodeNames;
import org.chainboard.tools.project.Position;
import org.chainboard.tools.project.ProjectSettings;

/**
 * Everything a person has made, as a value. Training changes no document.
 *
 * @param network nodes and wires
 * @param positions upper left corner of each node's card, by the node's id; one for every node
 * @param settings how it is trained
 * @param nextNode number of the next new node: ids are never used twice, for weights follow them
 */
public record Document(Network network, Map<String, Position> positions, ProjectSettings settings, int nextNode) {
    private static final String ID = "n";
    private static final Position FIRST_INPUT = new Position(60, 160);
    private static final Position FIRST_LOSS = new Position(760, 160);

    public Document {
        Objects.requireNonNull(network);
        Objects.requireNonNull(settings);
        positions = Map.copyOf(positions);
        for (NetworkNode node : network.nodes()) {
            if (!positions.containsKey(node.id())) {
                throw new IllegalArgumentException("no position for node " + node.id());
            }
        }
    }

    /** A document from its parts, as a file gives them; new nodes get ids above those in use. */
    public static Document of(Network network, Map<String, Position> positions, ProjectSettings settings) {
        int highest = network.nodes().stream()
                .mapToInt(node -> number(node.id()))
                .max()
                .orElse(0);
        return new Document(network, positions, settings, highest + 1);
    }

    /** What a person starts with: one input and one loss, apart. */
    public static Document blank(ProjectSettings settings) {
        Document empty = of(Network.EMPTY, Map.of(), settings);
        return empty.with(new Block.Input(), FIRST_INPUT).with(new Block.Loss(), FIRST_LOSS);
    }

    /** With new nodes numbered from here on, or from where it is further on already. */
    Document withIdsFrom(int number) {
        return new Document(network, positions, settings, Math.max(nextNode, number));
    }

    /** The id of the node that the next {@link #with(Block, Position)} adds. */
    public String nextId() {
        return ID + nextNode;
    }

    /** With one new node here, named as the next of its kind. */
    public Document with(Block block, Position at) {
        NetworkNode node = new NetworkNode(nextId(), NodeNames.next(network, block), block);
        Map<String, Position> more = new HashMap<>(positions);
        more.put(node.id(), at);
        return new Document(network.add(node), more, settings, nextNode + 1);
    }

    /** With another network; positions of nodes that are gone are forgotten. */
    public Document with(Network changed) {
        Map<String, Position> kept = new HashMap<>(positions);
        kept.keySet().retainAll(changed.nodes().stream().map(NetworkNode::id).toList());
        return new Document(changed, kept, settings, nextNode);
    }

    /** With these nodes elsewhere. */
    public Document withPositions(Map<String, Position> moved) {
        Map<String, Position> all = new HashMap<>(positions);
        moved.forEach((id, at) -> all.replace(id, at));
        return new Document(network, all, settings, nextNode);
    }

    public Document withSettings(ProjectSettings changed) {
        return new Document(network, positions, changed, nextNode);
    }

    private static int number(String id) {
        return id.matches(ID + "\\d{1,8}") ? Integer.parseInt(id.substring(ID.length())) : 0;
    }
}
