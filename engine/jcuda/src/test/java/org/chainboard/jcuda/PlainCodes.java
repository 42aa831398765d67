package org.chainboard.jcuda;

import java.util.List;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** What an instruction gives, by the definition of the op it is named after. */
final class PlainCodes {
    private PlainCodes() {}

    static double of(GpuCode code, double a, double b, double c) {
        return switch (code) {
            case COPY, FILL -> a;
            case INV -> 1 / a;
            case NEG -> -a;
            case SQUARE -> a * a;
            case SQRT -> Math.sqrt(a);
            case WHERE -> a != 0 ? b : c;
            case ADD, ADD_S -> a + b;
            case SUB, SUB_S -> a - b;
            case MUL, MUL_S -> a * b;
            case DIV, DIV_S -> a / b;
            case MAX_S -> Math.max(a, b);
            case MIN_S -> Math.min(a, b);
            case GREATER_S -> a > b ? 1 : 0;
            case EQUAL_S -> a == b ? 1 : 0;
            case SUB_R -> b - a;
            case DIV_R -> b / a;
            case FMA, FMA_S -> a * b + c;
            case FNMA, FNMA_S -> c - a * b;
            case MEAN_S -> a * b + c * (1 - b);
            case MEAN_SQUARES_S -> a * b + c * c * (1 - b);
            case ROOT_S -> Math.sqrt(a * b) + c;
            case RATIO_S -> a * b / c;
            case TANH_SLOPE -> b == 0 ? 0 : b * (1 - a * a);
            case SIGMOID_SLOPE -> b == 0 ? 0 : b * a * (1 - a);
            case RELU_SLOPE -> a > 0 ? b : b * 0;
            default -> defined(code.name(), a, b);
        };
    }

    private static double defined(String name, double a, double b) {
        for (Unary op : Unary.values()) {
            if (op.name().equals(name)) {
                return evaluated(op, Tensor.scalar(a));
            }
        }
        return evaluated(Binary.valueOf(name), Tensor.scalar(a), Tensor.scalar(b));
    }

    private static double evaluated(Op op, Tensor... inputs) {
        return new Eager().evaluate(op, List.of(inputs), Shape.scalar()).item();
    }
}
