package org.chainboard.tools.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** Numbers for people: 17 rather than 17.0, and no more digits than are to be trusted. */
final class Decimals {
    private static final MathContext DIGITS = new MathContext(12);
    /** Beyond these many places a power of ten is easier to read. */
    private static final int PLACES = 15;

    private Decimals() {}

    static String text(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(number, DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (Math.abs(exponent) < PLACES) {
            return rounded.toPlainString();
        }
        return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }

    /** {@code [[1, 2], [3, 4]]}. */
    static String text(Tensor tensor) {
        StringBuilder text = new StringBuilder();
        append(text, tensor, 0, 0);
        return text.toString();
    }

    private static void append(StringBuilder text, Tensor tensor, int axis, int start) {
        Shape shape = tensor.shape();
        if (axis == shape.rank()) {
            text.append(text(tensor.get(start)));
            return;
        }
        text.append('[');
        for (int i = 0; i < shape.dim(axis); i++) {
            text.append(i == 0 ? "" : ", ");
            append(text, tensor, axis + 1, start + i * shape.strides()[axis]);
        }
        text.append(']');
    }
}
