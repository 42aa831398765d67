package org.chainboard.engine.train;

/**
 * A series over steps, folded into buckets. The arrays have one length and are not to be written to.
 *
 * @param name what it shows, such as {@code Dense₂.W}
 * @param steps last step of each bucket
 * @param min smallest value in each bucket
 * @param max largest value in each bucket
 * @param last last value in each bucket
 */
@SuppressWarnings("ArrayRecordComponent") // plain arrays: drawn thirty times a second
public record Curve(String name, double[] steps, double[] min, double[] max, double[] last) {
    /** Number of buckets. */
    public int size() {
        return steps.length;
    }

    /** The newest value; NaN when there is none. */
    public double newest() {
        return last.length == 0 ? Double.NaN : last[last.length - 1];
    }
}
