package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Sums and largest elements, whole vectors at a time; what is beyond the end of a stretch counts as 0. */
final class FloatVectorFolds {
    /** From place L - n on, n lanes are set and the rest of a vector is not. */
    static final boolean[] FIRST = firstHalf();

    private FloatVectorFolds() {}

    private static boolean[] firstHalf() {
        boolean[] lanes = new boolean[2 * L];
        Arrays.fill(lanes, 0, L, true);
        return lanes;
    }

    /** The sum of the L numbers at {@code at}, in halves: 8, 4, 2 and 1 apart. */
    private static float total(float[] m, int at) {
        return by2(m, at) + by2(m, at + 1);
    }

    private static float by2(float[] m, int at) {
        return L > 2 ? by4(m, at) + by4(m, at + 2) : m[at];
    }

    private static float by4(float[] m, int at) {
        return L > 4 ? by8(m, at) + by8(m, at + 4) : m[at];
    }

    private static float by8(float[] m, int at) {
        return L > 8 ? m[at] + m[at + 8] : m[at];
    }

    static float sum(float[] m, int a, int n, int work) {
        FloatVector sum = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = sum.add(fromArray(S, m, a + i));
        }
        if (whole < n) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (n - whole));
            sum = sum.add(FloatVector.zero(S).blend(fromArray(S, m, a + whole), first));
        }
        sum.intoArray(m, work);
        return total(m, work);
    }

    static float sumSquares(float[] m, int a, int n, int work) {
        FloatVector sum = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            FloatVector v = fromArray(S, m, a + i);
            sum = v.fma(v, sum);
        }
        if (whole < n) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (n - whole));
            FloatVector rest = FloatVector.zero(S).blend(fromArray(S, m, a + whole), first);
            sum = rest.fma(rest, sum);
        }
        sum.intoArray(m, work);
        return total(m, work);
    }

    static float sumProducts(float[] m, int a, int b, int n, int work) {
        FloatVector sum = FloatVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = fromArray(S, m, a + i).fma(fromArray(S, m, b + i), sum);
        }
        if (whole < n) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (n - whole));
            FloatVector rest = FloatVector.zero(S).blend(fromArray(S, m, a + whole), first);
            sum = rest.fma(FloatVector.zero(S).blend(fromArray(S, m, b + whole), first), sum);
        }
        sum.intoArray(m, work);
        return total(m, work);
    }

    /** 0 where all are finite, else not a number: 0 times a number that is infinite is none. */
    static float sumZeros(float[] m, int a, int n, int work) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector sum = zero;
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = fromArray(S, m, a + i).fma(zero, sum);
        }
        if (whole < n) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (n - whole));
            sum = zero.blend(fromArray(S, m, a + whole), first).fma(zero, sum);
        }
        sum.intoArray(m, work);
        return total(m, work);
    }

    /** 0 times a number that is not finite is NaN, and so is every sum with it. */
    static boolean allFinite(float[] m, int a, int n) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector s0 = zero;
        FloatVector s1 = zero;
        FloatVector s2 = zero;
        FloatVector s3 = zero;
        int whole = S.loopBound(n);
        int i = 0;
        for (; i + 4 * L <= whole; i += 4 * L) {
            s0 = fromArray(S, m, a + i).fma(zero, s0);
            s1 = fromArray(S, m, a + i + L).fma(zero, s1);
            s2 = fromArray(S, m, a + i + 2 * L).fma(zero, s2);
            s3 = fromArray(S, m, a + i + 3 * L).fma(zero, s3);
        }
        for (; i < whole; i += L) {
            s0 = fromArray(S, m, a + i).fma(zero, s0);
        }
        if (whole < n) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (n - whole));
            s1 = zero.blend(fromArray(S, m, a + whole), first).fma(zero, s1);
        }
        return s0.add(s1).add(s2.add(s3)).compare(VectorOperators.EQ, zero).allTrue();
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
                sum = sum.add(fromArray(S, m, a + row * columns + j));
            }
            sum.intoArray(m, out + j);
        }
    }

    /** The largest of each column. */
    static void columnMaxima(float[] m, int a, int out, int rows, int columns) {
        for (int j = 0; j < columns; j += L) {
            FloatVector largest = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
            for (int row = 0; row < rows; row++) {
                largest = largest.max(fromArray(S, m, a + row * columns + j));
            }
            largest.intoArray(m, out + j);
        }
    }
}
