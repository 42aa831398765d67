package org.chainboard.tools.plot;

/**
 * Data points on a plane. The arrays are of equal length and belong to the points from then on.
 *
 * @param group each point's class, from 0; all 0 where there are no classes
 * @param test whether a point was kept back for testing
 */
public record Points(double[] x, double[] y, int[] group, boolean[] test) {
    /** No points. */
    public static final Points NONE = new Points(new double[0], new double[0], new int[0], new boolean[0]);

    public Points {
        if (y.length != x.length || group.length != x.length || test.length != x.length) {
            throw new IllegalArgumentException("Points: arrays of different lengths");
        }
    }

    /** How many there are. */
    public int size() {
        return x.length;
    }
}
