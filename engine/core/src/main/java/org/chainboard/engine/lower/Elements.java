package org.chainboard.engine.lower;

import java.util.Arrays;
import java.util.List;
import org.chainboard.engine.tensor.Tensor;

/**
 * Makes the cells of element-wise work, and puts two or three ops into one where there is an instruction for them. A
 * number that is repeated is not written out where an instruction takes it as it is.
 */
public final class Elements {
    private Elements() {}

    /** The cell that repeats the single number {@code of}. */
    static Cell fill(Cell of, int size) {
        return of.size() == size ? of : cell(Code.FILL, size, of);
    }

    static Cell unary(Code code, Cell x) {
        return x.is(Code.FILL) ? fill(cell(code, 1, x.input(0)), x.size()) : cell(code, x.size(), x);
    }

    static Cell binary(Code code, Cell a, Cell b) {
        if (a.is(Code.FILL) && b.is(Code.FILL)) {
            return fill(binary(code, a.input(0), b.input(0)), a.size());
        }
        return switch (code) {
            case ADD -> add(a, b);
            case SUB -> sub(a, b);
            case MUL -> mul(a, b);
            case CHAIN -> chain(a, b);
            case DIV -> div(a, b);
            case MAX, MIN, EQUAL -> a.is(Code.FILL) ? scaled(code, b, a) : scaled(code, a, b);
            default -> scaled(code, a, b);
        };
    }

