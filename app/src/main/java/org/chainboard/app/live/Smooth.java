package org.chainboard.app.live;

import org.chainboard.tools.plot.Series;

/**
 * A calm line through values that jump from batch to batch by factors: the mean of the logarithms of neighbours, at few
 * enough places to be drawn as a line of its own.
 */
final class Smooth {
    private static final int WINDOWS = 40;

    private Smooth() {}

    /**
     * The same line, calmed.
     *
     * @param most at how many places at most
     */
    static Series of(Series line, int most) {
        int size = line.size();
        double[] sums = new double[size + 1];
        int[] counts = new int[size + 1];
        for (int i = 0; i < size; i++) {
            double value = line.last()[i];
            boolean usable = value > 0 && Double.isFinite(value);
            sums[i + 1] = sums[i] + (usable ? Math.log(value) : 0);
            counts[i + 1] = counts[i] + (usable ? 1 : 0);
        }
        int places = Math.min(size, most);
        int reach = size / WINDOWS / 2;
        double[] steps = new double[places];
        double[] values = new double[places];
        for (int i = 0; i < places; i++) {
            int at = places == 1 ? size - 1 : (int) ((long) i * (size - 1) / (places - 1));
            int from = Math.max(0, at - reach);
            int to = Math.min(size, at + reach + 1);
            int count = counts[to] - counts[from];
            steps[i] = line.steps()[at];
            values[i] = count == 0 ? Double.NaN : Math.exp((sums[to] - sums[from]) / count);
        }
        return Series.of(line.name(), line.colour(), steps, values);
    }
}
