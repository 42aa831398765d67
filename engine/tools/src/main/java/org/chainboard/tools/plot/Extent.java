package org.chainboard.tools.plot;

import java.util.List;

/** What there is to see in some lines: from which step to which, from which value to which. */
record Extent(double firstStep, double lastStep, double min, double max) {

    /** Looks at the last {@code share} of the steps; where y is logarithmic only positive numbers count. */
    static Extent of(List<Series> lines, boolean log, double share) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (Series line : lines) {
            if (line.size() > 0) {
                first = Math.min(first, line.steps()[0]);
                last = Math.max(last, line.steps()[line.size() - 1]);
            }
        }
        double from = last - (last - first) * share;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (Series line : lines) {
            for (int i = line.firstFrom(from); i < line.size(); i++) {
                if (counts(line.min()[i], log)) {
                    min = Math.min(min, line.min()[i]);
                }
                if (counts(line.max()[i], log)) {
                    min = Math.min(min, line.max()[i]);
                    max = Math.max(max, line.max()[i]);
                }
            }
        }
        return new Extent(from, last, min, max);
    }

    /** Whether there is any number to draw. */
    boolean something() {
        return max >= min;
    }

    private static boolean counts(double value, boolean log) {
        return Double.isFinite(value) && (!log || value > 0);
    }
}
