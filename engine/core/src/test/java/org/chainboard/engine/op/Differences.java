package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;

/** Checks gradients against central differences, (f(x + h) - f(x - h)) / 2h, in double precision. */
public final class Differences {
    private static final double STEP = 1e-5;

    private Differences() {}

    /** Every partial derivative of {@code f} at {@code at} agrees with differences within {@code tolerance}, relative. */
    public static void assertAgrees(Function<List<Var>, Var> f, List<Tensor> at, double tolerance) {
        List<Tensor> exact = Gradient.gradient(f, at);
        for (int argument = 0; argument < at.size(); argument++) {
            for (int i = 0; i < at.get(argument).size(); i++) {
                double difference = (value(f, at, argument, i, STEP) - value(f, at, argument, i, -STEP)) / (2 * STEP);
                double scale = Math.max(1, Math.abs(difference));
                assertThat(exact.get(argument).get(i))
                        .as("argument %d, element %d", argument, i)
                        .isCloseTo(difference, Offset.offset(tolerance * scale));
            }
        }
    }

    private static double value(Function<List<Var>, Var> f, List<Tensor> at, int argument, int element, double step) {
        List<Tensor> moved = new ArrayList<>(at);
        double[] numbers = at.get(argument).toDoubles();
        numbers[element] += step;
        moved.set(argument, Tensor.of(at.get(argument).shape(), DType.F64, numbers));
        GraphBuilder builder = new GraphBuilder(new Eager());
        return f.apply(moved.stream().map(value -> Var.constant(builder, value)).toList())
                .item();
    }
}
