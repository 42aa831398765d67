package org.chainboard.engine.conformance;

import java.util.List;
import java.util.Set;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Concat;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Permute;
import org.chainboard.engine.op.PutAdd;
import org.chainboard.engine.op.Reshape;
import org.chainboard.engine.op.Slice;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Take;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Where;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;

/** Whether a result may stand for what the op is defined to be. */
final class Close {
    private static final Set<Class<? extends Op>> COPIES = Set.of(
            Where.class,
            ExpandTo.class,
            MaxTo.class,
            Reshape.class,
            Permute.class,
            Take.class,
            Slice.class,
            Concat.class);
    private static final Set<Class<? extends Op>> SUMS = Set.of(SumTo.class, MatMul.class, PutAdd.class);

    private Close() {}

    /** Describes the first number that is too far off; empty where there is none. */
    static String difference(OpCase row, Tensor got, Tensor wanted) {
        if (!got.shape().equals(wanted.shape()) || got.dtype() != wanted.dtype()) {
            return row + " has size " + got.shape() + " " + got.dtype();
        }
        for (int i = 0; i < got.size(); i++) {
            if (!isClose(row.op(), got.dtype(), got.get(i), wanted.get(i))) {
                return row + "[" + i + "] = " + got.get(i) + ", not " + wanted.get(i) + ", for "
                        + at(row, i, got.size());
            }
        }
        return "";
    }

    /** The numbers that an element was made of, where they have its place. */
    private static List<Double> at(OpCase row, int place, int size) {
        return row.inputs().stream()
                .filter(input -> input.size() == size)
                .map(input -> input.get(place))
                .toList();
    }

    private static boolean isClose(Op op, DType dtype, double got, double wanted) {
        return off(op, dtype, got, wanted) <= tolerance(dtype);
    }

    /** The largest of {@link #off} over all numbers; infinite where sizes or types differ. */
    static double worst(Op op, Tensor got, Tensor wanted) {
        if (!got.shape().equals(wanted.shape()) || got.dtype() != wanted.dtype()) {
            return Double.POSITIVE_INFINITY;
        }
        double worst = 0;
        for (int i = 0; i < got.size(); i++) {
            worst = Math.max(worst, off(op, got.dtype(), got.get(i), wanted.get(i)));
        }
        return worst;
    }

    /** How far off a number may be, relative to itself. */
    static double tolerance(DType dtype) {
        return dtype == DType.F64 ? 1e-12 : 1e-5;
    }

    /** How far off a number is, relative to itself; infinite where it must be the very number. */
    private static double off(Op op, DType dtype, double got, double wanted) {
        if (got == wanted || (Double.isNaN(got) && Double.isNaN(wanted))) {
            return 0;
        }
        boolean exact = COPIES.contains(op.getClass()) || op == Unary.IDENTITY || !Double.isFinite(wanted);
        if (exact || !Double.isFinite(got)) {
            return Double.POSITIVE_INFINITY;
        }
        // Where numbers are added up, those that cancel leave the rounding of the larger ones.
        double least = SUMS.contains(op.getClass()) ? 1 : smallest(dtype) / tolerance(dtype);
        return Math.abs(got - wanted) / Math.max(Math.abs(wanted), least);
    }

    /** Numbers below this have fewer digits, and may be flushed to 0. */
    private static double smallest(DType dtype) {
        return dtype == DType.F64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
    }
}
