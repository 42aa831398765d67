package org.chainboard.gpucheck;

import java.util.Arrays;
import java.util.Optional;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.workload.Workload;

/**
 * The losses of the first steps as the ops are defined, which every way must have before it is measured, the processor's
 * fast one too. Only for the largest network, which would take a minute so, they are those of the fast one.
 */
record FirstLosses(Workload work, double[] losses) {
    /** Relative; single precision is good to about 1e-6. */
    private static final double TOLERANCE = 1e-4;

    /** Adam's first steps magnify rounding in gradients near 0, of which this network has many. */
    private static final double TOLERANCE_W4 = 2e-3;

    static FirstLosses of(Workload work) {
        Backend backend = work == Workload.W4 ? Way.processor() : Backends.named(Backends.REFERENCE);
        try (Stopwatch steps = new Stopwatch(work, backend, new Stopwatch.Method(0, 0, 0, 0))) {
            return new FirstLosses(work, steps.firstLosses());
        }
    }

    /** What is wrong with others' losses; empty where they agree. */
    Optional<String> wrong(String way, double[] others) {
        double tolerance = work == Workload.W4 ? TOLERANCE_W4 : TOLERANCE;
        boolean same = others.length == losses.length;
        for (int i = 0; same && i < losses.length; i++) {
            same = Math.abs(others[i] - losses[i]) <= tolerance * Math.abs(losses[i]);
        }
        return same
                ? Optional.empty()
                : Optional.of(work + ", " + way + ": the first losses are " + Arrays.toString(others)
                        + ", and have to be " + Arrays.toString(losses) + "; it was not measured.");
    }
}
