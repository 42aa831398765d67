package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** Sums and largest elements, whole vectors at a time; what is beyond the end of a stretch counts as 0. */
final class FloatVectorFolds {
    private static final FloatVector LANES = FloatVector.fromArray(S, counting(), 0);
    static final VectorShuffle<Float> BY_1 = swap(1);
    static final VectorShuffle<Float> BY_2 = swap(2);
    static final VectorShuffle<Float> BY_4 = swap(4);
    static final VectorShuffle<Float> BY_8 = swap(8);
    static final VectorMask<Float> BIT_1 = bit(1);
    static final VectorMask<Float> BIT_2 = bit(2);
    static final VectorMask<Float> BIT_4 = bit(4);
    static final VectorMask<Float> BIT_8 = bit(8);

    private FloatVectorFolds() {}

    private static float[] counting() {
        float[] lanes = new float[L];
        for (int i = 0; i < L; i++) {
            lanes[i] = i;
        }
        return lanes;
    }

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

    /** The lanes of {@code v} from number {@code count} on become 0. */
    static FloatVector first(FloatVector v, int count) {
        return v.blend(0, LANES.compare(VectorOperators.GE, (float) count));
    }

    /** The sum of all lanes, always in the same order. */
    static float total(FloatVector v) {
        FloatVector s = v;
        if (L > 8) {
            s = s.add(s.rearrange(BY_8));
        }
        if (L > 4) {
            s = s.add(s.rearrange(BY_4));
        }
        if (L > 2) {
            s = s.add(s.rearrange(BY_2));
        }
        return s.add(s.rearrange(BY_1)).lane(0);
    }

    static float sum(float[] m, int a, int n) {
        FloatVector sum = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = sum.add(load(m, a + i));
        }
        return total(whole == n ? sum : sum.add(first(load(m, a + whole), n - whole)));
    }

    static float sumSquares(float[] m, int a, int n) {
        FloatVector sum = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            FloatVector v = load(m, a + i);
            sum = v.fma(v, sum);
        }
        FloatVector rest = whole == n ? FloatVector.zero(S) : first(load(m, a + whole), n - whole);
        return total(rest.fma(rest, sum));
    }

    static float sumProducts(float[] m, int a, int b, int n) {
        FloatVector sum = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = load(m, a + i).fma(load(m, b + i), sum);
        }
        if (whole < n) {
            FloatVector rest = first(load(m, a + whole), n - whole);
            sum = rest.fma(first(load(m, b + whole), n - whole), sum);
        }
        return total(sum);
    }

    /** 0 where all are finite, else not a number: 0 times a number that is infinite is none. */
    static float sumZeros(float[] m, int a, int n) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector sum = zero;
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = load(m, a + i).fma(zero, sum);
        }
        FloatVector rest = whole == n ? zero : first(load(m, a + whole), n - whole);
        return total(rest.fma(zero, sum));
    }

    /** Not quick, and seldom needed. */
    static float largest(float[] m, int a, int n) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, m[a + i]);
        }
        return largest;
    }

    /**
     * Adds up the lanes of the L vectors that lie one behind the other at {@code at}: afterwards lane i of the first is the
     * sum of vector i. Pairs of vectors become one, half of whose lanes belong to each.
     */
    static void sumLanes(float[] m, int at) {
        if (L > 8) {
            halve8(m, at);
        }
        if (L > 4) {
            halve4(m, at);
        }
        if (L > 2) {
            halve2(m, at);
        }
        FloatVector a = load(m, at);
        FloatVector b = load(m, at + L);
        a.blend(b, BIT_1).add(b.blend(a, BIT_1).rearrange(BY_1)).intoArray(m, at);
    }

    private static void halve8(float[] m, int at) {
        for (int i = at; i < at + 8 * L; i += L) {
            FloatVector a = load(m, i);
            FloatVector b = load(m, i + 8 * L);
            a.blend(b, BIT_8).add(b.blend(a, BIT_8).rearrange(BY_8)).intoArray(m, i);
        }
    }

    private static void halve4(float[] m, int at) {
        for (int i = at; i < at + 4 * L; i += L) {
            FloatVector a = load(m, i);
            FloatVector b = load(m, i + 4 * L);
            a.blend(b, BIT_4).add(b.blend(a, BIT_4).rearrange(BY_4)).intoArray(m, i);
        }
    }

    private static void halve2(float[] m, int at) {
        for (int i = at; i < at + 2 * L; i += L) {
            FloatVector a = load(m, i);
            FloatVector b = load(m, i + 2 * L);
            a.blend(b, BIT_2).add(b.blend(a, BIT_2).rearrange(BY_2)).intoArray(m, i);
        }
    }

    /** The sum of each of {@code rows} rows; {@code work} has room for L vectors. */
    static void rowSums(float[] m, int a, int out, int rows, int columns, int work) {
        for (int row = 0; row < rows; row += L) {
            int here = Math.min(L, rows - row);
            for (int i = 0; i < here; i++) {
                rowSum(m, a + (row + i) * columns, columns).intoArray(m, work + i * L);
            }
            sumLanes(m, work);
            load(m, work).intoArray(m, out + row);
        }
    }

    private static FloatVector rowSum(float[] m, int at, int n) {
        FloatVector sum = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = sum.add(load(m, at + i));
        }
        return whole == n ? sum : sum.add(first(load(m, at + whole), n - whole));
    }

    /** The sums down the columns. */
    static void columnSums(float[] m, int a, int out, int rows, int columns) {
        for (int j = 0; j < columns; j += L) {
            FloatVector sum = FloatVector.zero(S);
            for (int row = 0; row < rows; row++) {
                sum = sum.add(load(m, a + row * columns + j));
            }
            sum.intoArray(m, out + j);
        }
    }

    /** The largest of each column. */
    static void columnMaxima(float[] m, int a, int out, int rows, int columns) {
        for (int j = 0; j < columns; j += L) {
            FloatVector largest = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
            for (int row = 0; row < rows; row++) {
                largest = largest.max(load(m, a + row * columns + j));
            }
            largest.intoArray(m, out + j);
        }
    }
}
