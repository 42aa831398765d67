package org.chainboard.nd4j;

import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import org.chainboard.engine.op.Unary;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Negative;
import org.nd4j.linalg.api.ops.impl.transforms.same.Reciprocal;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ACos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ASin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.ATan;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cosh;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sinh;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tan;
import org.nd4j.linalg.factory.Nd4j;

/** Functions of one number. All arrays are seen as one row: what the axes are does not matter here. */
final class UnaryCalls {
    /** Below this ND4J's tanh loses digits, and four terms of the series give all of them. */
    private static final double NEAR_ZERO = 0.02;

    private UnaryCalls() {}

    static Call of(Unary function, Operands to) {
        return switch (function) {
            case IDENTITY -> Calls.copy(to);
            case NEG -> transform(Negative::new, to);
            case SQUARE -> square(to);
            case SQRT -> transform(Sqrt::new, to);
            case RECIPROCAL -> transform(Reciprocal::new, to);
            case EXP -> transform(Exp::new, to);
            case LOG -> transform(Log::new, to);
            case SIN -> transform(Sin::new, to);
            case COS -> transform(Cos::new, to);
            case TAN -> transform(Tan::new, to);
            case ASIN -> transform(ASin::new, to);
            case ACOS -> transform(ACos::new, to);
            case ATAN -> transform(ATan::new, to);
            case SINH -> transform(Sinh::new, to);
            case COSH -> transform(Cosh::new, to);
            case TANH -> tanh(to);
            case SIGMOID -> operation("sigmoid", to);
            case RELU -> operation("relu", to).reals(0);
            case ABS -> transform(Abs::new, to);
            case FLOOR -> operation("floor", to);
            // ND4J subtracts or adds the 1 after rounding, so that near 0 no digit is left.
            case EXPM1 -> loop(StrictMath::expm1, to);
            case LOG1P -> loop(StrictMath::log1p, to);
            // ND4J overflows from 89 (float) or 710 on, and gives 0 below -17 (float) or -37.
            case SOFTPLUS -> loop(UnaryCalls::softplus, to);
            // ND4J takes NaN for 0.
            case SIGN -> loop(Math::signum, to);
        };
    }

    /** An operation of the native library: allocates nothing. */
    private static NativeCall operation(String name, Operands to) {
        return new NativeCall(name, to.out().row(to.size()), to.in(0).row(to.size()));
    }

    /** A product with itself: the same bits as ND4J's own square, at a quarter of the time. */
    private static Call square(Operands to) {
        INDArray x = to.in(0).row(to.size());
        return new NativeCall("multiply", to.out().row(to.size()), x, x);
    }

    /** A function that ND4J offers through its Java side only, which allocates a few hundred bytes in every call. */
    private static Call transform(BiFunction<INDArray, INDArray, Op> function, Operands to) {
        Op op = function.apply(to.in(0).row(to.size()), to.out().row(to.size()));
        OpExecutioner executioner = Nd4j.getExecutioner();
        return () -> executioner.exec(op);
    }

    private static Call loop(DoubleUnaryOperator function, Operands to) {
        Numbers x = to.in(0).numbers();
        Numbers y = to.out().numbers();
        int size = to.size();
        return () -> {
            for (int i = 0; i < size; i++) {
                y.put(i, function.applyAsDouble(x.get(i)));
            }
        };
    }

    private static Call tanh(Operands to) {
        Numbers x = to.in(0).numbers();
        Numbers y = to.out().numbers();
        int size = to.size();
        return operation("tanh", to).then(() -> {
            for (int i = 0; i < size; i++) {
                double number = x.get(i);
                if (Math.abs(number) < NEAR_ZERO) {
                    y.put(i, tanhNearZero(number));
                }
            }
        });
    }

    /** The Taylor series; Abramowitz and Stegun, 4.5.64. */
    private static double tanhNearZero(double x) {
        double s = x * x;
        return x * (1 - s * (1.0 / 3 - s * (2.0 / 15 - s * (17.0 / 315))));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + StrictMath.log1p(Math.exp(-Math.abs(x)));
    }
}
