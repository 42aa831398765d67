package org.chainboard.engine.expr;

import java.util.Optional;
import org.chainboard.engine.expr.Atom.Test;

/**
 * The numbers that pass a comparison with a number: between two ends, which belong to it or do not. A missing end is
 * infinitely far.
 */
record Range(Ratio from, boolean withFrom, Ratio to, boolean withTo) {
    private static Optional<Range> of(Comparison how, Ratio number) {
        return switch (how) {
            case LESS -> Optional.of(new Range(null, false, number, false));
            case AT_MOST -> Optional.of(new Range(null, false, number, true));
            case GREATER -> Optional.of(new Range(number, false, null, false));
            case AT_LEAST -> Optional.of(new Range(number, true, null, false));
            case EQUAL -> Optional.of(new Range(number, true, number, true));
            case DIFFERENT -> Optional.empty();
        };
    }

    private static Optional<Range> of(Test test, boolean holds) {
        Comparison how = holds ? test.how() : test.how().opposite();
        return test.right().number().flatMap(number -> of(how, number));
    }

    /** Whether {@code asked} holds where {@code known} does, or does not; empty where that decides nothing. */
    static Optional<Boolean> decides(Test known, boolean holds, Test asked) {
        if (known.equals(asked)) {
            return Optional.of(holds);
        }
        if (!known.left().equals(asked.left())) {
            return Optional.empty();
        }
        Optional<Range> here = of(known, holds);
        if (here.isPresent()) {
            for (boolean answer : new boolean[] {true, false}) {
                Optional<Range> there = of(asked, !answer);
                if (there.isPresent() && here.get().misses(there.get())) {
                    return Optional.of(answer);
                }
            }
        }
        return Optional.empty();
    }

    private boolean misses(Range other) {
        return endsBefore(other) || other.endsBefore(this);
    }

    private boolean endsBefore(Range other) {
        if (to == null || other.from == null) {
            return false;
        }
        int order = to.compareTo(other.from);
        return order < 0 || order == 0 && !(withTo && other.withFrom);
    }
}
