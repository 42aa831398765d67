package org.chainboard.engine.backend.jvm;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/** In plain loops, for a Java virtual machine without the Vector API and for what it does not offer. */
final class FloatPlainMath extends FloatMath {

    @Override
    FloatLoop loop(Code code) {
        return switch (code) {
            case FILL -> (m, a, b, c, out, n) -> Arrays.fill(m, out, out + n, m[a]);
            case COPY -> (m, a, b, c, out, n) -> System.arraycopy(m, a, m, out, n);
            case NEG -> FloatPlainLoops::neg;
            case SQUARE -> FloatPlainLoops::square;
            case RELU -> FloatPlainLoops::relu;
            case ADD -> FloatPlainLoops::add;
            case SUB -> FloatPlainLoops::sub;
            case MUL -> FloatPlainLoops::mul;
            case DIV -> FloatPlainLoops::div;
            case ADD_S -> FloatPlainLoops::addS;
            case MUL_S -> FloatPlainLoops::mulS;
            case WHERE -> FloatPlainLoops::where;
            case FMA -> FloatPlainLoops::fma;
            case FMA_S -> FloatPlainLoops::fmaS;
            case FNMA -> FloatPlainLoops::fnma;
            case FNMA_S -> FloatPlainLoops::fnmaS;
            case MEAN_S -> FloatPlainLoops::meanS;
            case MEAN_SQUARES_S -> FloatPlainLoops::meanSquaresS;
            case ROOT_S -> FloatPlainLoops::rootS;
            case RATIO_S -> FloatPlainLoops::ratioS;
            case TANH_SLOPE -> FloatPlainLoops::tanhSlope;
            case SIGMOID_SLOPE -> FloatPlainLoops::sigmoidSlope;
            case RELU_SLOPE -> FloatPlainLoops::reluSlope;
            case POW, MAX, MIN, GREATER, EQUAL, CHAIN -> (m, a, b, c, out, n) -> two(m, code, a, b, out, n);
            case SUB_S, SUB_R, DIV_S, DIV_R, MAX_S, MIN_S, GREATER_S, EQUAL_S ->
                (m, a, b, c, out, n) -> scaled(m, code, a, m[b], out, n);
            default -> {
                DoubleUnaryOperator f = function(code);
                yield (m, a, b, c, out, n) -> each(m, f, a, out, n);
            }
        };
    }

    private static void each(float[] m, DoubleUnaryOperator f, int a, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = (float) f.applyAsDouble(m[a + i]);
        }
    }

    private static DoubleUnaryOperator function(Code code) {
        return switch (code) {
            case SQRT -> Math::sqrt;
            case INV -> x -> 1 / x;
            case EXP -> Math::exp;
            case EXPM1 -> Math::expm1;
            case LOG -> Math::log;
            case LOG1P -> Math::log1p;
            case SIN -> Math::sin;
            case COS -> Math::cos;
            case TAN -> Math::tan;
            case ASIN -> Math::asin;
            case ACOS -> Math::acos;
            case ATAN -> Math::atan;
            case SINH -> Math::sinh;
            case COSH -> Math::cosh;
            case TANH -> Math::tanh;
            case SIGMOID -> FloatPlainMath::sigmoid;
            case SOFTPLUS -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case FLOOR -> Math::floor;
            default -> throw new IllegalArgumentException("no loop for " + code);
        };
    }

    private static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return (x >= 0 ? 1 : e) / (1 + e);
    }

    private static void two(float[] m, Code code, int a, int b, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = pair(code, m[a + i], m[b + i]);
        }
    }

    private static void scaled(float[] m, Code code, int a, float s, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = pair(code, m[a + i], s);
        }
    }

    private static float pair(Code code, float a, float b) {
        return switch (code) {
            case SUB_S -> a - b;
            case SUB_R -> b - a;
            case DIV_S -> a / b;
            case DIV_R -> b / a;
            case POW -> (float) Math.pow(a, b);
            case MAX, MAX_S -> Math.max(a, b);
            case MIN, MIN_S -> Math.min(a, b);
            case GREATER, GREATER_S -> a > b ? 1 : 0;
            case CHAIN -> a == 0 ? 0 : a * b;
            case EQUAL, EQUAL_S -> a == b ? 1 : 0;
            default -> throw new IllegalArgumentException("no loop for " + code);
        };
    }

    @Override
    FloatFold fold(Code code) {
        return (m, a, b, n, work) -> {
            double sum = code == Code.LARGEST ? Double.NEGATIVE_INFINITY : 0;
            for (int i = 0; i < n; i++) {
                double x = m[a + i];
                sum = switch (code) {
                    case SUM -> sum + x;
                    case SUM_SQUARES -> sum + x * x;
                    case SUM_PRODUCTS -> sum + x * m[b + i];
                    case SUM_ZEROS -> sum + x * 0;
                    default -> Math.max(sum, x);
                };
            }
            return (float) sum;
        };
    }

    @Override
    List<FloatKernel> multiply(Product p, int a, int b, int bias, int c, int work) {
        return List.of(
                p.bStep() == 1
                        ? m -> FloatPlainLoops.multiplyByRows(m, p, a, b, bias, c)
                        : m -> FloatPlainLoops.multiplyByDots(m, p, a, b, bias, c));
    }

    @Override
    boolean alongRows(Product p) {
        return false;
    }

    @Override
    List<FloatKernel> dots(List<Dot> dots, int work) {
        throw new UnsupportedOperationException("plain loops make every product alone");
    }

    @Override
    int work(List<Dot> dots) {
        return 0;
    }

    @Override
    FloatKernel large(Product p, int a, int b, int bias, int c, Layout layout, Workers workers) {
        return null;
    }

    @Override
    boolean allFinite(float[] m, int a, int n) {
        for (int i = 0; i < n; i++) {
            if (!Float.isFinite(m[a + i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    void gather(float[] m, int from, int[] places, int out, int n, int room) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[from + places[i]];
        }
    }

    @Override
    void rowSums(float[] m, int a, int out, int rows, int columns, int work) {
        for (int row = 0; row < rows; row++) {
            m[out + row] = FloatPlainLoops.sum(m, a + row * columns, columns);
        }
    }

    @Override
    void columnSums(float[] m, int a, int out, int rows, int columns) {
        System.arraycopy(m, a, m, out, columns);
        for (int row = 1; row < rows; row++) {
            FloatPlainLoops.add(m, out, a + row * columns, 0, out, columns);
        }
    }

    @Override
    void columnMaxima(float[] m, int a, int out, int rows, int columns) {
        System.arraycopy(m, a, m, out, columns);
        for (int row = 1; row < rows; row++) {
            two(m, Code.MAX, out, a + row * columns, out, columns);
        }
    }

    @Override
    int work(Product p) {
        return 0;
    }
}
