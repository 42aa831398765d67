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

    static Optional<Comparison> find(String sign) {
        return Arrays.stream(values())
                .filter(row -> row.text.equals(sign) || row.others.contains(sign))
                .findFirst();
    }
}
