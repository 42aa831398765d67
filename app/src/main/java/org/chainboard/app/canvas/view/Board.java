package org.chainboard.app.canvas.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.chainboard.app.document.Document;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.project.Position;

/**
 * The canvas as a picture: it shows a document through a camera, says what is at a place, and shows what a gesture wants
 * shown. It changes nothing by itself but the camera. Places are canvas coordinates unless “screen” is said: pixels of
 * this region. All methods belong to the JavaFX thread.
 */
public final class Board extends Region {
    private static final double FIT_MARGIN = 64;
    private static final double MINIMAP_MARGIN = 14;
    private static final double LABELS_FROM = 0.3;

    private final Grid grid = new Grid();
    private final NodeLayer nodes;
    private final WireLayer wires;
    private final Marks marks;
    private final Translate shift = new Translate();
    private final Scale scale = new Scale();
    private final Minimap minimap = new Minimap(this::centre);
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.START);
    private Document document;

    public Board(Texts texts, ObservableValue<Palette> palette) {
        Skins skins = new Skins(texts, palette);
        nodes = new NodeLayer(skins);
        wires = new WireLayer(nodes);
        marks = new Marks(skins);
        Group world = new Group(wires, nodes, marks.inWorld());
        world.setManaged(false);
        world.getTransforms().addAll(shift, scale);
        minimap.setManaged(false);
        getStyleClass().add(Styles.CANVAS);
        setClip(clip);
        setFocusTraversable(true);
        getChildren().addAll(grid, world, minimap, marks.onScreen());
        camera.addListener(property -> requestLayout());
    }

    /** Shows this document, with what is known of it. */
    public void show(Document next, NetworkFacts facts) {
        document = next;
        nodes.show(next, facts);
        wires.show(next.network(), facts);
        requestLayout();
    }

    /** Shows the newest numbers. */
    public void live(NodeLive live) {
        nodes.views().stream().filter(NodeView::isVisible).forEach(view -> view.live(live));
        boolean flowing = live.flowing();
        wires.views().forEach(view -> view.state(Styles.LIVE_WIRE, flowing));
    }

    /** Shows what is selected. */
    public void select(Set<String> ids, Set<Wire> selected) {
        nodes.views().forEach(view -> view.select(ids.contains(view.node())));
        wires.views().forEach(view -> view.state(Styles.SELECTED, selected.contains(view.wire())));
    }

    /** Shows these nodes elsewhere until {@link #endPreview}. */
    public void preview(Map<String, Position> places) {
        places.forEach((id, place) -> nodes.view(id).ifPresent(view -> view.moveTo(place)));
        wires.redraw();
        requestLayout();
    }

    /** Shows every node where the document has it, and nothing lit up. */
    public void endPreview() {
        preview(document.positions());
        mark(List.of(), PortView.Mark.NONE);
        light(Optional.empty());
        wires.show(view -> true);
        marks.clear();
    }

    /** Hides a wire until {@link #endPreview}. */
    public void hide(Wire wire) {
        wires.show(view -> !view.wire().equals(wire));
    }

    /** Lights up the wire that a drop would go into. */
    public void light(Optional<WireView> wire) {
        wires.views()
                .forEach(view -> view.state(
                        Styles.INSERT, wire.filter(lit -> lit == view).isPresent()));
    }

    /** Marks these ports one way and dims all others; {@code NONE} marks no port at all. */
    public void mark(List<PortView> chosen, PortView.Mark mark) {
        PortView.Mark others = mark == PortView.Mark.NONE ? PortView.Mark.NONE : PortView.Mark.DIMMED;
        nodes.ports().forEach(port -> port.mark(chosen.contains(port) ? mark : others));
    }

    /** What gestures draw while they last. */
    public Marks marks() {
        return marks;
    }

    /** Every port that is shown. */
    public Stream<PortView> ports() {
        return nodes.ports();
    }

    /** The port nearest to a place, at most this many pixels away. */
    public Optional<PortView> portNear(Position place, double pixels) {
        double reach = pixels / camera.get().zoom();
        return nodes.ports()
                .filter(port -> nodes.place(port).distance(place) <= reach)
                .min(Comparator.comparingDouble(port -> nodes.place(port).distance(place)));
    }

    /** The node on top at a place. */
    public Optional<NodeView> nodeAt(Position place) {
        return nodes.at(place);
    }

    /** The wire nearest to a place, at most this many pixels away. */
    public Optional<WireView> wireNear(Position place, double pixels) {
        return wires.near(place, pixels / camera.get().zoom());
    }

    /** Every node, as it stands on the canvas. */
    public Stream<NodeView> nodeViews() {
        return nodes.views().stream();
    }

    /** Where a port is on the canvas. */
    public Position place(Port port, boolean output) {
        return nodes.view(port.node()).orElseThrow().place(port, output);
    }

    /** The grid that is drawn now, in canvas units. */
    public double gridStep() {
        return Grid.step(camera.get().zoom());
    }

    /** What is in view. */
    public ReadOnlyObjectProperty<Camera> camera() {
        return camera.getReadOnlyProperty();
    }

    public void look(Camera next) {
        camera.set(next);
    }

    /** Zooms about the middle of the view. */
    public void zoom(double wanted) {
        look(camera.get().zoomedTo(wanted, getWidth() / 2, getHeight() / 2));
    }

    /** Brings these nodes into view, or all where none is named. */
    public void fit(Set<String> ids) {
        nodes.views().stream()
                .filter(view -> ids.isEmpty() || ids.contains(view.node()))
                .map(NodeView::area)
                .reduce(Areas::union)
                .ifPresent(area -> look(Camera.showing(Areas.grown(area, FIT_MARGIN), getWidth(), getHeight())));
    }

    /** Brings a place into the middle of the view. */
    public void centre(Position place) {
        double zoom = camera.get().zoom();
        look(new Camera(place.x() - getWidth() / 2 / zoom, place.y() - getHeight() / 2 / zoom, zoom));
    }

    /** The part of the canvas in view. */
    public Rectangle2D visibleArea() {
        return camera.get().area(getWidth(), getHeight());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        Camera now = camera.get();
        clip.setWidth(width);
        clip.setHeight(height);
        grid.resize(width, height);
        grid.show(now);
        marks.onScreen().resize(width, height);
        minimap.resizeRelocate(
                width - Minimap.WIDTH - MINIMAP_MARGIN,
                height - Minimap.HEIGHT - MINIMAP_MARGIN,
                Minimap.WIDTH,
                Minimap.HEIGHT);
        scale.setX(now.zoom());
        scale.setY(now.zoom());
        shift.setX(Math.round(-now.x() * now.zoom()));
        shift.setY(Math.round(-now.y() * now.zoom()));
        nodes.cull(visibleArea());
        wires.views().forEach(view -> view.showLabel(now.zoom() >= LABELS_FROM));
        minimap.show(nodes.views().stream().map(NodeView::area).toList(), visibleArea());
    }
}
