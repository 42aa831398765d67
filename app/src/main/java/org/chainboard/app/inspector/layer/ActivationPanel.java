package org.chainboard.app.inspector.layer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.chainboard.app.inspector.part.ActivationCell;
import org.chainboard.app.inspector.part.Bend;
import org.chainboard.app.inspector.part.BendPlot;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;

/** An activation: which one, its formula and its curve. */
final class ActivationPanel extends NodePanel {
    private static final double HEIGHT = 168;
    private static final int COLOUR = 2;

    private final ComboBox<String> choice = new ComboBox<>();
    private final Label formula = Rows.sentence(Styles.FORMULA);
    private final PlotView curve;

    ActivationPanel(Context context, String id) {
        super(context, id);
        choice.setId("activation-choice");
        choice.getItems()
                .setAll(Arrays.stream(Activation.values()).map(Activation::text).toList());
        choice.setVisibleRowCount(12);
        choice.setCellFactory(list -> new ActivationCell(context.palette()));
        choice.setOnAction(event -> choose());
        formula.setId("activation-formula");
        curve = context.plot(HEIGHT);
        curve.setId("activation-curve");
        curve.setAccessibleText(context.text("curve"));
        add(Rows.field(context.text("function"), choice), formula, curve);
    }

    @Override
    void show(NetworkNode node, Facts now) {
        String name = ((Block.Activation) node.block()).name();
        Optional<Activation> row = Activation.parse(name);
        choice.setValue(row.map(Activation::text).orElse(name));
        formula.setText(row.map(this::formula).orElse(""));
        Optional<Bend> bend = row.flatMap(Bend::of);
        Rows.show(curve, bend.isPresent());
        bend.ifPresent(shape -> curve.show(new BendPlot(
                shape, COLOUR, context().text("curve.function"), context().text("curve.slope"))));
    }

    private String formula(Activation row) {
        return context().text("formula." + row.name().toLowerCase(Locale.ROOT));
    }

    private void choose() {
        String chosen = choice.getValue();
        if (chosen != null) {
            context().change(id(), "activation", new Block.Activation(chosen));
            context().history().seal();
        }
    }
}
