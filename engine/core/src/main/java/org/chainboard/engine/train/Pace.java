package org.chainboard.engine.train;

import java.util.concurrent.TimeUnit;

/**
 * How fast to step.
 *
 * @param stepsPerSecond steps a second to aim at; 0 for as fast as the machine can
 */
public record Pace(double stepsPerSecond) {
    private static final double SLICES_PER_SECOND = 60;

    /** As fast as the machine can. */
    public static final Pace FLAT_OUT = new Pace(0);

    /** How long to wait for commands between two slices. */
    long pauseNanos() {
        if (stepsPerSecond <= 0) {
            return 0;
        }
        return (long) (TimeUnit.SECONDS.toNanos(1) / Math.min(stepsPerSecond, SLICES_PER_SECOND));
    }

    /** Steps in the next slice, where {@code most} fit into one. */
    long steps(long most) {
        if (stepsPerSecond <= 0) {
            return most;
        }
        return Math.max(1, Math.round(stepsPerSecond / SLICES_PER_SECOND));
    }
}
