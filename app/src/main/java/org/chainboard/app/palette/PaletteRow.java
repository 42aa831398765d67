package org.chainboard.app.palette;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.ActivationCurve;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Sketch;

/** A thing that can be dragged out; Enter, Space or a double-click adds it. */
final class PaletteRow extends HBox {
    private static final int CURVE_COLOUR = 2;
    private static final double STILL = 4;

    private final PaletteItem item;
    private final PaletteTarget target;
    private double pressedX;
    private double pressedY;
    private boolean dragging;
    private boolean givenUp;

    PaletteRow(PaletteItem item, String name, PaletteTarget target, ObservableValue<Palette> palette) {
        this.item = item;
        this.target = target;
        Label label = new Label(name);
        if (item.block() instanceof Block.Function && !item.name().isEmpty()) {
            label.getStyleClass().add(Styles.MONO);
        }
        getStyleClass().add(Styles.PALETTE_ITEM);
        getChildren().addAll(glyph(palette), label);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    PaletteItem item() {
        return item;
    }

    private Node glyph(ObservableValue<Palette> palette) {
        StackPane glyph = new StackPane(picture(palette));
        glyph.getStyleClass().addAll(Styles.PALETTE_GLYPH, item.section().kind());
        glyph.setMouseTransparent(true);
        return glyph;
    }

    private Node picture(ObservableValue<Palette> palette) {
        if (item.block() instanceof Block.Activation activation) {
            PlotView curve = new PlotView(palette);
            curve.setPrefSize(20, 14);
            curve.setMaxSize(20, 14);
            curve.show(new Sketch(ActivationCurve.of(activation.name()), CURVE_COLOUR, 1.4));
            return curve;
        }
        return new Label(sign(item.block()));
    }

    private static String sign(Block block) {
        if (block instanceof Block.Dense) {
            return "W";
        }
        if (block instanceof Block.Function) {
            return "ƒ";
        }
        return block instanceof Block.Input ? "x" : "ℓ";
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            requestFocus();
            pressedX = event.getSceneX();
            pressedY = event.getSceneY();
            dragging = false;
            givenUp = false;
        }
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || givenUp) {
            return;
        }
        dragging |= Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY) > STILL;
        if (dragging) {
            target.carry().at(item.block(), event);
        }
    }

    private void release(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (dragging && !givenUp) {
            target.letGo().at(item.block(), event);
        } else if (!dragging && event.getClickCount() == 2) {
            target.add().accept(item.block());
        }
        dragging = false;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && dragging) {
            givenUp = true;
            target.cancel().run();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            target.add().accept(item.block());
            event.consume();
        }
    }
}
