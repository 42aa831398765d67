package org.chainboard.engine.train;

/** Steps per second over about the last second. */
final class Speed {
    private static final double NANOS = 1e9;

    private long lastStep;
    private long lastTime;
    private double speed;

    /** The speed, now that {@code step} has been reached at {@code nanos}. */
    double at(long step, long nanos) {
        double seconds = (nanos - lastTime) / NANOS;
        if (step < lastStep || seconds > 2) {
            speed = 0;
        } else if (seconds > 0) {
            double weight = Math.min(1, seconds * 3);
            speed += weight * ((step - lastStep) / seconds - speed);
        }
        lastStep = step;
        lastTime = nanos;
        return speed;
    }
}
