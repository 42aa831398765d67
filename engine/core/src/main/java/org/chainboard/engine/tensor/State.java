package org.chainboard.engine.tensor;

/**
 * A variable that is not trained: data, the step size, an optimiser's memory, a counter. It survives from step to step
 * and moves between backends as a {@link Parameter} does, but has no gradient of its own.
 */
public final class State extends Variable {
    /** A state that holds {@code value}. */
    public State(String name, Tensor value) {
        super(name, value);
    }
}
