package org.chainboard.engine.train;

/**
 * Notices a loss that grows without bound while every number is still finite. Losses are folded into windows of
 * {@value #WINDOW} steps; the run diverges when the newest window's mean is larger than the one before it, than the first,
 * and than {@value #TIMES} times the best.
 */
final class Divergence {
    private static final int WINDOW = 10;
    private static final double TIMES = 1000;

    private double sum;
    private int count;
    private double first = Double.NaN;
    private double best = Double.POSITIVE_INFINITY;
    private double before;
    private double newest;

    Divergence copy() {
        Divergence copy = new Divergence();
        copy.sum = sum;
        copy.count = count;
        copy.first = first;
        copy.best = best;
        copy.before = before;
        copy.newest = newest;
        return copy;
    }

    void add(double loss) {
        sum += loss;
        count++;
        if (count < WINDOW) {
            return;
        }
        before = newest;
        newest = sum / WINDOW;
        best = Math.min(best, newest);
        first = Double.isNaN(first) ? newest : first;
        sum = 0;
        count = 0;
    }

    boolean seen() {
        return newest > TIMES * best && newest > first && newest > before;
    }
}
