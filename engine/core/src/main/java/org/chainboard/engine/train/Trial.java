package org.chainboard.engine.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** Takes the next step of a run and takes it back, so that the run is where it was: to look at its numbers and its time. */
final class Trial implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final int ROUNDS = 5;
    /** How long a round of steps takes about. */
    private static final double ROUND_SECONDS = 1e-3;
    /** From this time of a single step on it is measured once: the student waits for it. */
    private static final double SLOW_SECONDS = 0.05;

    private static final int MOST_STEPS = 64;

    private final TrainingRun run;
    private final Executable executable;
    private final LongSupplier clock;
    private final Map<Variable, Tensor> before = new LinkedHashMap<>();
    private final double copySeconds;

    /**
     * @param run to be left alone until this is closed
     * @param clock nanoseconds
     */
    Trial(TrainingRun run, LongSupplier clock) {
        this.run = run;
        this.executable = run.executable();
        this.clock = clock;
        run.keepGradients();
        long began = clock.getAsLong();
        for (Variable variable : run.program().lasting()) {
            if (run.uses(variable)) {
                before.put(variable, executable.read(variable));
            }
        }
        rewind();
        this.copySeconds = since(began);
    }

    private double since(long began) {
        return (clock.getAsLong() - began) / NANOS;
    }

    private void rewind() {
        before.forEach(executable::write);
        Variable halted = run.program().halted();
        executable.write(halted, Tensor.zeros(halted.shape(), halted.dtype()));
    }

    /** What the step gives: its loss, every gradient, and all parameters and what layers remember after it. */
    Map<String, Tensor> step() {
        Plan plan = run.aim();
        double[] report = new double[plan.scalars().size()];
        executable.run(plan, 1, report);
        Map<String, Tensor> found = new LinkedHashMap<>();
        found.put("loss", Tensor.scalar(report[0]));
        for (Parameter parameter : run.program().parameters()) {
            String name = TrainingProgram.GRADIENT + parameter.name();
            found.put(name, executable.output(plan, name));
        }
        run.program().parameters().forEach(parameter -> found.put(parameter.name(), run.read(parameter)));
        run.program().states().forEach(state -> found.put(state.name(), run.read(state)));
        rewind();
        return found;
    }

    /**
     * What the step gives where every parameter differs in its last digit.
     *
     * @param way which of three ways they differ, from 0 on
     */
    Map<String, Tensor> shaken(int way) {
        for (Parameter parameter : run.program().parameters()) {
            if (before.containsKey(parameter)) {
                executable.write(parameter, shaken(before.get(parameter), way));
            }
        }
        return step();
    }

    private static Tensor shaken(Tensor tensor, int way) {
        double[] values = tensor.toDoubles();
        double unit = tensor.dtype() == DType.F32 ? Math.ulp(1f) : Math.ulp(1.0);
        for (int i = 0; i < values.length; i++) {
            // every third one grows, so that neither sums nor neighbours go the same way
            values[i] *= 1 + (i % 3 == way ? unit : -unit);
        }
        return Tensor.of(tensor.shape(), tensor.dtype(), values);
    }

    /** How long a step takes: the median of some. */
    double seconds() {
        double once = seconds(1);
        if (once > SLOW_SECONDS) {
            return once;
        }
        int most = Math.min(MOST_STEPS, run.program().fullSteps());
        int times = (int) Math.max(1, Math.min(most, ROUND_SECONDS / once));
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = seconds(times) / times;
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private double seconds(int times) {
        Plan plan = run.program().full();
        Variable counter = run.program().counter();
        executable.write(counter, Tensor.zeros(counter.shape(), counter.dtype()));
        double[] report = new double[times * plan.scalars().size()];
        long began = clock.getAsLong();
        executable.run(plan, times, report);
        double took = since(began);
        rewind();
        return took;
    }

    /** How long it takes to fetch all that a run needs, and to put it there. */
    double copySeconds() {
        return copySeconds;
    }

    @Override
    public void close() {
        rewind();
    }
}
