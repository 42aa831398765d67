package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Transposes squares of L x L numbers: at each distance 1, 2, 4, ... rows and lanes that differ in that bit are swapped. */
final class FloatVectorTurn {
    private static final VectorShuffle<Float> BY_1 = swap(1);
    private static final VectorShuffle<Float> BY_2 = swap(2);
    private static final VectorShuffle<Float> BY_4 = swap(4);
    private static final VectorShuffle<Float> BY_8 = swap(8);
    private static final VectorMask<Float> BIT_1 = bit(1);
    private static final VectorMask<Float> BIT_2 = bit(2);
    private static final VectorMask<Float> BIT_4 = bit(4);
    private static final VectorMask<Float> BIT_8 = bit(8);

    private FloatVectorTurn() {}

    private static VectorShuffle<Float> swap(int distance) {
        return VectorShuffle.fromOp(S, lane -> (lane ^ distance) % L);
    }

    private static VectorMask<Float> bit(int bit) {
        boolean[] set = new boolean[L];
        for (int i = 0; i < L; i++) {
            set[i] = (i & bit) != 0;
        }
        return VectorMask.fromArray(S, set, 0);
    }

    /** Row i of {@code rows}, of {@code columns} numbers each, becomes column i; rows at {@code to} are {@code toRow} apart. */
    static void matrix(float[] m, int from, int rows, int columns, int to, int toRow) {
        int j = 0;
        for (; j + L <= columns; j += L) {
            int i = 0;
            for (; i + L <= rows; i += L) {
                square(m, from + i * columns + j, columns, to + j * toRow + i, toRow);
            }
            if (i < rows && i + L <= toRow) {
                part(m, from + i * columns + j, columns, rows - i, to + j * toRow + i, toRow);
            } else {
                singly(m, from + i * columns + j, columns, rows - i, L, to + j * toRow + i, toRow);
            }
        }
        singly(m, from + j, columns, rows, columns - j, to + j * toRow, toRow);
    }

    private static void singly(float[] m, int from, int fromRow, int rows, int columns, int to, int toRow) {
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                m[to + j * toRow + i] = m[from + i * fromRow + j];
            }
        }
    }

    /** A square of fewer than L rows; the last one stands for those that are not there. */
    private static void part(float[] m, int from, int fromRow, int rows, int to, int toRow) {
        for (int i = 0; i < L; i++) {
            fromArray(S, m, from + Math.min(i, rows - 1) * fromRow).intoArray(m, to + i * toRow);
        }
        turn(m, to, toRow);
    }

    /** The L rows of L numbers at {@code from}, {@code fromRow} apart, become columns at {@code to}. */
    static void square(float[] m, int from, int fromRow, int to, int toRow) {
        for (int i = 0; i < L; i++) {
            fromArray(S, m, from + i * fromRow).intoArray(m, to + i * toRow);
        }
        turn(m, to, toRow);
    }

    private static void turn(float[] m, int to, int toRow) {
        by1(m, to, toRow);
        if (L > 2) {
            by2(m, to, toRow);
        }
        if (L > 4) {
            by4(m, to, toRow);
        }
        if (L > 8) {
            by8(m, to, toRow);
        }
    }

    private static void by1(float[] m, int at, int row) {
        for (int i = 0; i < L; i++) {
            if ((i & 1) == 0) {
                FloatVector a = fromArray(S, m, at + i * row);
                FloatVector b = fromArray(S, m, at + (i + 1) * row);
                a.blend(b.rearrange(BY_1), BIT_1).intoArray(m, at + i * row);
                a.rearrange(BY_1).blend(b, BIT_1).intoArray(m, at + (i + 1) * row);
            }
        }
    }

    private static void by2(float[] m, int at, int row) {
        for (int i = 0; i < L; i++) {
            if ((i & 2) == 0) {
                FloatVector a = fromArray(S, m, at + i * row);
                FloatVector b = fromArray(S, m, at + (i + 2) * row);
                a.blend(b.rearrange(BY_2), BIT_2).intoArray(m, at + i * row);
                a.rearrange(BY_2).blend(b, BIT_2).intoArray(m, at + (i + 2) * row);
            }
        }
    }

    private static void by4(float[] m, int at, int row) {
        for (int i = 0; i < L; i++) {
            if ((i & 4) == 0) {
                FloatVector a = fromArray(S, m, at + i * row);
                FloatVector b = fromArray(S, m, at + (i + 4) * row);
                a.blend(b.rearrange(BY_4), BIT_4).intoArray(m, at + i * row);
                a.rearrange(BY_4).blend(b, BIT_4).intoArray(m, at + (i + 4) * row);
            }
        }
    }

    private static void by8(float[] m, int at, int row) {
        for (int i = 0; i < L; i++) {
            if ((i & 8) == 0) {
                FloatVector a = fromArray(S, m, at + i * row);
                FloatVector b = fromArray(S, m, at + (i + 8) * row);
                a.blend(b.rearrange(BY_8), BIT_8).intoArray(m, at + i * row);
                a.rearrange(BY_8).blend(b, BIT_8).intoArray(m, at + (i + 8) * row);
            }
        }
    }
}
