package org.chainboard.tools.plot;

import java.util.Arrays;

/**
 * One named line, folded into buckets of neighbouring steps. The arrays are of equal length and belong to the
 * series from then on: nobody writes to them.
 *
 * @param name what the legend calls it
 * @param colour which colour of the palette
 * @param steps the step of each bucket's last value, rising
 * @param min the smallest value in each bucket; what is not finite is a gap
 * @param max the largest value in each bucket
 * @param last the last value in each bucket
 */
public record Series(String name, int colour, double[] steps, double[] min, double[] max, double[] last) {

    public Series {
        if (min.length != steps.length || max.length != steps.length || last.length != steps.length) {
            throw new IllegalArgumentException("Series " + name + ": arrays of different lengths");
        }
    }

    /** A line through single values, nothing folded. */
    public static Series of(String name, int colour, double[] steps, double[] values) {
        return new Series(name, colour, steps, values, values, values);
    }

    /** How many buckets there are. */
    public int size() {
        return steps.length;
    }

    /** The newest value, NaN while there is none. */
    public double newest() {
        return last.length == 0 ? Double.NaN : last[last.length - 1];
    }

    /** The bucket whose step is nearest, or -1 while there is none. */
    int nearest(double step) {
        if (steps.length == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(steps, step);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        if (after == steps.length) {
            return after - 1;
        }
        return step - steps[after - 1] <= steps[after] - step ? after - 1 : after;
    }

    /** The first bucket whose step is at least this. */
    int firstFrom(double step) {
        int found = Arrays.binarySearch(steps, step);
        return found >= 0 ? found : -found - 1;
    }
}
