package org.chainboard.engine.train;

import java.util.concurrent.TimeUnit;

/** How many steps the trainer takes before it looks for commands again. */
final class Slice {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private long steps = 1;

    long steps() {
        return steps;
    }

    /** Another run, or another place, may take another time for a step. */
    void beginAgain() {
        steps = 1;
    }

    /** Learns how many nanoseconds {@code taken} steps took. */
    void took(long taken, long nanos) {
        steps = Math.max(1, Math.min(steps * 2, taken * NANOS / Math.max(1, nanos)));
    }
}
