package org.chainboard.nd4j;

import java.util.Arrays;
import org.chainboard.engine.op.Slice;
import org.chainboard.engine.tensor.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Ops that change the size: ND4J's copies and sums between views of the two arrays. */
final class SizeCalls {
    private SizeCalls() {}

    static long[] sizes(Shape shape) {
        return Arrays.stream(shape.dims()).asLongStream().toArray();
    }

    /** Copies from a view that repeats: ND4J's own broadcast matches axes from the last on. */
    static Call expand(Operands to) {
        Stretch stretch = Stretch.of(to.shape(0), to.result());
        if (stretch.isNone()) {
            return Calls.copy(to);
        }
        if (to.shape(0).size() == 1) {
            // Twenty times as fast as a copy from a view that repeats, and most arrays that are repeated are numbers.
            Numbers number = to.in(0).numbers();
            return () -> to.out().fill(to.size(), number.get(0));
        }
        INDArray from = to.in(0).view(stretch.sizes(), stretch.strides());
        return new NativeCall("identity", to.out().view(stretch.sizes()), from);
    }

    static Call sum(Operands to) {
        if (to.shape(0).size() == 0) {
            // ND4J's empty arrays have no memory to view; a sum of nothing is 0.
            return () -> to.out().fill(to.size(), 0);
        }
        Stretch stretch = Stretch.of(to.result(), to.shape(0));
        if (stretch.isNone()) {
            return Calls.copy(to);
        }
        INDArray result = to.out().view(stretch.small());
        // The axes that were added up stay, with size 1: ND4J's arrays without axes are not needed then.
        return new NativeCall("reduce_sum", result, to.in(0).view(stretch.sizes()))
                .integers(stretch.axes())
                .switches(true);
    }

    /** A loop for each run of neighbours: the views that ND4J's copies need start at the first number of an array. */
    static Call slice(Slice op, Operands to) {
        int inner = below(to.result(), op.axis());
        int whole = to.shape(0).dim(op.axis()) * inner;
        int part = to.result().dim(op.axis()) * inner;
        int rows = to.size() / part;
        return () -> {
            for (int row = 0; row < rows; row++) {
                to.out().copyFrom(to.in(0), (long) row * whole + op.from() * inner, (long) row * part, part);
            }
        };
    }

    static Call concat(int axis, Operands to) {
        int inner = below(to.result(), axis);
        int whole = to.result().dim(axis) * inner;
        int rows = to.size() / whole;
        return () -> {
            int offset = 0;
            for (int i = 0; i < to.in().size(); i++) {
                int part = to.shape(i).dim(axis) * inner;
                for (int row = 0; row < rows && part > 0; row++) {
                    to.out().copyFrom(to.in(i), (long) row * part, (long) row * whole + offset, part);
                }
                offset += part;
            }
        };
    }

    /** How many numbers lie between two neighbours along {@code axis}. */
    private static int below(Shape shape, int axis) {
        int count = 1;
        for (int i = axis + 1; i < shape.rank(); i++) {
            count *= shape.dim(i);
        }
        return count;
    }

    static Call permute(int[] order, Operands to) {
        if (order.length < 2) {
            return Calls.copy(to);
        }
        int[] before = to.shape(0).strides();
        long[] strides = Arrays.stream(order).mapToLong(axis -> before[axis]).toArray();
        long[] sizes = sizes(to.result());
        return new NativeCall("identity", to.out().view(sizes), to.in(0).view(sizes, strides));
    }
}
