package org.chainboard.app.inspector.layer;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.chainboard.app.inspector.part.ActivationField;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.inspector.part.WholeNumberField;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.train.Snapshot;
import org.controlsfx.control.ToggleSwitch;

/** A fully connected layer: its settings, and its weights with their gradient as they change. */
final class DensePanel extends NodePanel {
    private static final int MOST_UNITS = 1_000_000;

    private final Label inputs = new Label();
    private final WholeNumberField units;
    private final ActivationField activation;
    private final ComboBox<String> init = new ComboBox<>();
    private final ToggleSwitch bias = new ToggleSwitch();
    private final Weights weights;

    DensePanel(Context context, String id) {
        super(context, id);
        units = new WholeNumberField(
                context.text("outputs"),
                "dense-units",
                MOST_UNITS,
                context,
                number -> change(
                        "units", dense -> new Block.Dense(number, dense.activation(), dense.init(), dense.bias())));
        activation = new ActivationField(
                context.text("activation"),
                "dense-activation",
                context,
                chosen -> choose(
                        "activation", dense -> new Block.Dense(dense.units(), chosen, dense.init(), dense.bias())));
        weights = new Weights(context);
        inputs.setId("dense-inputs");
        init.setId("dense-init");
        for (Init row : Init.values()) {
            init.getItems().add(row.text());
        }
        init.setVisibleRowCount(12);
        init.setOnAction(event -> changeInit());
        bias.setId("dense-bias");
        bias.setAccessibleText(context.text("bias"));
        bias.selectedProperty()
                .addListener((property, before, now) ->
                        choose("bias", dense -> new Block.Dense(dense.units(), dense.activation(), dense.init(), now)));
        add(
                Rows.fact(context.text("inputs"), inputs),
                units,
                activation,
                Rows.field(context.text("init"), init),
                Rows.toggle(context.text("bias"), bias),
                weights);
    }

    @Override
    void show(NetworkNode node, Facts now) {
        Block.Dense dense = (Block.Dense) node.block();
        inputs.setText(inputs(now));
        units.show(dense.units());
        activation.show(dense.activation());
        init.setValue(dense.init());
        bias.setSelected(dense.bias());
        Optional<Layer> layer = now.layer(id());
        weights.show(layer.filter(Dense.class::isInstance).map(Dense.class::cast), now);
    }

    @Override
    public void live(Snapshot snapshot) {
        weights.live(snapshot);
    }

    private String inputs(Facts now) {
        Optional<NetworkNode> maker = NodeSizes.maker(now.network(), id());
        if (maker.isEmpty()) {
            return context().text("inputs.none");
        }
        String from = context().text("inputs.from", maker.get().name());
        return NodeSizes.inputs(now, id()).map(count -> count + "  " + from).orElse(from);
    }

    private void changeInit() {
        String chosen = init.getValue();
        if (chosen != null) {
            choose("init", dense -> new Block.Dense(dense.units(), dense.activation(), chosen, dense.bias()));
        }
    }

    /** A choice is a step of undo by itself. */
    private void choose(String field, UnaryOperator<Block.Dense> change) {
        change(field, change);
        context().history().seal();
    }

    private void change(String field, UnaryOperator<Block.Dense> change) {
        context().node(id()).map(NetworkNode::block).ifPresent(block -> {
            if (block instanceof Block.Dense dense) {
                context().change(id(), field, change.apply(dense));
            }
        });
    }
}
