package org.chainboard.engine.conformance;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * What is made of numbers of which some are infinite or none, but not taken: neither they nor what they were computed from may
 * show in the slopes of those that are.
 */
final class ArrivingRows {
    private ArrivingRows() {}

    static List<Row> all() {
        return List.of(
                taken(4, 3, 5, false, false),
                taken(4, 3, 5, true, false),
                taken(4, 3, 5, false, true),
                taken(4, 3, 5, true, true),
                taken(40, 2, 3, false, false),
                taken(2, 20, 18, false, true),
                leftOut(2, 3, 4),
                leftOut(20, 18, 3),
                leftOut(3, 18, 20),
                layers(5),
                layers(20),
                function("tanh", Var::tanh, Math::tanh),
                function("sigmoid", Var::sigmoid, x -> 1 / (1 + Math.exp(-x))),
                function("relu", Var::relu, x -> Math.max(0, x)));
    }

    /** Of every second element, which is no number, nothing is taken. */
    private static Row function(String name, UnaryOperator<Var> f, DoubleUnaryOperator again) {
        Shape size = Shape.of(21);
        Tensor keeps = Plain.array(size, at -> at[0] % 2);
        Tensor none = Plain.array(size, at -> at[0] % 2 == 1 ? 0 : Double.NaN);
        return new Row(
                name + " taken in part",
                -2,
                2,
                List.of(size),
                x -> {
                    Var value = f.apply(x.get(0).add(x.get(0).constant(none)));
                    return Var.where(value.constant(keeps), value, x.get(0));
                },
                x -> Plain.array(size, at -> {
                    double number = x.get(0).get(at[0]);
                    return at[0] % 2 == 1 ? again.applyAsDouble(number) : number;
                }));
    }

    /** log(0) where {@code keeps} is 0. */
    private static Var poles(Var x, Tensor keeps) {
        return Var.where(x.constant(keeps), x, x.mul(0).log());
    }

    private static Row row(
            String name,
            Shape result,
            List<Shape> sizes,
            Function<List<Var>, Var> use,
            Function<List<Tensor>, Function<int[], Double>> again) {
        return new Row(
                "matmul " + name,
                -2,
                2,
                sizes,
                use,
                x -> Plain.array(result, at -> again.apply(x).apply(at)));
    }

    /** Every second row of the first factor is infinite; of the product only the others are taken. */
    private static Row taken(int m, int inner, int n, boolean first, boolean second) {
        Shape a = first ? Shape.of(inner, m) : Shape.of(m, inner);
        Shape b = second ? Shape.of(n, inner) : Shape.of(inner, n);
        Tensor factor = Plain.array(a, at -> at[first ? 1 : 0] % 2);
        Tensor product = Plain.array(Shape.of(m, n), at -> at[0] % 2);
        return row(
                "taken in part",
                Shape.of(m, n),
                List.of(a, b),
                x -> {
                    Var whole = poles(x.get(0), factor).matmul(x.get(1), first, second);
                    return Var.where(whole.constant(product), whole, whole.like(0));
                },
                x -> at -> at[0] % 2 == 0
                        ? 0
                        : IntStream.range(0, inner)
                                .mapToDouble(k -> (first
                                                ? x.get(0).get(k, at[0])
                                                : x.get(0).get(at[0], k))
                                        * (second
                                                ? x.get(1).get(at[1], k)
                                                : x.get(1).get(k, at[1])))
                                .sum());
    }

    /** The first column of what arrives is 0, the first row of the other factor infinite; a number is added to each row. */
    private static Row leftOut(int m, int inner, int n) {
        Tensor arrives = Plain.array(Shape.of(m, inner), at -> Math.min(at[1], 1));
        Tensor keeps = Plain.array(Shape.of(inner, n), at -> Math.min(at[0], 1));
        MatMul op = new MatMul(false, false, MatMul.Arriving.FIRST);
        return row(
                "of what arrives, with a sum",
                Shape.of(m, n),
                List.of(Shape.of(m, inner), Shape.of(inner, n), Shape.of(m)),
                x -> Var.where(
                                x.get(0).constant(arrives),
                                x.get(0),
                                x.get(0).like(0).expand(Shape.of(m, inner)))
                        .apply(op, poles(x.get(1), keeps))
                        .add(x.get(2)),
                x -> at -> x.get(2).get(at[0])
                        + IntStream.range(1, inner)
                                .mapToDouble(
                                        k -> x.get(0).get(at[0], k) * x.get(1).get(k, at[1]))
                                .sum());
    }

    /** Two layers, of whose results those of every second sample are taken; the inputs of the others are infinite. */
    private static Row layers(int samples) {
        Tensor keeps = Plain.array(Shape.of(2, samples), at -> at[1] % 2);
        return row(
                "in two layers",
                Shape.of(2, samples),
                List.of(Shape.of(2, samples), Shape.of(3, 2), Shape.of(3), Shape.of(2, 3)),
                x -> {
                    Var hidden = x.get(1).matmul(poles(x.get(0), keeps)).add(x.get(2));
                    Var result = x.get(3).matmul(hidden.relu());
                    return Var.where(result.constant(keeps), result, result.like(0));
                },
                x -> at -> IntStream.range(0, at[1] % 2 * 3)
                        .mapToDouble(k -> x.get(3).get(at[0], k) * hidden(x, k, at[1]))
                        .sum());
    }

    private static double hidden(List<Tensor> x, int unit, int sample) {
        double sum = x.get(2).get(unit);
        for (int k = 0; k < 2; k++) {
            sum += x.get(1).get(unit, k) * x.get(0).get(k, sample);
        }
        return Math.max(0, sum);
    }
}
