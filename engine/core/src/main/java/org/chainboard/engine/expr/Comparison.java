package org.chainboard.engine.expr;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.chainboard.engine.op.Var;

/** The ways to compare two numbers, element by element; the result is 1 or 0 and has no slope. */
enum Comparison {
    LESS("<", List.of(), (a, b) -> b.greater(a)),
    GREATER(">", List.of(), Var::greater),
    AT_MOST("<=", List.of("≤"), (a, b) -> b.greater(a).add(a.equalTo(b))),
    AT_LEAST(">=", List.of("≥"), (a, b) -> a.greater(b).add(a.equalTo(b))),
    EQUAL("==", List.of(), Var::equalTo),
    DIFFERENT("!=", List.of("≠"), (a, b) -> a.like(1).sub(a.equalTo(b)));

    private final String text;
    private final List<String> others;
    private final BinaryOperator<Var> meaning;

    Comparison(String text, List<String> others, BinaryOperator<Var> meaning) {
        this.text = text;
        this.others = others;
        this.meaning = meaning;
    }

    String text() {
        return text;
    }

    Var apply(Var a, Var b) {
        return meaning.apply(a, b);
    }

    /** The same comparison with its sides exchanged. */
    Comparison turned() {
        return switch (this) {
            case LESS -> GREATER;
            case GREATER -> LESS;
            case AT_MOST -> AT_LEAST;
            case AT_LEAST -> AT_MOST;
            case EQUAL, DIFFERENT -> this;
        };
    }

    /** The comparison that holds where this one does not. */
    Comparison opposite() {
        return switch (this) {
            case LESS -> AT_LEAST;
            case GREATER -> AT_MOST;
            case AT_MOST -> GREATER;
            case AT_LEAST -> LESS;
            case EQUAL -> DIFFERENT;
            case DIFFERENT -> EQUAL;
        };
    }

    /** Whether it holds between two numbers of which the first is smaller (-1), equal (0) or greater (1). */
    boolean holds(int order) {
        return switch (this) {
            case LESS -> order < 0;
            case GREATER -> order > 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
        };
    }

    static Optional<Comparison> find(String sign) {
        return Arrays.stream(values())
                .filter(row -> row.text.equals(sign) || row.others.contains(sign))
                .findFirst();
    }
}
