package org.chainboard.engine.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;

/** The table of all ops, and the scalars by which slopes are compared. */
final class Rows {
    private Rows() {}

    static List<Row> all() {
        return Stream.of(
                        ElementWiseRows.all(),
                        ReductionRows.all(),
                        ArrayRows.all(),
                        ArrivingRows.all(),
                        TypedRows.all())
                .flatMap(List::stream)
                .toList();
    }

    /** A scalar that weighs every element of the result differently, so that no two slopes can be swapped unseen. */
    static Var weighed(Var y) {
        Rng rng = new Rng(11, 3);
        double[] weights = new double[y.shape().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = rng.uniform(0.5, 1.5);
        }
        return y.mul(y.constant(Tensor.of(y.shape(), y.dtype(), weights))).sum();
    }

    /** A scalar made of all slopes of the square of what the row gives; its own slopes are second derivatives. */
    static Function<List<Var>, Var> slopes(Row row) {
        return arguments -> Gradient.gradientOf(x -> weighed(row.use().apply(x).square()), arguments).stream()
                .map(Rows::weighed)
                .reduce(Var::add)
                .orElseThrow();
    }
}
