package org.chainboard.app.canvas.view;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;

/** A wire: a line over its halo, with the size of what runs through it. */
public final class WireView extends Group {
    private static final double LABEL_ABOVE = 6;

    private final Wire wire;
    private final Path halo = new Path();
    private final Path line = new Path();
    private final Label label = new Label();
    private WireCurve curve = new WireCurve(new Position(0, 0), new Position(0, 0));

    WireView(Wire wire) {
        this.wire = wire;
        halo.getStyleClass().add(Styles.WIRE_HALO);
        line.getStyleClass().add(Styles.WIRE);
        line.setMouseTransparent(true);
        label.getStyleClass().add(Styles.WIRE_LABEL);
        label.setMouseTransparent(true);
        label.widthProperty().addListener(property -> placeLabel());
        getChildren().addAll(halo, line, label);
    }

    public Wire wire() {
        return wire;
    }

    void size(String text) {
        label.setText(text);
    }

    void showLabel(boolean on) {
        label.setVisible(on && !label.getText().isEmpty());
    }

    void draw(Position from, Position to) {
        WireCurve next = new WireCurve(from, to);
        if (next.equals(curve)) {
            return;
        }
        curve = next;
        curve.draw(halo);
        curve.draw(line);
        placeLabel();
    }

    private void placeLabel() {
        Position middle = curve.middle();
        label.relocate(
                Math.round(middle.x() - label.getWidth() / 2),
                Math.round(middle.y() - label.prefHeight(-1) - LABEL_ABOVE));
    }

    double distance(Position place) {
        return curve.distance(place);
    }

    void state(PseudoClass state, boolean on) {
        halo.pseudoClassStateChanged(state, on);
        line.pseudoClassStateChanged(state, on);
    }
}
