package org.chainboard.tools.training;

import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.plot.FittedCurve;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Points;
import org.chainboard.tools.plot.Surface;
import org.chainboard.tools.project.Schema;

/** One input, one number: the points and the model's curve, in the data's own units. */
record FittedLine(Tensor watched, double[] x, Points points, Schema schema) implements Outlook {
    private static final int PLACES = 160;

    static FittedLine of(Samples samples) {
        double[] inputs = Rows.of(samples.data().x(), 0);
        double[] targets = Rows.of(samples.data().y(), 0);
        Surface.Area area = Surface.Area.around(inputs, targets);
        double[] x = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            x[i] = area.x(i, PLACES);
        }
        Tensor watched = samples.schema().inputs().apply(Tensor.of(Shape.of(1, PLACES), DType.F64, x));
        Points points = new Points(inputs, targets, new int[inputs.length], samples.kept());
        return new FittedLine(watched, x, points, samples.schema());
    }

    @Override
    public Plot plot(Tensor answers) {
        if (answers == null) {
            return new FittedCurve("", points, new double[0], new double[0], "");
        }
        double[] y = Rows.of(schema.outputs().invert(answers.cast(DType.F64)), 0);
        return new FittedCurve("", points, x, y, "");
    }

    @Override
    public Kind kind() {
        return Kind.CURVE;
    }
}
