package org.chainboard.tools.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One axis: which numbers it spans, on which scale, and its marks with their labels. */
final class Axis {
    private static final double FEW_DECADES = 2.2;
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e6;

    private final double from;
    private final double to;
    private final boolean log;
    private final double[] ticks;
    private final List<String> labels;

    private Axis(double from, double to, boolean log, double[] ticks, List<String> labels) {
        this.from = from;
        this.to = to;
        this.log = log;
        this.ticks = ticks;
        this.labels = labels;
    }

    /** From the mark at or below {@code min} to the mark at or above {@code max}. */
    static Axis linear(double min, double max, int most) {
        double low = min;
        double high = max;
        if (high <= low) {
            double room = low == 0 ? 1 : Math.abs(low) * 0.1;
            low -= room;
            high += room;
        }
        double step = Ticks.step(high - low, most);
        return withStep(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    /** Exactly from {@code min} to {@code max}, marks inside; {@code whole} keeps them at whole numbers. */
    static Axis exact(double min, double max, int most, boolean whole) {
        double high = max > min ? max : min + 1;
        double step = Ticks.step(high - min, most);
        return withStep(min, high, whole ? Math.max(1, step) : step);
    }

    /** A logarithmic axis over positive numbers, rounded outwards to nice ones. */
    static Axis log(double min, double max, int most) {
        double decades = Math.log10(max / min);
        if (decades > FEW_DECADES) {
            double low = Ticks.tenTo((int) Math.floor(Math.log10(min) + 1e-9));
            double high = Ticks.tenTo((int) Math.ceil(Math.log10(max) - 1e-9));
            return withTicks(low, high, Ticks.powers(low, high, most));
        }
        double low = Ticks.niceBelow(min);
        double high = Ticks.niceAbove(max);
        if (high <= low) {
            low = Ticks.niceBelow(min * 0.7);
            high = Ticks.niceAbove(max * 1.3);
        }
        double[] fine = Ticks.oneTwoFive(low, high);
        return withTicks(low, high, fine.length <= most + 1 ? fine : Ticks.powers(low, high, most));
    }

    private static Axis withStep(double from, double to, double step) {
        double[] ticks = Ticks.multiples(from, to, step);
        List<String> labels = Arrays.stream(ticks)
                .mapToObj(tick -> linearLabel(tick, step, Math.max(Math.abs(from), Math.abs(to))))
                .toList();
        return new Axis(from, to, false, ticks, labels);
    }

    private static Axis withTicks(double from, double to, double[] ticks) {
        List<String> labels =
                Arrays.stream(ticks).mapToObj(tick -> Numbers.exponent(tick, 0)).toList();
        return new Axis(from, to, true, ticks, labels);
    }

    private static String linearLabel(double tick, double step, double largest) {
        if (tick == 0) {
            return "0";
        }
        if (largest < PLAIN_FROM || largest > PLAIN_TO * 10 || step < PLAIN_FROM / 10) {
            int digits = (int)
                    Math.max(0, Math.floor(Math.log10(Math.abs(tick)) + 1e-9) - Math.floor(Math.log10(step) + 1e-9));
            return Numbers.exponent(tick, digits);
        }
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%,." + decimals + "f", tick);
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    double[] ticks() {
        return ticks.clone();
    }

    List<String> labels() {
        return labels;
    }

    /** Whether the scale has a place for this number. */
    boolean shows(double value) {
        return Double.isFinite(value) && (!log || value > 0);
    }

    /** The pixel of a value, when the axis runs from pixel {@code start} to pixel {@code end}. */
    double pixel(double value, double start, double end) {
        return start + share(value) * (end - start);
    }

    /** The value at a pixel, when the axis runs from pixel {@code start} to pixel {@code end}. */
    double value(double pixel, double start, double end) {
        double share = (pixel - start) / (end - start);
        return log ? from * Math.pow(to / from, share) : from + share * (to - from);
    }

    private double share(double value) {
        return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
    }
}
