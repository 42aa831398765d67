package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.load;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Sums and largest elements, whole vectors at a time; what is beyond the end of a stretch counts as 0. */
final class FloatVectorFolds {
    /** From place L - n on, n lanes are set and the rest of a vector is not. */
    private static final boolean[] FIRST = firstHalf();

    static final VectorShuffle<Float> BY_1 = swap(1);
    static final VectorShuffle<Float> BY_2 = swap(2);
    static final VectorShuffle<Float> BY_4 = swap(4);
    static final VectorShuffle<Float> BY_8 = swap(8);
    static final VectorMask<Float> BIT_1 = bit(1);
    static final VectorMask<Float> BIT_2 = bit(2);
    static final VectorMask<Float> BIT_4 = bit(4);
    static final VectorMask<Float> BIT_8 = bit(8);

    private FloatVectorFolds() {}

    private static boolean[] firstHalf() {
        boolean[] lanes = new boolean[2 * L];
        Arrays.fill(lanes, 0, L, true);
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
        return FloatVector.zero(S).blend(v, VectorMask.fromArray(S, FIRST, L - count));
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
