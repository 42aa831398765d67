package org.chainboard.app.document;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Wire;

/**
 * What the next command is about: nodes by id, and wires. Selecting is no step of undo, but ends a run of edits that
 * would be one step; what leaves the document leaves the selection. All methods belong to the JavaFX thread.
 */
public final class Selection {
    private final ReadOnlyObjectWrapper<Set<String>> nodes = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<Set<Wire>> wires = new ReadOnlyObjectWrapper<>(Set.of());
    private final History history;

    public Selection(History history) {
        this.history = history;
        history.document().addListener((property, before, now) -> forget(now.network()));
        nodes.addListener((property, before, now) -> history.seal());
    }

    /** Ids of the selected nodes. */
    public ReadOnlyObjectProperty<Set<String>> nodes() {
        return nodes.getReadOnlyProperty();
    }

    /** The selected wires. */
    public ReadOnlyObjectProperty<Set<Wire>> wires() {
        return wires.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return nodes.get().isEmpty() && wires.get().isEmpty();
    }

    /** Selects these nodes and nothing else. */
    public void select(Set<String> ids) {
        wires.set(Set.of());
        nodes.set(Set.copyOf(ids));
    }

    /** Selects this wire and nothing else. */
    public void select(Wire wire) {
        nodes.set(Set.of());
        wires.set(Set.of(wire));
    }

    /** Takes the node in, or out when it was in. */
    public void toggle(String id) {
        nodes.set(toggled(nodes.get(), id));
    }

    /** Takes the wire in, or out when it was in. */
    public void toggle(Wire wire) {
        wires.set(toggled(wires.get(), wire));
    }

    /** Selects every node. */
    public void all() {
        select(history.now().network().nodes().stream().map(NetworkNode::id).collect(Collectors.toSet()));
    }

    /** Selects nothing. */
    public void clear() {
        select(Set.of());
    }

    private void forget(Network network) {
        Set<String> there = network.nodes().stream().map(NetworkNode::id).collect(Collectors.toSet());
        if (!there.containsAll(nodes.get())) {
            nodes.set(kept(nodes.get(), there));
        }
        Set<Wire> drawn = Set.copyOf(network.wires());
        if (!drawn.containsAll(wires.get())) {
            wires.set(kept(wires.get(), drawn));
        }
    }

    private static <T> Set<T> kept(Set<T> all, Set<T> allowed) {
        return all.stream().filter(allowed::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static <T> Set<T> toggled(Set<T> all, T one) {
        Set<T> changed = new LinkedHashSet<>(all);
        if (!changed.remove(one)) {
            changed.add(one);
        }
        return Set.copyOf(changed);
    }
}
