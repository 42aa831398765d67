package org.chainboard.engine.backend.jvm;

import org.chainboard.engine.lower.Code;

/** Arithmetic on single numbers, to the same digits as whole vectors of {@link DoubleVectorLoops}, in less time. */
final class DoubleNumbers {
    private DoubleNumbers() {}

    /** What {@code code} does to one element; null where only {@link DoubleMath#loop} says so. */
    static DoubleLoop loop(Code code) {
        return switch (code) {
            case COPY, FILL -> (m, a, b, c, out, n) -> m[out] = m[a];
            case NEG -> (m, a, b, c, out, n) -> m[out] = -m[a];
            case SQUARE -> (m, a, b, c, out, n) -> m[out] = m[a] * m[a];
            case SQRT -> (m, a, b, c, out, n) -> m[out] = (double) Math.sqrt(m[a]);
            case INV -> (m, a, b, c, out, n) -> m[out] = 1 / m[a];
            case ADD, ADD_S -> (m, a, b, c, out, n) -> m[out] = m[a] + m[b];
            case SUB, SUB_S -> (m, a, b, c, out, n) -> m[out] = m[a] - m[b];
            case SUB_R -> (m, a, b, c, out, n) -> m[out] = m[b] - m[a];
            case MUL, MUL_S -> (m, a, b, c, out, n) -> m[out] = m[a] * m[b];
            case DIV, DIV_S -> (m, a, b, c, out, n) -> m[out] = m[a] / m[b];
            case DIV_R -> (m, a, b, c, out, n) -> m[out] = m[b] / m[a];
            case FMA, FMA_S -> (m, a, b, c, out, n) -> m[out] = Math.fma(m[a], m[b], m[c]);
            case FNMA, FNMA_S -> (m, a, b, c, out, n) -> m[out] = Math.fma(-m[a], m[b], m[c]);
            default -> null;
        };
    }
}
