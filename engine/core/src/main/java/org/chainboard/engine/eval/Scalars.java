package org.chainboard.engine.eval;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Unary;

/** The functions of one and of two numbers. {@code StrictMath} makes them the same bits on every machine. */
final class Scalars {
    private Scalars() {}

    static DoubleUnaryOperator of(Unary function) {
        return switch (function) {
            case IDENTITY -> x -> x;
            case NEG -> x -> -x;
            case SQUARE -> x -> x * x;
            case SQRT -> Math::sqrt;
            case RECIPROCAL -> x -> 1 / x;
            case EXP -> StrictMath::exp;
            case EXPM1 -> StrictMath::expm1;
            case LOG -> StrictMath::log;
            case LOG1P -> StrictMath::log1p;
            case SIN -> StrictMath::sin;
            case COS -> StrictMath::cos;
            case TAN -> StrictMath::tan;
            case ASIN -> StrictMath::asin;
            case ACOS -> StrictMath::acos;
            case ATAN -> StrictMath::atan;
            case SINH -> StrictMath::sinh;
            case COSH -> StrictMath::cosh;
            case TANH -> StrictMath::tanh;
            case SIGMOID -> Scalars::sigmoid;
            case SOFTPLUS -> x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            case RELU -> x -> x > 0 || Double.isNaN(x) ? x : 0;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case FLOOR -> Math::floor;
        };
    }

    /** Both branches take exp of a number that is not positive, so neither overflows. */
    private static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + StrictMath.exp(-x));
        }
        double e = StrictMath.exp(x);
        return e / (1 + e);
    }

    /** The larger and what the other adds to it; equal infinities have no difference. */
    private static double logaddexp(double a, double b) {
        double distance = a == b ? 0 : Math.abs(a - b);
        return Math.max(a, b) + StrictMath.log1p(StrictMath.exp(-distance));
    }

    static DoubleBinaryOperator of(Binary function) {
        return switch (function) {
            case ADD -> (a, b) -> a + b;
            case SUB -> (a, b) -> a - b;
            case MUL -> (a, b) -> a * b;
            case DIV -> (a, b) -> a / b;
            case POW -> StrictMath::pow;
            case MAX -> Math::max;
            case MIN -> Math::min;
            case ATAN2 -> StrictMath::atan2;
            case HYPOT -> StrictMath::hypot;
            case LOGADDEXP -> Scalars::logaddexp;
            case CHAIN -> (a, b) -> a == 0 ? 0 : a * b;
            case GREATER -> (a, b) -> a > b ? 1 : 0;
            case EQUAL -> (a, b) -> a == b ? 1 : 0;
        };
    }
}
