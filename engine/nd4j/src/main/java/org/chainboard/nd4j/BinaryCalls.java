package org.chainboard.nd4j;

import java.util.function.DoubleBinaryOperator;
import org.chainboard.engine.op.Binary;

/** Functions of two numbers. All arrays are seen as one row: what the axes are does not matter here. */
final class BinaryCalls {
    private BinaryCalls() {}

    static Call of(Binary function, Operands to) {
        return switch (function) {
            case ADD -> operation("add", to);
            case SUB -> operation("subtract", to);
            case MUL -> operation("multiply", to);
            case DIV -> operation("divide", to);
            case POW -> pow(to);
            // ND4J lets the number win against NaN, which would hide that a step has failed.
            case MAX -> loop(Math::max, to);
            case MIN -> loop(Math::min, to);
            // No native call beats a loop here: ND4J has no such function, or one for its Java side only.
            case ATAN2 -> loop(StrictMath::atan2, to);
            case HYPOT -> loop(StrictMath::hypot, to);
            case LOGADDEXP -> loop(BinaryCalls::logaddexp, to);
            case CHAIN -> loop((a, b) -> a == 0 ? 0 : a * b, to);
            // ND4J answers with an array of booleans, which would have to be copied into numbers.
            case GREATER -> loop((a, b) -> a > b ? 1 : 0, to);
            case EQUAL -> loop((a, b) -> a == b ? 1 : 0, to);
        };
    }

    private static double logaddexp(double a, double b) {
        double distance = a == b ? 0 : Math.abs(a - b);
        return Math.max(a, b) + StrictMath.log1p(StrictMath.exp(-distance));
    }

    private static NativeCall operation(String name, Operands to) {
        int size = to.size();
        return new NativeCall(
                name, to.out().row(size), to.in(0).row(size), to.in(1).row(size));
    }

    private static Call loop(DoubleBinaryOperator function, Operands to) {
        Numbers a = to.in(0).numbers();
        Numbers b = to.in(1).numbers();
        Numbers y = to.out().numbers();
        int size = to.size();
        return () -> {
            for (int i = 0; i < size; i++) {
                y.put(i, function.applyAsDouble(a.get(i), b.get(i)));
            }
        };
    }

    /** For C, and so for ND4J, 1 to any power is 1 and -1 to an infinite power is too; for Java, and so here, NaN. */
    private static Call pow(Operands to) {
        Numbers a = to.in(0).numbers();
        Numbers b = to.in(1).numbers();
        Numbers y = to.out().numbers();
        int size = to.size();
        return operation("Pow", to).then(() -> {
            for (int i = 0; i < size; i++) {
                if (!Double.isFinite(b.get(i)) && Math.abs(a.get(i)) == 1) {
                    y.put(i, Double.NaN);
                }
            }
        });
    }
}
