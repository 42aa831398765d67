package org.chainboard.app.canvas.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.ActivationCurve;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Sketch;

/** The name of a function and its curve. */
final class ActivationSkin implements Skin {
    private static final int CURVE_COLOUR = 2;
    private static final double THICKNESS = 1.5;

    private final Label title = new Label();
    private final PlotView curve;
    private final VBox card;
    private String shown = "";

    ActivationSkin(ObservableValue<Palette> palette) {
        title.getStyleClass().add(Styles.NODE_TITLE);
        curve = new PlotView(palette);
        curve.setMouseTransparent(true);
        curve.setPrefSize(0, 0);
        VBox.setVgrow(curve, Priority.ALWAYS);
        card = new VBox(title, curve);
        card.getStyleClass().addAll(Styles.NODE_CARD, Styles.KIND_ACTIVATION);
    }

    @Override
    public Region card() {
        return card;
    }

    @Override
    public void show(NetworkNode node, NetworkFacts facts) {
        title.setText(node.name());
        String function = ((Block.Activation) node.block()).name();
        if (!function.equals(shown)) {
            shown = function;
            curve.show(new Sketch(ActivationCurve.of(function), CURVE_COLOUR, THICKNESS));
        }
    }
}
