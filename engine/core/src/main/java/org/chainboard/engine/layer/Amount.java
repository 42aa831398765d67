package org.chainboard.engine.layer;

import java.math.BigDecimal;

/** Numbers in the text of layers. */
final class Amount {
    private Amount() {}

    /** The shortest digits that read back, such as {@code 0.5} or {@code 1}. */
    static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number).toPlainString();
    }
}
