package org.chainboard.engine.train;

import java.util.Arrays;

/**
 * A series of numbers over steps, kept in a fixed amount of memory: neighbours are folded into buckets that know their
 * smallest, largest and last value; when all buckets are full, pairs are folded and each bucket spans twice the steps. So
 * a million steps keep their outline, spikes included. Written and read by one thread.
 */
final class SeriesLog {
    private static final int CAPACITY = 1024;

    private final String name;
    private final double[] steps = new double[CAPACITY];
    private final double[] min = new double[CAPACITY];
    private final double[] max = new double[CAPACITY];
    private final double[] last = new double[CAPACITY];
    private int size;
    private int span = 1;
    private int inLast;

    SeriesLog(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The same series, to be written on apart from this one. */
    SeriesLog copy() {
        SeriesLog copy = new SeriesLog(name);
        System.arraycopy(steps, 0, copy.steps, 0, size);
        System.arraycopy(min, 0, copy.min, 0, size);
        System.arraycopy(max, 0, copy.max, 0, size);
        System.arraycopy(last, 0, copy.last, 0, size);
        copy.size = size;
        copy.span = span;
        copy.inLast = inLast;
        return copy;
    }

    void add(long step, double value) {
        if (size > 0 && inLast < span) {
            widen(size - 1, step, value);
            inLast++;
            return;
        }
        if (size == CAPACITY) {
            fold();
        }
        steps[size] = step;
        min[size] = value;
        max[size] = value;
        last[size] = value;
        size++;
        inLast = 1;
    }

    private void widen(int bucket, double step, double value) {
        steps[bucket] = step;
        min[bucket] = Math.min(min[bucket], value);
        max[bucket] = Math.max(max[bucket], value);
        last[bucket] = value;
    }

    private void fold() {
        for (int i = 0; i < CAPACITY / 2; i++) {
            int a = 2 * i;
            int b = a + 1;
            steps[i] = steps[b];
            min[i] = Math.min(min[a], min[b]);
            max[i] = Math.max(max[a], max[b]);
            last[i] = last[b];
        }
        size = CAPACITY / 2;
        span *= 2;
    }

    void clear() {
        size = 0;
        span = 1;
        inLast = 0;
    }

    Curve curve() {
        return new Curve(name, head(steps), head(min), head(max), head(last));
    }

    private double[] head(double[] values) {
        return Arrays.copyOf(values, size);
    }
}
