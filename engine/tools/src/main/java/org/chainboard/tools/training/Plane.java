package org.chainboard.tools.training;

import java.util.Optional;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.plot.DecisionSurface;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Points;
import org.chainboard.tools.plot.Surface;

/** Two inputs and classes: the plane of the inputs coloured by class. */
record Plane(Tensor watched, Dataset data, Points points, Surface.Area area, boolean logits) implements Outlook {
    private static final int ACROSS = 56;
    private static final int UP = 42;

    static Plane of(Samples samples, LossFunction loss) {
        Dataset data = samples.data();
        double[] x = Rows.of(data.x(), 0);
        double[] y = Rows.of(data.x(), 1);
        Surface.Area area = Surface.Area.around(x, y);
        Tensor watched = samples.schema().inputs().apply(grid(area));
        Points points = new Points(x, y, Rows.labels(data), samples.kept());
        return new Plane(watched, data, points, area, loss.row().equals(Optional.of(Loss.LOGITCROSSENTROPY)));
    }

    private static Tensor grid(Surface.Area area) {
        double[] places = new double[2 * ACROSS * UP];
        for (int row = 0; row < UP; row++) {
            for (int column = 0; column < ACROSS; column++) {
                int at = row * ACROSS + column;
                places[at] = area.x(column, ACROSS);
                places[ACROSS * UP + at] = area.y(row, UP);
            }
        }
        return Tensor.of(Shape.of(2, ACROSS * UP), DType.F64, places);
    }

    @Override
    public Plot plot(Tensor answers) {
        Surface surface = answers == null ? null : surface(answers);
        return new DecisionSurface("", surface, points, data.classes(), "");
    }

    private Surface surface(Tensor answers) {
        Tensor shares = logits ? Activation.SOFTMAX.apply(answers) : answers;
        double[] numbers = shares.toDoubles();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.max(0, Math.min(1, numbers[i]));
        }
        return Surface.ofProbabilities(ACROSS, UP, area, data.classes().size(), numbers);
    }

    @Override
    public Kind kind() {
        return Kind.PLANE;
    }
}
