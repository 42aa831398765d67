package org.chainboard.app.inspector.layer;

import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Bend;
import org.chainboard.app.inspector.part.BendPlot;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.plot.PlotView;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;

/** The curve of a typed function of one argument, with the numbers its letters have now. */
final class FunctionCurve extends VBox {
    private static final double HEIGHT = 168;
    private static final int COLOUR = 1;
    private static final double FAINT = 0.3;

    private final Context context;
    private final PlotView view;
    private FunctionLayer layer;

    FunctionCurve(Context context) {
        this.context = context;
        view = context.plot(HEIGHT);
        view.setId("function-curve");
        view.setAccessibleText(context.text("curve"));
        getChildren().add(view);
        Rows.show(this, false);
    }

    void show(TypedFunction function, Map<String, Double> letters) {
        layer = function.arguments().size() == 1 ? FunctionLayer.create("", function, DType.F64) : null;
        setOpacity(1);
        live(letters);
    }

    /** The text cannot be read now: what is shown is that of an earlier text. */
    void fade() {
        setOpacity(FAINT);
    }

    void live(Map<String, Double> letters) {
        Optional<Bend> bend = Optional.ofNullable(layer).flatMap(f -> {
            for (int i = 0; i < f.letters().size(); i++) {
                Parameter letter = f.letters().get(i);
                letter.set(Tensor.scalar(letters.getOrDefault(f.f().letters().get(i), 1.0)));
            }
            // over a sample, as with mean(x), it is no function of one number: a curve would be that of the places
            // drawn
            return Bend.of(f).filter(curve -> curve.slopes().length > 0);
        });
        Rows.show(this, bend.isPresent());
        bend.ifPresent(curve ->
                view.show(new BendPlot(curve, COLOUR, context.text("curve.function"), context.text("curve.slope"))));
    }
}
