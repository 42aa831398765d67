package org.chainboard.engine.optim;

import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/**
 * Something an optimiser remembers from step to step for each parameter.
 *
 * @param name as in Optimisers.jl, such as {@code mt}
 * @param single whether it is one number rather than one for each number of the parameter
 * @param start what it holds before the first step
 */
record Slot(String name, boolean single, double start) {
    static Slot zeros(String name) {
        return new Slot(name, false, 0);
    }

    static Slot one(String name) {
        return new Slot(name, true, 1);
    }

    State fresh(Parameter parameter) {
        Shape shape = single ? Shape.scalar() : parameter.shape();
        return new State(parameter.name() + "." + name, Tensor.full(shape, parameter.dtype(), start));
    }
}
