package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.S;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.load;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Transposes squares of L x L numbers: at each distance 1, 2, 4, ... rows and lanes that differ in that bit are swapped. */
final class DoubleVectorTurn {
    private static final VectorShuffle<Double> BY_1 = swap(1);
    private static final VectorShuffle<Double> BY_2 = swap(2);
    private static final VectorShuffle<Double> BY_4 = swap(4);
    private static final VectorShuffle<Double> BY_8 = swap(8);
    private static final VectorMask<Double> BIT_1 = bit(1);
    private static final VectorMask<Double> BIT_2 = bit(2);
    private static final VectorMask<Double> BIT_4 = bit(4);
    private static final VectorMask<Double> BIT_8 = bit(8);

    private DoubleVectorTurn() {}

    private static VectorShuffle<Double> swap(int distance) {
        return VectorShuffle.fromOp(S, lane -> (lane ^ distance) % L);
    }

    private static VectorMask<Double> bit(int bit) {
        boolean[] set = new boolean[L];
        for (int i = 0; i < L; i++) {
            set[i] = (i & bit) != 0;
        }
        return VectorMask.fromArray(S, set, 0);
    }

    /** The L rows of L numbers at {@code from}, {@code fromRow} apart, become columns at {@code to}. */
    static void square(double[] m, int from, int fromRow, int to, int toRow) {
        for (int i = 0; i < L; i++) {
            load(m, from + i * fromRow).intoArray(m, to + i * toRow);
        }
        swapAll(m, to, toRow, 1, BIT_1, BY_1);
        if (L > 2) {
            swapAll(m, to, toRow, 2, BIT_2, BY_2);
        }
        if (L > 4) {
            swapAll(m, to, toRow, 4, BIT_4, BY_4);
        }
        if (L > 8) {
            swapAll(m, to, toRow, 8, BIT_8, BY_8);
        }
    }

    private static void swapAll(
            double[] m, int at, int row, int distance, VectorMask<Double> bit, VectorShuffle<Double> swap) {
        for (int half = 0; half < L; half += 2 * distance) {
            for (int i = half; i < half + distance; i++) {
                DoubleVector a = load(m, at + i * row);
                DoubleVector b = load(m, at + (i + distance) * row);
                a.blend(b.rearrange(swap), bit).intoArray(m, at + i * row);
                a.rearrange(swap).blend(b, bit).intoArray(m, at + (i + distance) * row);
            }
        }
    }
}
