package org.chainboard.engine.train;

import java.util.Map;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/** Sets the numbers of the optimiser that follow a schedule. It remembers nothing: the number of the step says it all. */
final class Clockwork {
    private final Map<String, Schedule> schedules;
    private final Map<String, State> hypers;
    private final long stepsPerEpoch;

    Clockwork(TrainingProgram program) {
        this.schedules = program.schedules();
        this.hypers = program.hypers();
        this.stepsPerEpoch = program.stepsPerEpoch();
    }

    /**
     * Sets them for the step after {@code taken} ones.
     *
     * @return how many steps can be taken before one of them changes, at most {@code most}
     */
    long set(Executable executable, long taken, long most) {
        long same = most;
        for (Map.Entry<String, Schedule> entry : schedules.entrySet()) {
            Schedule schedule = entry.getValue();
            double value = schedule.at(taken + 1, stepsPerEpoch);
            State hyper = hypers.get(entry.getKey());
            executable.write(hyper, Tensor.of(hyper.shape(), hyper.dtype(), value));
            long steps = 1;
            while (steps < same && schedule.at(taken + 1 + steps, stepsPerEpoch) == value) {
                steps++;
            }
            same = Math.min(same, steps);
        }
        return same;
    }
}
