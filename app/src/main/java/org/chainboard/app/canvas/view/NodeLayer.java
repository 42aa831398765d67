package org.chainboard.app.canvas.view;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import org.chainboard.app.document.Document;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.tools.project.Position;

/** One view per node of the document; a view lives as long as its node. */
final class NodeLayer extends Group {
    private final Skins skins;
    private final Map<String, NodeView> views = new LinkedHashMap<>();

    NodeLayer(Skins skins) {
        this.skins = skins;
        setAutoSizeChildren(false);
    }

    void show(Document document, NetworkFacts facts) {
        Set<String> there =
                document.network().nodes().stream().map(NetworkNode::id).collect(Collectors.toSet());
        Set.copyOf(views.keySet()).stream().filter(id -> !there.contains(id)).forEach(this::remove);
        for (NetworkNode node : document.network().nodes()) {
            NodeView view = viewOf(node);
            view.show(node, facts);
            view.moveTo(document.positions().get(node.id()));
        }
    }

    private NodeView viewOf(NetworkNode node) {
        NodeView old = views.get(node.id());
        if (old != null && old.fits(node)) {
            return old;
        }
        remove(node.id());
        NodeView view = new NodeView(node, skins.of(node.block()));
        views.put(node.id(), view);
        getChildren().add(view);
        return view;
    }

    private void remove(String id) {
        NodeView view = views.remove(id);
        if (view != null) {
            getChildren().remove(view);
        }
    }

    Collection<NodeView> views() {
        return views.values();
    }

    Optional<NodeView> view(String id) {
        return Optional.ofNullable(views.get(id));
    }

    Stream<PortView> ports() {
        return views.values().stream().flatMap(NodeView::ports);
    }

    /** Where a port is now. */
    Position place(PortView port) {
        return views.get(port.port().node()).place(port.port(), port.isOutput());
    }

    /** The card on top at this place. */
    Optional<NodeView> at(Position place) {
        return getChildren().stream()
                .map(NodeView.class::cast)
                .filter(view -> view.area().contains(place.x(), place.y()))
                .reduce((below, above) -> above);
    }

    /** Hides what is out of view, for it would be laid out and painted otherwise. */
    void cull(Rectangle2D visible) {
        views.values().forEach(view -> view.setVisible(view.area().intersects(visible)));
    }
}
