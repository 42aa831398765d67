package org.chainboard.engine.train;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.tensor.Tensor;

/**
 * The largest relative difference between two sets of arrays: the length of the difference over the length of the array.
 *
 * <p>Some arrays consist of rounding alone, such as the gradient of a bias that a normalisation takes out again, and no two
 * ways of adding up agree on them. So further sets say how far the last digit of the parameters carries: what that may
 * change never counts as more than a difference at the edge of what is allowed.
 *
 * @param worst the array with the largest
 */
record Difference(double value, String worst) {
    /** How many times as far as the last digit carries two ways of adding up may lie apart. */
    private static final double LEEWAY = 64;

    static Difference between(
            Map<String, Tensor> base, List<Map<String, Tensor>> shaken, Map<String, Tensor> other, double tolerance) {
        Difference largest = new Difference(0, "loss");
        for (Map.Entry<String, Tensor> entry : base.entrySet()) {
            String name = entry.getKey();
            double[] right = entry.getValue().toDoubles();
            double apart = distance(right, other.get(name).toDoubles());
            double carried = shaken.stream()
                    .mapToDouble(one -> distance(right, one.get(name).toDoubles()))
                    .max()
                    .orElse(0);
            double size = Math.max(distance(right, new double[right.length]), LEEWAY * carried / tolerance);
            double value = apart == 0 ? 0 : apart / size;
            // not a number compares as false: it is never the smaller one
            if (!(value <= largest.value)) {
                largest = new Difference(Double.isNaN(value) ? Double.POSITIVE_INFINITY : value, name);
            }
        }
        return largest;
    }

    /** The length of the difference; numbers that are finite on neither side agree. */
    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(difference(a[i], b[i])));
        }
        if (largest == 0 || Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            // so that no square is too large
            double share = difference(a[i], b[i]) / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }

    private static double difference(double a, double b) {
        if (Double.isFinite(a) != Double.isFinite(b)) {
            return Double.POSITIVE_INFINITY;
        }
        return Double.isFinite(a) ? a - b : 0;
    }
}
