package org.chainboard.tools.plot;

/** The smallest and the largest finite number of some arrays. */
record Range(double min, double max) {

    static Range of(double[]... arrays) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double[] array : arrays) {
            for (double value : array) {
                if (Double.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
        }
        return new Range(min, max);
    }

    /** Whether there was any. */
    boolean something() {
        return max >= min;
    }
}
