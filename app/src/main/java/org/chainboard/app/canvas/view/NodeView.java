package org.chainboard.app.canvas.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Problem;
import org.chainboard.tools.project.Position;

/** A node on the canvas: its card, its ports, and a badge where something is wrong. */
public final class NodeView extends Region {
    private static final double BADGE = 18;

    private final String id;
    private final Skin skin;
    private final Label badge = new Label("!");
    private final Tooltip sentence = new Tooltip();
    private final List<PortView> ports = new ArrayList<>();
    private CardSize size;
    private Block laidOut;

    NodeView(NetworkNode node, Skin skin) {
        this.id = node.id();
        this.skin = skin;
        setPickOnBounds(false);
        setAccessibleRole(AccessibleRole.NODE);
        badge.getStyleClass().add(Styles.PROBLEM_BADGE);
        badge.setVisible(false);
        Tooltip.install(badge, sentence);
        getChildren().addAll(skin.card(), badge);
        setId(id);
    }

    /** The id of the node it shows. */
    public String node() {
        return id;
    }

    /** Whether it can go on showing the node after a change. */
    boolean fits(NetworkNode node) {
        return laidOut == null || laidOut.getClass() == node.block().getClass();
    }

    void show(NetworkNode node, NetworkFacts facts) {
        if (!node.block().equals(laidOut)) {
            laidOut = node.block();
            size = CardSize.of(laidOut);
            layPortsOut();
        }
        skin.show(node, facts);
        setAccessibleText(String.join(" ", node.name(), facts.size(id)));
        show(facts.problem(id));
    }

    private void show(Optional<Problem> problem) {
        badge.setVisible(problem.isPresent());
        problem.ifPresent(found -> sentence.setText(found.sentence()));
        skin.card().pseudoClassStateChanged(Styles.PROBLEM, problem.isPresent());
        problem.ifPresent(found -> setAccessibleText(getAccessibleText() + ". " + found.sentence()));
    }

    void live(NodeLive live) {
        skin.live(id, live);
    }

    void select(boolean on) {
        skin.card().pseudoClassStateChanged(Styles.SELECTED, on);
    }

    /** Every port it shows. */
    public Stream<PortView> ports() {
        return ports.stream();
    }

    /** Where the port is on the canvas now. */
    public Position place(Port port, boolean output) {
        Position place = output ? size.output(port.index()) : size.input(port.index());
        return place.plus(getLayoutX(), getLayoutY());
    }

    /** The card's area on the canvas now. */
    public Rectangle2D area() {
        return size.at(new Position(getLayoutX(), getLayoutY()));
    }

    void moveTo(Position corner) {
        relocate(corner.x(), corner.y());
    }

    private void layPortsOut() {
        getChildren().removeAll(ports);
        ports.clear();
        for (int i = 0; i < shownInputs(); i++) {
            add(new PortView(new Port(id, i), false), size.input(i));
        }
        for (int i = 0; i < laidOut.outputs(); i++) {
            add(new PortView(new Port(id, i), true), size.output(i));
        }
        badge.toFront();
        resize(size.width(), size.height());
        requestLayout();
    }

    /** A loss takes its target from the data; its second port stays out of sight. */
    private int shownInputs() {
        return laidOut instanceof Block.Loss ? 1 : laidOut.inputs();
    }

    private void add(PortView port, Position place) {
        port.setCenterX(place.x());
        port.setCenterY(place.y());
        port.setManaged(false);
        ports.add(port);
        getChildren().add(port);
    }

    @Override
    protected void layoutChildren() {
        skin.card().resizeRelocate(0, 0, size.width(), size.height());
        badge.resizeRelocate(size.width() - BADGE / 2 - 4, -BADGE / 2 + 2, BADGE, BADGE);
    }

    @Override
    protected double computePrefWidth(double height) {
        return size.width();
    }

    @Override
    protected double computePrefHeight(double width) {
        return size.height();
    }
}
