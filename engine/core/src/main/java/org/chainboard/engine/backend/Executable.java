package org.chainboard.engine.backend;

import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * Plans bound to a backend, sharing one copy of their variables. Used by one thread; a run allocates nothing.
 *
 * <p>The variables' own holders are not touched by runs; {@link #read} gives the present numbers.
 */
public interface Executable extends AutoCloseable {
    /** Gives {@code variable} new numbers, of its own size. */
    void write(Variable variable, Tensor value);

    /** The present numbers of {@code variable}. */
    Tensor read(Variable variable);

    /**
     * Runs {@code plan} {@code times} times without a pause. After each run the plan's {@link Plan#scalars} are written
     * into {@code scalars}, one row of that length a run.
     */
    void run(Plan plan, int times, double[] scalars);

    /** A named result of the latest run of {@code plan}. */
    Tensor output(Plan plan, String name);

    /** Frees what {@link Backend#bind} took. */
    @Override
    void close();
}
