package org.chainboard.app.inspector.layer;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Figures;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Snapshot;

/** The weights of a Dense and their gradient as heat maps, and how long the gradients are. */
final class Weights extends VBox {
    private final Context context;
    private final Label size = Rows.label("", Styles.MUTED);
    private final Label unknown = Rows.sentence(Styles.HINT);
    private final MapPair maps;
    private final VBox known = new VBox();
    private final NormRow weightNorm;
    private final NormRow biasNorm;
    private String weight = "";
    private String bias = "";
    private boolean running;
    private Shape shape;

    Weights(Context context) {
        this.context = context;
        maps = new MapPair(context);
        weightNorm = new NormRow("‖∇W‖", context);
        biasNorm = new NormRow("‖∇b‖", context);
        Label head = Rows.label("W", Styles.STRONG);
        Label left = Rows.label(context.text("weights"), Styles.MUTED, Styles.SMALL);
        Label right = Rows.label("∂loss/∂W", Styles.MUTED, Styles.SMALL);
        unknown.setId("weights-unknown");
        size.setId("weights-size");
        maps.setId("weights-maps");
        weightNorm.setId("weights-norm");
        known.getStyleClass().add(Styles.FIELD);
        known.getChildren().addAll(Rows.ends(head, size), maps, Rows.ends(left, right), weightNorm, biasNorm);
        getStyleClass().add(Styles.WEIGHTS);
        getChildren().addAll(unknown, known);
        Rows.show(known, false);
        unknown.setText(context.text("weights.none"));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** Follows the layer that is trained; empty while the drawing cannot be trained. */
    void show(Optional<Dense> layer, Facts now) {
        layer.ifPresent(dense -> {
            weight = dense.weight().name();
            bias = dense.bias() == null ? "" : dense.bias().name();
        });
        Rows.show(biasNorm, !bias.isEmpty());
        running = now.status().isRunning();
        describe();
    }

    void live(Snapshot snapshot) {
        Optional<Tensor> values = Figures.values(snapshot, weight);
        if (values.isEmpty()) {
            return;
        }
        Rows.show(known, true);
        unknown.setText("");
        shape = values.get().shape();
        describe();
        maps.show(values.get(), Figures.gradient(snapshot, weight).orElse(null));
        weightNorm.show(Figures.norm(snapshot, weight));
        biasNorm.show(Figures.norm(snapshot, bias));
    }

    private void describe() {
        if (shape != null) {
            size.setText(running ? context.text("weights.live", shape) : shape.toString());
        }
    }
}
