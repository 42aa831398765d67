package org.chainboard.engine.grad;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * All first derivatives of a function that gives several numbers: one row for each of them, one column for each number of
 * the argument, both in row-major order. It takes one sweep for each row.
 */
public final class Jacobian {
    private Jacobian() {}

    /** The m×n matrix for {@code f} that takes n numbers and gives m. */
    public static Tensor jacobian(UnaryOperator<Var> f, Tensor x) {
        return jacobian(f, Var.constant(new GraphBuilder(new Eager()), x)).value();
    }

    /** The rows of the Jacobian of a function of a vector. */
    public static double[][] jacobian(UnaryOperator<Var> f, double[] x) {
        return jacobian(f, Tensor.vector(x)).toRows();
    }

    /** The Jacobian at a value inside another function. */
    public static Var jacobian(UnaryOperator<Var> f, Var x) {
        Var argument = Gradient.fresh(x);
        return rows(f.apply(argument), argument);
    }

    static Var rows(Var result, Var argument) {
        int count = result.shape().size();
        int columns = argument.shape().size();
        List<Var> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] one = new double[count];
            one[i] = 1;
            Var seed = result.constant(Tensor.of(result.shape(), result.dtype(), one));
            rows.add(Sweep.of(result, seed, List.of(argument)).get(0).flatten());
        }
        return rows.isEmpty()
                ? argument.like(0).expand(Shape.of(0, columns))
                : Var.stack(0, rows.get(0), rows.subList(1, count).toArray(Var[]::new));
    }
}
