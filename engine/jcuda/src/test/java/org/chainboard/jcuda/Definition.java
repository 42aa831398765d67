package org.chainboard.jcuda;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.chainboard.engine.eval.Kernels;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Where;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;

/** What an instruction means, said with the definitions of the engine's ops. */
final class Definition {
    private Definition() {}

    /** Element by element, for arrays of one size. */
    static double[] of(GpuCode code, DType dtype, double[] a, double[] b, double[] c) {
        double[] one = full(a.length, 1);
        return switch (code) {
            case COPY, FILL -> a.clone();
            case WHERE -> op(new Where(), dtype, a, b, c);
            case INV -> op(Unary.RECIPROCAL, dtype, a);
            case SUB_R -> op(Binary.SUB, dtype, b, a);
            case DIV_R -> op(Binary.DIV, dtype, b, a);
            case FMA, FMA_S -> op(Binary.ADD, dtype, op(Binary.MUL, dtype, a, b), c);
            case FNMA, FNMA_S -> op(Binary.SUB, dtype, c, op(Binary.MUL, dtype, a, b));
            case MEAN_S -> average(dtype, a, b, c);
            case MEAN_SQUARES_S -> average(dtype, a, b, op(Unary.SQUARE, dtype, c));
            case ROOT_S -> op(Binary.ADD, dtype, op(Unary.SQRT, dtype, op(Binary.MUL, dtype, a, b)), c);
            case RATIO_S -> op(Binary.DIV, dtype, op(Binary.MUL, dtype, a, b), c);
            case TANH_SLOPE -> op(Binary.CHAIN, dtype, b, op(Binary.SUB, dtype, one, op(Unary.SQUARE, dtype, a)));
            case SIGMOID_SLOPE -> op(Binary.CHAIN, dtype, b, op(Binary.MUL, dtype, a, op(Binary.SUB, dtype, one, a)));
            case RELU_SLOPE -> op(Binary.MUL, dtype, op(Binary.GREATER, dtype, a, full(a.length, 0)), b);
            default -> named(code.name().replaceFirst("_S$", ""), dtype, a, b);
        };
    }

    /** a b + (1 - b) c. */
    private static double[] average(DType dtype, double[] a, double[] b, double[] c) {
        double[] rest = op(Binary.SUB, dtype, full(b.length, 1), b);
        return op(Binary.ADD, dtype, op(Binary.MUL, dtype, a, b), op(Binary.MUL, dtype, c, rest));
    }

    private static double[] named(String name, DType dtype, double[] a, double[] b) {
        for (Unary op : Unary.values()) {
            if (op.name().equals(name)) {
                return op(op, dtype, a);
            }
        }
        return op(Binary.valueOf(name), dtype, a, b);
    }

    private static double[] full(int size, double number) {
        double[] full = new double[size];
        Arrays.fill(full, number);
        return full;
    }

    private static double[] op(Op op, DType dtype, double[]... in) {
        Shape shape = Shape.of(in[0].length);
        return op(op, dtype, Collections.nCopies(in.length, shape), shape, in);
    }

    /** The result of an op. */
    static double[] op(Op op, DType dtype, List<Shape> shapes, Shape out, double[]... in) {
        double[] result = new double[out.size()];
        Kernels.of(op, shapes, out, dtype).run(in, result);
        return result;
    }
}
