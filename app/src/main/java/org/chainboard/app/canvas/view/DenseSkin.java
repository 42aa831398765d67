package org.chainboard.app.canvas.view;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.tools.plot.HeatMap;
import org.chainboard.tools.plot.Palette;

/** A fully connected layer: its sizes, its weights as a heat map, its activation, and how large its gradient is. */
final class DenseSkin implements Skin {
    private static final HeatMap NO_WEIGHTS = HeatMap.of(new double[0], 0, 0, "");
    private static final String IDENTITY = "identity";

    private final PlotView map;
    private final Label activation = new Label();
    private final Region bar = new Region();
    private final StackPane track = new StackPane(bar);
    private final Card card;
    private NodeLive.Weights shown;
    private double gradient;

    DenseSkin(ObservableValue<Palette> palette) {
        map = new PlotView(palette);
        map.setMouseTransparent(true);
        map.setPrefSize(0, 0);
        VBox.setVgrow(map, Priority.ALWAYS);
        card = new Card(Styles.KIND_LAYER, map, gradientRow());
    }

    private HBox gradientRow() {
        Label sign = new Label("∇");
        sign.getStyleClass().add(Styles.GRADIENT_SIGN);
        track.getStyleClass().add(Styles.GRADIENT_TRACK);
        track.setMinWidth(0);
        track.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add(Styles.GRADIENT_BAR);
        track.widthProperty().addListener(property -> resizeBar());
        resizeBar();
        HBox.setHgrow(track, Priority.ALWAYS);
        activation.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        activation.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(6, sign, track, activation);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    @Override
    public Region card() {
        return card;
    }

    @Override
    public void show(NetworkNode node, NetworkFacts facts) {
        Block.Dense dense = (Block.Dense) node.block();
        card.title(node.name());
        card.size(facts.size(node.id()).isEmpty() ? "⇒ " + dense.units() : facts.size(node.id()));
        boolean bent = !dense.activation().equals(IDENTITY);
        activation.setText(dense.activation());
        activation.setVisible(bent);
        activation.setManaged(bent);
    }

    @Override
    public void live(String node, NodeLive live) {
        Optional<NodeLive.Weights> weights = live.weights(node);
        if (weights.orElse(null) != shown) {
            shown = weights.orElse(null);
            map.show(weights.map(DenseSkin::heatMap).orElse(NO_WEIGHTS));
        }
        double now = Math.max(0, Math.min(1, live.gradient(node).orElse(0)));
        if (now != gradient) {
            gradient = now;
            resizeBar();
        }
    }

    private static HeatMap heatMap(NodeLive.Weights weights) {
        return HeatMap.of(weights.values(), weights.rows(), weights.columns(), "");
    }

    private void resizeBar() {
        double width = gradient * track.getWidth();
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
    }
}
