package org.chainboard.app.canvas.view;

import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.tools.project.Position;

/** What a gesture shows while it lasts: a wire being drawn, a rectangle, a card being carried, a sentence. */
public final class Marks {
    private static final double BESIDE_POINTER = 16;
    private static final Duration TIME_TO_READ = Duration.seconds(5);

    private final Skins skins;
    private final Group inWorld = new Group();
    private final Pane onScreen = new Pane();
    private final Path wire = new Path();
    private final Rectangle marquee = new Rectangle();
    private final Label bubble = new Label();
    private final PauseTransition reading = new PauseTransition(TIME_TO_READ);
    private NodeView ghost;

    Marks(Skins skins) {
        this.skins = skins;
        wire.getStyleClass().addAll(Styles.WIRE, Styles.WIRE_PENDING);
        marquee.getStyleClass().add(Styles.MARQUEE);
        bubble.getStyleClass().add(Styles.REFUSAL);
        inWorld.setMouseTransparent(true);
        onScreen.setMouseTransparent(true);
        inWorld.getChildren().add(wire);
        onScreen.getChildren().addAll(marquee, bubble);
        reading.setOnFinished(event -> bubble.setVisible(false));
        clear();
    }

    Group inWorld() {
        return inWorld;
    }

    Pane onScreen() {
        return onScreen;
    }

    /** Shows nothing any more. */
    public void clear() {
        reading.stop();
        wire.setVisible(false);
        marquee.setVisible(false);
        bubble.setVisible(false);
        inWorld.getChildren().remove(ghost);
        ghost = null;
    }

    /** Shows a wire on its way between two places of the canvas. */
    public void wire(Position from, Position to, boolean refused) {
        new WireCurve(from, to).draw(wire);
        wire.pseudoClassStateChanged(Styles.REFUSED, refused);
        wire.setVisible(true);
    }

    /** Shows a rectangle of the view. */
    public void marquee(Rectangle2D area) {
        marquee.setX(area.getMinX() + 0.5);
        marquee.setY(area.getMinY() + 0.5);
        marquee.setWidth(area.getWidth());
        marquee.setHeight(area.getHeight());
        marquee.setVisible(true);
    }

    /** Shows a card being carried, its upper left corner at a place of the canvas. */
    public void ghost(NetworkNode node, Position corner) {
        if (ghost == null) {
            ghost = new NodeView(node, skins.of(node.block()));
            ghost.getStyleClass().add(Styles.DRAG_GHOST);
            ghost.show(node, NetworkFacts.NONE);
            inWorld.getChildren().add(ghost);
        }
        ghost.moveTo(corner);
    }

    /** Says a sentence that stays for a while after the gesture has ended, so that it can be read. */
    public void linger(String sentence, Position screen) {
        say(sentence, screen);
        reading.playFromStart();
    }

    /** Says a sentence beside a place of the view; an empty one is not shown. */
    public void say(String sentence, Position screen) {
        bubble.setVisible(!sentence.isEmpty());
        if (sentence.isEmpty()) {
            return;
        }
        bubble.setText(sentence);
        bubble.applyCss();
        bubble.autosize();
        double right = onScreen.getWidth() - bubble.getWidth() - 4;
        double bottom = onScreen.getHeight() - bubble.getHeight() - 4;
        bubble.relocate(
                Math.max(4, Math.min(right, screen.x() + BESIDE_POINTER)),
                Math.max(4, Math.min(bottom, screen.y() + BESIDE_POINTER)));
    }
}
