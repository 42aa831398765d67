package org.chainboard.engine.grad;

import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** Where a function without arguments takes its numbers from; see {@link Gradient#gradient(java.util.function.Function, Params)}. */
public final class Inputs {
    private final GraphBuilder builder;

    Inputs(GraphBuilder builder) {
        this.builder = builder;
    }

    /** The present numbers of a parameter or a state; the same value however often it is read. */
    public Var read(Variable variable) {
        return Var.read(builder, variable);
    }

    /** Data. */
    public Var constant(Tensor tensor) {
        return Var.constant(builder, tensor);
    }

    /** A vector of data in double precision. */
    public Var constant(double... numbers) {
        return constant(Tensor.vector(numbers));
    }
}
