package org.chainboard.engine.grad;

import java.util.List;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * All second derivatives of a function that gives a single number, and their product with a vector. Rows and columns are
 * the numbers of the argument in row-major order.
 */
public final class Hessian {
    private Hessian() {}

    /** The n×n matrix of second derivatives at {@code x}, which holds n numbers: n sweeps. */
    public static Tensor hessian(UnaryOperator<Var> f, Tensor x) {
        return hessian(f, Var.constant(new GraphBuilder(new Eager()), x)).value();
    }

    /** The rows of the Hessian of a function of a vector. */
    public static double[][] hessian(UnaryOperator<Var> f, double[] x) {
        return hessian(f, Tensor.vector(x)).toRows();
    }

    /** The Hessian at a value inside another function. */
    public static Var hessian(UnaryOperator<Var> f, Var x) {
        Var argument = Gradient.fresh(x);
        return Jacobian.rows(Gradient.of(f.apply(argument), List.of(argument)).get(0), argument);
    }

    /**
     * The Hessian at {@code x} times {@code v}, of their common size, in two sweeps and without the Hessian itself
     * (Pearlmutter, "Fast exact multiplication by the Hessian", 1994; here the slope of the gradient along v).
     */
    public static Tensor hvp(UnaryOperator<Var> f, Tensor x, Tensor v) {
        Var start = Var.constant(new GraphBuilder(new Eager()), x);
        return hvp(f, start, start.constant(v)).value();
    }

    /** As {@link #hvp(UnaryOperator, Tensor, Tensor)} for vectors. */
    public static double[] hvp(UnaryOperator<Var> f, double[] x, double[] v) {
        return hvp(f, Tensor.vector(x), Tensor.vector(v)).toDoubles();
    }

    /** The Hessian at a value inside another function times {@code v}. */
    public static Var hvp(UnaryOperator<Var> f, Var x, Var v) {
        if (!x.shape().equals(v.shape())) {
            throw new ShapeException("hvp needs a direction of the size of the place, got " + v.shape()
                    + " for a place of " + x.shape());
        }
        Var argument = Gradient.fresh(x);
        Var gradient = Gradient.of(f.apply(argument), List.of(argument)).get(0);
        return Sweep.of(gradient, v, List.of(argument)).get(0);
    }
}
