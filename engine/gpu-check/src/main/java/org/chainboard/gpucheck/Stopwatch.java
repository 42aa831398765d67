package org.chainboard.gpucheck;

import java.util.Arrays;
import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.StepPlan;
import org.chainboard.workload.Workload;

/** Measures steps of one network on one backend. */
final class Stopwatch implements AutoCloseable {
    /** Steps whose losses must be right before anything is measured. */
    static final int FIRST = 5;

    /** How many rows of steps are measured. */
    static final int ROWS = 5;

    private final Plan plan;
    private final Executable executable;
    private final Method method;
    private double[] report = new double[0];

    /**
     * How much is measured.
     *
     * @param warmUp steps that do not count, at least
     * @param warmSeconds how long they take at least: a card that was idle runs slowly at first
     * @param steps that do, in a row and alone
     * @param seconds that all of it may take; where a step takes long, fewer are measured
     */
    record Method(int warmUp, double warmSeconds, int steps, double seconds) {
        static Method of(Options options) {
            return options.quick() ? new Method(3, 0, 5, 5) : new Method(100, 0.3, 1000, 6);
        }
    }

    Stopwatch(Workload work, Backend backend, Method method) {
        this.plan = StepPlan.of(work, DType.F32).plan();
        this.executable = backend.bind(List.of(plan));
        this.method = method;
    }

    /** The losses of the first steps, which are taken by this. */
    double[] firstLosses() {
        double[] losses = new double[FIRST];
        for (int i = 0; i < FIRST; i++) {
            losses[i] = take(1);
        }
        return losses;
    }

    /** @throws IllegalStateException where a step gave a number that is not finite */
    Figure measure(Workload work, String way) {
        double warm = 0;
        int warmed = 0;
        while ((warmed < method.warmUp() || warm < method.warmSeconds() * 1e6) && warm < method.seconds() * 1e6 / 4) {
            warm += micros(1);
            warmed++;
        }
        double affordable = method.seconds() * 1e6 / (warm / warmed) / (ROWS + 1);
        int steps = (int) Math.max(1, Math.min(method.steps(), affordable));
        double[] rows = new double[ROWS];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = micros(steps) / steps;
        }
        double[] alone = new double[steps];
        for (int i = 0; i < alone.length; i++) {
            alone[i] = micros(1);
        }
        return new Figure(work, way, median(rows), median(alone), steps);
    }

    private double micros(int count) {
        long before = System.nanoTime();
        double loss = take(count);
        double micros = (System.nanoTime() - before) / 1e3;
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException("a loss is not finite");
        }
        return micros;
    }

    private double take(int count) {
        int width = plan.scalars().size();
        if (report.length < count * width) {
            report = new double[count * width];
        }
        executable.run(plan, count, report);
        return report[(count - 1) * width];
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public void close() {
        executable.close();
    }
}
