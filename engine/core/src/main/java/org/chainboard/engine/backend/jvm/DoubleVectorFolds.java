package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.S;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.load;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Sums and largest elements, whole vectors at a time; what is beyond the end of a stretch counts as 0. */
final class DoubleVectorFolds {
    /** From place L - n on, n lanes are set and the rest of a vector is not. */
    private static final boolean[] FIRST = firstHalf();

    static final VectorShuffle<Double> BY_1 = swap(1);
    static final VectorShuffle<Double> BY_2 = swap(2);
    static final VectorShuffle<Double> BY_4 = swap(4);
    static final VectorShuffle<Double> BY_8 = swap(8);
    static final VectorMask<Double> BIT_1 = bit(1);
    static final VectorMask<Double> BIT_2 = bit(2);
    static final VectorMask<Double> BIT_4 = bit(4);
    static final VectorMask<Double> BIT_8 = bit(8);

    private DoubleVectorFolds() {}

    private static boolean[] firstHalf() {
        boolean[] lanes = new boolean[2 * L];
        Arrays.fill(lanes, 0, L, true);
        return lanes;
    }

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

    /** The lanes of {@code v} from number {@code count} on become 0. */
    static DoubleVector first(DoubleVector v, int count) {
        return DoubleVector.zero(S).blend(v, VectorMask.fromArray(S, FIRST, L - count));
    }

    /** The sum of all lanes, always in the same order. */
    static double total(DoubleVector v) {
        DoubleVector s = v;
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

    static double sum(double[] m, int a, int n) {
        DoubleVector sum = DoubleVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = sum.add(load(m, a + i));
        }
        return total(whole == n ? sum : sum.add(first(load(m, a + whole), n - whole)));
    }

    static double sumSquares(double[] m, int a, int n) {
        DoubleVector sum = DoubleVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            DoubleVector v = load(m, a + i);
            sum = v.fma(v, sum);
        }
        DoubleVector rest = whole == n ? DoubleVector.zero(S) : first(load(m, a + whole), n - whole);
        return total(rest.fma(rest, sum));
    }

    static double sumProducts(double[] m, int a, int b, int n) {
        DoubleVector sum = DoubleVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = load(m, a + i).fma(load(m, b + i), sum);
        }
        if (whole < n) {
            DoubleVector rest = first(load(m, a + whole), n - whole);
            sum = rest.fma(first(load(m, b + whole), n - whole), sum);
        }
        return total(sum);
    }

    /** 0 where all are finite, else not a number: 0 times a number that is infinite is none. */
    static double sumZeros(double[] m, int a, int n) {
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector sum = zero;
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = load(m, a + i).fma(zero, sum);
        }
        DoubleVector rest = whole == n ? zero : first(load(m, a + whole), n - whole);
        return total(rest.fma(zero, sum));
    }

    /** Not quick, and seldom needed. */
    static double largest(double[] m, int a, int n) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, m[a + i]);
        }
        return largest;
    }

    /** The sums down the columns. */
    static void columnSums(double[] m, int a, int out, int rows, int columns) {
        for (int j = 0; j < columns; j += L) {
            DoubleVector sum = DoubleVector.zero(S);
            for (int row = 0; row < rows; row++) {
                sum = sum.add(load(m, a + row * columns + j));
            }
            sum.intoArray(m, out + j);
        }
    }

    /** The largest of each column. */
    static void columnMaxima(double[] m, int a, int out, int rows, int columns) {
        for (int j = 0; j < columns; j += L) {
            DoubleVector largest = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
            for (int row = 0; row < rows; row++) {
                largest = largest.max(load(m, a + row * columns + j));
            }
            largest.intoArray(m, out + j);
        }
    }
}
