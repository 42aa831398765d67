package org.chainboard.tools.plot;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Where an axis has its marks: multiples of 1, 2 or 5 times a power of ten. */
final class Ticks {
    private static final double[] NICE = {1, 2, 5, 10};
    private static final double[] WITHIN_A_DECADE = {1, 2, 5};
    /** Keeps a mark that rounding has put a hair outside. */
    private static final double SLACK = 1e-9;

    private Ticks() {}

    /** The smallest nice step that makes at most {@code most} steps over this span. */
    static double step(double span, int most) {
        double raw = span / Math.max(1, most);
        double decade = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double nice : NICE) {
            if (nice * decade >= raw * (1 - SLACK)) {
                return nice * decade;
            }
        }
        return 10 * decade;
    }

    /** The multiples of the step from {@code from} to {@code to}. */
    static double[] multiples(double from, double to, double step) {
        long first = (long) Math.ceil(from / step - SLACK);
        long last = (long) Math.floor(to / step + SLACK);
        int count = (int) Math.max(0, last - first + 1);
        return IntStream.range(0, count).mapToDouble(i -> (first + i) * step).toArray();
    }

    /** Powers of ten from {@code from} to {@code to}, each or every second, third, ..., at most {@code most} + 1. */
    static double[] powers(double from, double to, int most) {
        int low = (int) Math.ceil(Math.log10(from) - SLACK);
        int high = (int) Math.floor(Math.log10(to) + SLACK);
        int stride = Math.max(1, (int) Math.ceil((high - low) / (double) Math.max(1, most)));
        return IntStream.rangeClosed(low, high)
                .filter(power -> Math.floorMod(power, stride) == 0)
                .mapToDouble(Ticks::tenTo)
                .toArray();
    }

    /** The 1, 2 and 5 of every decade from {@code from} to {@code to}. */
    static double[] oneTwoFive(double from, double to) {
        int low = (int) Math.floor(Math.log10(from) - SLACK);
        int high = (int) Math.floor(Math.log10(to) + SLACK);
        return IntStream.rangeClosed(low, high)
                .boxed()
                .flatMapToDouble(power -> Arrays.stream(WITHIN_A_DECADE).map(mantissa -> mantissa * tenTo(power)))
                .filter(value -> value >= from * (1 - SLACK) && value <= to * (1 + SLACK))
                .toArray();
    }

    /** The nearest of 1, 2, 5 times a power of ten at or below a positive number. */
    static double niceBelow(double value) {
        double decade = tenTo((int) Math.floor(Math.log10(value) + SLACK));
        return DoubleStream.of(5, 2, 1)
                .map(mantissa -> mantissa * decade)
                .filter(nice -> nice <= value * (1 + SLACK))
                .findFirst()
                .orElse(decade);
    }

    /** The nearest of 1, 2, 5 times a power of ten at or above a positive number. */
    static double niceAbove(double value) {
        double decade = tenTo((int) Math.floor(Math.log10(value) + SLACK));
        return DoubleStream.of(NICE)
                .map(mantissa -> mantissa * decade)
                .filter(nice -> nice >= value * (1 - SLACK))
                .findFirst()
                .orElse(10 * decade);
    }

    /** Ten to a whole power, exact where a double can be: {@code Math.pow(10, -3)} is not the literal's number. */
    static double tenTo(int power) {
        return Double.parseDouble("1e" + power);
    }
}
