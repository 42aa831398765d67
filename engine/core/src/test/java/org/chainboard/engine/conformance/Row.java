package org.chainboard.engine.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * One way to use an op.
 *
 * @param name of the op, or of the method of {@link Var}
 * @param low the arguments lie between this
 * @param high and this; the function is smooth there
 * @param sizes of the arguments
 * @param use what is checked
 * @param again the same numbers by other means: plain loops and other formulas
 */
record Row(
        String name,
        double low,
        double high,
        List<Shape> sizes,
        Function<List<Var>, Var> use,
        Function<List<Tensor>, Tensor> again) {

    /** Arguments of this row, the same ones each time; all numbers differ. */
    List<Tensor> arguments(DType dtype) {
        Rng rng = new Rng(7, Rng.stream(toString()));
        return sizes.stream()
                .map(size -> {
                    double[] numbers = new double[size.size()];
                    Arrays.setAll(numbers, i -> rng.uniform(low, high));
                    return Tensor.of(size, dtype, numbers);
                })
                .toList();
    }

    @Override
    public String toString() {
        return name + " of " + sizes;
    }
}
