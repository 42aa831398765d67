package org.chainboard.app.canvas.view;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Group;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;

/** One view per wire of the document. */
final class WireLayer extends Group {
    private final NodeLayer nodes;
    private final Map<Wire, WireView> views = new LinkedHashMap<>();

    WireLayer(NodeLayer nodes) {
        this.nodes = nodes;
    }

    void show(Network network, NetworkFacts facts) {
        Set<Wire> there = Set.copyOf(network.wires());
        Set.copyOf(views.keySet()).stream()
                .filter(wire -> !there.contains(wire))
                .forEach(this::remove);
        for (Wire wire : network.wires()) {
            views.computeIfAbsent(wire, this::create).size(facts.size(wire));
        }
        redraw();
    }

    private WireView create(Wire wire) {
        WireView view = new WireView(wire);
        getChildren().add(view);
        return view;
    }

    private void remove(Wire wire) {
        getChildren().remove(views.remove(wire));
    }

    /** Draws every wire to where its ends are now; a wire that did not move costs nothing. */
    void redraw() {
        for (WireView view : views.values()) {
            Optional<NodeView> from = nodes.view(view.wire().from().node());
            Optional<NodeView> to = nodes.view(view.wire().to().node());
            if (from.isPresent() && to.isPresent()) {
                Position start = from.get().place(view.wire().from(), true);
                view.draw(start, to.get().place(view.wire().to(), false));
            }
        }
    }

    /** Shows the wires that are wanted and hides the others. */
    void show(Predicate<WireView> wanted) {
        views.values().forEach(view -> view.setVisible(wanted.test(view)));
    }

    Collection<WireView> views() {
        return views.values();
    }

    /** The wire next to this place, at most this far away. */
    Optional<WireView> near(Position place, double reach) {
        return views.values().stream()
                .filter(view -> view.distance(place) <= reach)
                .min(Comparator.comparingDouble(view -> view.distance(place)));
    }
}
