package org.chainboard.engine.optim;

import java.util.Map;
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
 * @param startHyper the number of the optimiser it holds instead before the first step; empty for {@code start}
 */
record Slot(String name, boolean single, double start, String startHyper) {
    static Slot zeros(String name) {
        return new Slot(name, false, 0, "");
    }

    /** One number that starts at {@code start}. */
    static Slot single(String name, double start) {
        return new Slot(name, true, start, "");
    }

    /** As large as the parameter, filled with one of the optimiser's numbers. */
    static Slot filled(String name, String hyper) {
        return new Slot(name, false, 0, hyper);
    }

    State fresh(String memoryName, Parameter parameter, Map<String, Double> hypers) {
        Shape shape = single ? Shape.scalar() : parameter.shape();
        double first = startHyper.isEmpty() ? start : hypers.get(startHyper);
        return new State(memoryName, Tensor.full(shape, parameter.dtype(), first));
    }
}
