package org.chainboard.engine.expr;

import java.math.BigDecimal;
import org.chainboard.engine.expr.Expr.Num;

/** Numbers as they are written in formulas. */
final class Numbers {
    private static final double WHOLE = 1e15;

    private Numbers() {}

    /** The number {@code digits} that stands at {@code at}. @throws Mistake when no double is that large */
    static Num read(String digits, int at) {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new Mistake(at, "large", digits);
        }
        return new Num(value);
    }

    /** The shortest digits that read back as the same number. */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        if (Math.abs(value) >= 1e-4 && Math.abs(value) < WHOLE) {
            return BigDecimal.valueOf(value).toPlainString();
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
}