    /** With b as one number where it is one that is repeated. */
    private static Cell scaled(Code code, Cell a, Cell b) {
        boolean single = b.is(Code.FILL);
        return switch (code) {
            case ADD -> single ? cell(Code.ADD_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            case SUB -> single ? cell(Code.SUB_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            case MUL -> single ? cell(Code.MUL_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            case DIV -> single ? cell(Code.DIV_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            case MAX -> single ? cell(Code.MAX_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            case MIN -> single ? cell(Code.MIN_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            case GREATER -> single ? cell(Code.GREATER_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            case EQUAL -> single ? cell(Code.EQUAL_S, a.size(), a, b.input(0)) : cell(code, a.size(), a, b);
            default -> cell(code, a.size(), a, b);
        };
    }

    private static Cell add(Cell a, Cell b) {
        if (a.is(Code.FILL)) {
            return add(b, a);
        } else if (b.is(Code.FILL)) {
            return plus(a, b);
        }
        Cell fused = mean(a, b);
        if (fused != null) {
            return fused;
        }
        fused = fused(a, b, Code.FMA, Code.FMA_S);
        fused = fused == null ? fused(b, a, Code.FMA, Code.FMA_S) : fused;
        if (fused != null) {
            return fused;
        }
        return a.is(Code.NEG) ? sub(b, a.input(0)) : cell(Code.ADD, a.size(), a, b);
    }

    /** With one number that is added to all, {@code b}. */
    private static Cell plus(Cell a, Cell b) {
        if (a.is(Code.NEG)) {
            return cell(Code.SUB_R, a.size(), a.input(0), b.input(0));
        } else if (a.is(Code.SQRT) && a.input(0).is(Code.MUL_S)) {
            Cell product = a.input(0);
            return cell(Code.ROOT_S, a.size(), product.input(0), product.input(1), b.input(0));
        }
        return scaled(Code.ADD, a, b);
    }

    /** The running average that {@code past} and {@code now} add up to, where their weights are w and 1 - w. */
    private static Cell mean(Cell past, Cell now) {
        boolean weighed = past.is(Code.MUL_S) && now.is(Code.MUL_S);
        if (!weighed || !isRest(now.input(1), past.input(1))) {
            return null;
        }
        Cell weight = past.input(1);
        Cell value = now.input(0);
        return value.is(Code.SQUARE)
                ? cell(Code.MEAN_SQUARES_S, past.size(), past.input(0), weight, value.input(0))
                : cell(Code.MEAN_S, past.size(), past.input(0), weight, value);
    }

    private static boolean isRest(Cell rest, Cell weight) {
        return rest.is(Code.SUB) && rest.input(0).isNumber(1) && rest.input(1) == weight;
    }

    private static Cell div(Cell a, Cell b) {
        if (a.is(Code.FILL)) {
            return cell(Code.DIV_R, b.size(), b, a.input(0));
        } else if (a.is(Code.MUL_S) && !b.is(Code.FILL)) {
            return cell(Code.RATIO_S, a.size(), a.input(0), a.input(1), b);
        }
        return scaled(Code.DIV, a, b);
    }

    private static Cell sub(Cell a, Cell b) {
        if (a.is(Code.FILL)) {
            return cell(Code.SUB_R, b.size(), b, a.input(0));
        }
        Cell fused = b.is(Code.FILL) ? null : fused(b, a, Code.FNMA, Code.FNMA_S);
        return fused == null ? scaled(Code.SUB, a, b) : fused;
    }

    /** {@code product} and {@code other} in one instruction, where the first is a product. */
    private static Cell fused(Cell product, Cell other, Code both, Code single) {
        if (product.is(Code.MUL)) {
            return cell(both, other.size(), product.input(0), product.input(1), other);
        } else if (product.is(Code.MUL_S)) {
            return cell(single, other.size(), product.input(0), product.input(1), other);
        }
        return null;
    }

    private static Cell mul(Cell a, Cell b) {
        if (a.is(Code.FILL)) {
            return mul(b, a);
        } else if (b.is(Code.FILL)) {
            return b.input(0).isNumber(1) ? a : times(a, b.input(0));
        }
        Cell slope = stepSlope(a, b);
        slope = slope == null ? stepSlope(b, a) : slope;
        return slope == null ? cell(Code.MUL, a.size(), a, b) : slope;
    }

    /** What arrives, {@code g}, with a slope. */
    private static Cell chain(Cell g, Cell slope) {
        Cell known = slope(slope, g);
        if (known == null
                && g.is(Code.FILL)
                && isConstant(g.input(0))
                && !g.input(0).isNumber(0)) {
            // only 0 is special
            return mul(g, slope);
        }
        return known == null ? cell(Code.CHAIN, g.size(), g, slope) : known;
    }

    private static boolean isConstant(Cell cell) {
        return cell.kind() instanceof Cell.Fixed;
    }

    /** x times a number; twice is once, where that rounds to the same. */
    private static Cell times(Cell x, Cell number) {
        if (x.is(Code.MUL_S) && isConstant(x.input(1)) && isConstant(number)) {
            double earlier = number(x.input(1));
            double later = number(number);
            if (isPowerOfTwo(earlier) || isPowerOfTwo(later)) {
                Tensor tensor = ((Cell.Fixed) number.kind()).tensor();
                Tensor both = Tensor.of(tensor.shape(), tensor.dtype(), earlier * later);
                return cell(Code.MUL_S, x.size(), x.input(0), new Cell(new Cell.Fixed(both), 1));
            }
        }
        return cell(Code.MUL_S, x.size(), x, number);
    }

    private static double number(Cell constant) {
        return ((Cell.Fixed) constant.kind()).tensor().toDoubles()[0];
    }

    /** Of middling size: with it no product leaves the normal numbers unless both factors do their part. */
    private static boolean isPowerOfTwo(double number) {
        return Math.abs(Math.getExponent(number)) <= 32
                && Math.abs(number) == Math.scalb(1.0, Math.getExponent(number));
    }

    private static Cell slope(Cell slope, Cell g) {
        if (isOneMinus(slope) && slope.input(0).is(Code.SQUARE)) {
            return cell(Code.TANH_SLOPE, g.size(), slope.input(0).input(0), g);
        } else if (slope.is(Code.MUL)
                && isOneMinus(slope.input(1))
                && slope.input(1).input(0) == slope.input(0)) {
            return cell(Code.SIGMOID_SLOPE, g.size(), slope.input(0), g);
        }
        return stepSlope(slope, g);
    }

    /** A product as well as what arrives: the instruction is the same where 0 arrives, for the slope is 0 or 1. */
    private static Cell stepSlope(Cell slope, Cell g) {
        boolean step = slope.is(Code.GREATER_S) && slope.input(1).isNumber(0);
        return step ? cell(Code.RELU_SLOPE, g.size(), slope.input(0), g) : null;
    }

    private static boolean isOneMinus(Cell cell) {
        return cell.is(Code.SUB_R) && cell.input(1).isNumber(1);
    }

    static Cell where(Cell condition, Cell yes, Cell no) {
        return cell(Code.WHERE, condition.size(), condition, yes, no);
    }

    /** All elements to one number. */
    static Cell fold(Code code, Cell x) {
        if (code != Code.SUM) {
            return cell(code, 1, x);
        } else if (x.is(Code.SQUARE)) {
            return cell(Code.SUM_SQUARES, 1, x.input(0));
        } else if (x.is(Code.MUL)) {
            return cell(Code.SUM_PRODUCTS, 1, x.input(0), x.input(1));
        } else if (x.is(Code.MUL_S) && x.input(1).isNumber(0)) {
            return cell(Code.SUM_ZEROS, 1, x.input(0));
        }
        return cell(code, 1, x);
    }

    private static Cell cell(Code code, int size, Cell... inputs) {
        return new Cell(new Cell.Element(code), size, inputs);
    }

    /** Whether {@code code} takes its operand number {@code index} as one number whatever the extent. */
    public static boolean isSingle(Code code, int index) {
        return switch (code) {
            case FILL -> index == 0;
            case ADD_S, SUB_S, SUB_R, MUL_S, DIV_S, DIV_R, MAX_S, MIN_S, GREATER_S, EQUAL_S, FMA_S, FNMA_S ->
                index == 1;
            case MEAN_S, MEAN_SQUARES_S, RATIO_S -> index == 1;
            case ROOT_S -> index > 0;
            default -> false;
        };
    }

    /** The codes that are named as one of the ops is. */
    static boolean has(String name) {
        List<Code> codes = Arrays.asList(Code.values());
        return codes.stream().anyMatch(code -> code.name().equals(name));
    }
}
