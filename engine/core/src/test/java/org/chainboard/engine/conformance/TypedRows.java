package org.chainboard.engine.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** Typed functions that go along axes and put what they find beside the array again. */
final class TypedRows {
    private static final Shape BLOCK = Shape.of(2, 3, 2);

    private interface Pair {
        double of(double x, double found);
    }

    private TypedRows() {}

    static List<Row> all() {
        ToDoubleFunction<double[]> mean = x -> Arrays.stream(x).sum() / x.length;
        ToDoubleFunction<double[]> exps = x -> Arrays.stream(x).map(Math::exp).sum();
        return List.of(
                row("x .- mean(x; dims=1)", mean, (x, found) -> x - found, 0),
                row("x .- mean(x; dims=(1, 3))", mean, (x, found) -> x - found, 0, 2),
                row("softmax(x, dims=2)", exps, (x, found) -> Math.exp(x) / found, 1),
                row("softmax(x, dims=(2, 3))", exps, (x, found) -> Math.exp(x) / found, 1, 2),
                row("logsoftmax(x, dims=3)", exps, (x, found) -> x - Math.log(found), 2));
    }

    private static Row row(String text, ToDoubleFunction<double[]> find, Pair pair, int... axes) {
        TypedFunction f = TypedFunction.of(text);
        return new Row("typed " + text, -2, 2, List.of(BLOCK), x -> f.apply(x, Map.of()), x -> {
            Tensor found = Plain.reduced(x.get(0), true, find, axes);
            return Plain.array(BLOCK, place -> pair.of(Plain.at(x.get(0), place), Plain.at(found, place)));
        });
    }
}
