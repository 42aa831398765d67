package org.chainboard.engine.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The drawing as an immutable value: nodes and the wires between them, a directed graph without cycles. Every change gives
 * a new network.
 */
public record Network(List<NetworkNode> nodes, List<Wire> wires) {
    /** The empty drawing. */
    public static final Network EMPTY = new Network(List.of(), List.of());

    public Network {
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
    }

    /** The node with this id, if there is one. */
    public Optional<NetworkNode> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    /** The wire that ends at this input, if there is one. */
    public Optional<Wire> wireInto(Port input) {
        return wires.stream().filter(wire -> wire.to().equals(input)).findFirst();
    }

    /** The wires that start at any output of this node. */
    public List<Wire> wiresFrom(String id) {
        return wires.stream().filter(wire -> wire.from().node().equals(id)).toList();
    }

    /** With one node more. @throws IllegalArgumentException when the id is taken */
    public Network add(NetworkNode node) {
        if (node(node.id()).isPresent()) {
            throw new IllegalArgumentException("there is a node " + node.id() + " already");
        }
        return new Network(with(nodes, node), wires);
    }

    /** With the node of this id changed; unchanged when there is none. */
    public Network change(String id, UnaryOperator<NetworkNode> change) {
        List<NetworkNode> changed = nodes.stream()
                .map(node -> node.id().equals(id) ? change.apply(node) : node)
                .toList();
        return new Network(changed, wires);
    }

    /** Without these nodes and the wires that touch them. */
    public Network remove(Set<String> ids) {
        List<NetworkNode> keptNodes =
                nodes.stream().filter(node -> !ids.contains(node.id())).toList();
        List<Wire> keptWires = wires.stream()
                .filter(wire -> !ids.contains(wire.from().node())
                        && !ids.contains(wire.to().node()))
                .toList();
        return new Network(keptNodes, keptWires);
    }

    /** With this wire, in place of one that ends at the same input. */
    public Network connect(Wire wire) {
        List<Wire> kept =
                wires.stream().filter(other -> !other.to().equals(wire.to())).toList();
        return new Network(nodes, with(kept, wire));
    }

    /** Without this wire. */
    public Network disconnect(Wire wire) {
        return new Network(
                nodes, wires.stream().filter(other -> !other.equals(wire)).toList());
    }

    private static <T> List<T> with(List<T> list, T item) {
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    /** Whether following wires from {@code start} can lead to {@code goal}. */
    public boolean leads(String start, String goal) {
        Set<String> seen = new LinkedHashSet<>(List.of(start));
        List<String> open = new ArrayList<>(seen);
        for (int i = 0; i < open.size(); i++) {
            for (Wire wire : wiresFrom(open.get(i))) {
                if (seen.add(wire.to().node())) {
                    open.add(wire.to().node());
                }
            }
        }
        return seen.contains(goal);
    }

    /** The nodes, each after all that feed it; nodes on a cycle are left out. */
    public List<NetworkNode> ordered() {
        Map<String, Integer> waiting = new HashMap<>();
        nodes.forEach(node -> waiting.put(node.id(), 0));
        wires.forEach(wire -> waiting.merge(wire.to().node(), 1, Integer::sum));
        List<NetworkNode> order = new ArrayList<>();
        nodes.stream().filter(node -> waiting.get(node.id()) == 0).forEach(order::add);
        for (int i = 0; i < order.size(); i++) {
            for (Wire wire : wiresFrom(order.get(i).id())) {
                if (waiting.merge(wire.to().node(), -1, Integer::sum) == 0) {
                    node(wire.to().node()).ifPresent(order::add);
                }
            }
        }
        return order;
    }
}
