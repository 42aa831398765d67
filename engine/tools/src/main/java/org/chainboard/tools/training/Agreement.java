package org.chainboard.tools.training;

import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.plot.FittedCurve;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Points;
import org.chainboard.tools.plot.Surface;
import org.chainboard.tools.project.Schema;

/** Numbers of several inputs: predicted against actual, the first target; where both agree is a line. */
record Agreement(Tensor watched, double[] actual, boolean[] kept, Schema schema) implements Outlook {

    static Agreement of(Samples samples) {
        Tensor watched = samples.schema().inputs().apply(samples.data().x());
        double[] actual = Rows.of(samples.data().y(), 0);
        return new Agreement(watched, actual, samples.kept(), samples.schema());
    }

    @Override
    public Plot plot(Tensor answers) {
        Surface.Area area = Surface.Area.around(actual, actual);
        double[] ends = {area.minX(), area.maxX()};
        if (answers == null) {
            return new FittedCurve("", Points.NONE, ends, ends, "");
        }
        double[] predicted = Rows.of(schema.outputs().invert(answers.cast(DType.F64)), 0);
        Points points = new Points(actual, predicted, new int[actual.length], kept);
        return new FittedCurve("", points, ends, ends, "");
    }

    @Override
    public Kind kind() {
        return Kind.AGREEMENT;
    }
}
