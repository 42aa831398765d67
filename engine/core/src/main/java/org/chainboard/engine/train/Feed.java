package org.chainboard.engine.train;

import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * Gives a bound program what its steps read and what follows from their number: the order of the samples, the place in
 * it, the random numbers, and what a schedule says. It remembers nothing.
 */
final class Feed {
    /** Steps in one call of the backend at most. */
    static final int CHUNK = 256;

    private final TrainingProgram program;
    private final Executable executable;
    private final Clockwork clockwork;
    /** Whether something in a step is random. */
    private final boolean random;

    Feed(TrainingProgram program, Executable executable) {
        this.program = program;
        this.executable = executable;
        this.clockwork = new Clockwork(program);
        this.random = program.variables().contains(program.number());
    }

    /** Steps since the epoch began. */
    private int place(long step) {
        return (int) (step % program.stepsPerEpoch());
    }

    /** What takes the step after {@code step} ones. */
    Plan plan(long step) {
        return place(step) < program.fullSteps() ? program.full() : program.last();
    }

    /** Gives the order of the samples in the epoch of the step after {@code step} ones. */
    void order(long step) {
        executable.write(program.order(), program.orderOf(step / program.stepsPerEpoch()));
    }

    /**
     * Makes ready for the steps after {@code step} ones, once the order is that of their epoch or where one begins.
     *
     * @return how many can be taken in one call, at most {@code most}
     */
    int ready(long step, long most) {
        if (place(step) == 0) {
            order(step);
        }
        int whole = program.fullSteps() - place(step);
        long together = whole > 0 ? Math.min(Math.min(most, whole), CHUNK) : 1;
        long times = clockwork.set(executable, step, together);
        tellPlace(step);
        return (int) times;
    }

    private void tellPlace(long step) {
        Variable counter = program.counter();
        executable.write(counter, Tensor.of(counter.shape(), counter.dtype(), place(step)));
        if (random) {
            executable.write(
                    program.number(), Mode.number(step, program.number().dtype()));
        }
    }
}
