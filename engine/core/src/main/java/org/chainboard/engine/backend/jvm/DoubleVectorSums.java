package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.chainboard.engine.backend.jvm.DoubleVectorFolds.FIRST;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.S;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/**
 * Sums along rows: each is first a vector of partial sums, then the lanes of many such vectors are added up together.
 */
final class DoubleVectorSums {
    private static final VectorMask<Double> BIT_1 = bit(1);
    private static final VectorMask<Double> BIT_2 = bit(2);
    private static final VectorMask<Double> BIT_4 = bit(4);
    private static final VectorMask<Double> LAST_BIT = bit(L / 2);

    private DoubleVectorSums() {}

    private static VectorMask<Double> bit(int bit) {
        boolean[] set = new boolean[L];
        for (int i = 0; i < L; i++) {
            set[i] = (i & bit) != 0;
        }
        return VectorMask.fromArray(S, set, 0);
    }

    /**
     * Adds up the lanes of {@code vectors} vectors, a multiple of L, that lie one behind the other at {@code at}:
     * afterwards number i at {@code at} is the sum of vector i. Neighbours become one vector, half of whose lanes belong
     * to each, again and again. Lanes meet by being read from a shifted place: to rearrange a vector is slow on JDK 17,
     * which checks the places each time. So what has just been written is read across its borders, for which a processor
     * waits; all vectors take a turn before the first of them takes the next.
     */
    static void sumLanes(double[] m, int at, int vectors) {
        int left = vectors;
        if (L > 2) {
            left /= 2;
            halve1(m, at, left);
        }
        if (L > 4) {
            left /= 2;
            halve2(m, at, left);
        }
        if (L > 8) {
            left /= 2;
            halve4(m, at, left);
        }
        halveLast(m, at, left / 2);
    }

    private static void halve1(double[] m, int at, int pairs) {
        for (int i = 0; i < pairs; i++) {
            int p = at + 2 * i * L;
            int q = p + L;
            DoubleVector near = fromArray(S, m, p).blend(fromArray(S, m, q), BIT_1);
            DoubleVector far = fromArray(S, m, p + 1).blend(fromArray(S, m, q - 1), BIT_1);
            near.add(far).intoArray(m, at + i * L);
        }
    }

    private static void halve2(double[] m, int at, int pairs) {
        for (int i = 0; i < pairs; i++) {
            int p = at + 2 * i * L;
            int q = p + L;
            DoubleVector near = fromArray(S, m, p).blend(fromArray(S, m, q), BIT_2);
            DoubleVector far = fromArray(S, m, p + 2).blend(fromArray(S, m, q - 2), BIT_2);
            near.add(far).intoArray(m, at + i * L);
        }
    }

    private static void halve4(double[] m, int at, int pairs) {
        for (int i = 0; i < pairs; i++) {
            int p = at + 2 * i * L;
            int q = p + L;
            DoubleVector near = fromArray(S, m, p).blend(fromArray(S, m, q), BIT_4);
            DoubleVector far = fromArray(S, m, p + 4).blend(fromArray(S, m, q - 4), BIT_4);
            near.add(far).intoArray(m, at + i * L);
        }
    }

    /** At the largest distance, half a vector, both shifted reads are the same one. */
    private static void halveLast(double[] m, int at, int pairs) {
        for (int i = 0; i < pairs; i++) {
            int p = at + 2 * i * L;
            DoubleVector near = fromArray(S, m, p).blend(fromArray(S, m, p + L), LAST_BIT);
            near.add(fromArray(S, m, p + L / 2)).intoArray(m, at + i * L);
        }
    }

    /** The sum of each of {@code rows} rows; {@code work} has room for as many vectors and L more. */
    static void rowSums(double[] m, int a, int out, int rows, int columns, int work) {
        partialSums(m, a, columns, rows, columns, work);
        sumLanes(m, work, (rows + L - 1) / L * L);
        for (int row = 0; row < rows; row += L) {
            fromArray(S, m, work + row).intoArray(m, out + row);
        }
    }

    /** For each of {@code rows} rows of {@code n} numbers, {@code step} apart, a vector whose lanes add up to its sum. */
    static void partialSums(double[] m, int a, int step, int rows, int n, int out) {
        int row = 0;
        for (; row + 4 <= rows; row += 4) {
            fourRows(m, a + row * step, step, n, out + row * L);
        }
        for (; row < rows; row++) {
            oneRow(m, a + row * step, n, out + row * L);
        }
    }

    private static void fourRows(double[] m, int a, int step, int n, int out) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            s0 = s0.add(fromArray(S, m, a + i));
            s1 = s1.add(fromArray(S, m, a + step + i));
            s2 = s2.add(fromArray(S, m, a + 2 * step + i));
            s3 = s3.add(fromArray(S, m, a + 3 * step + i));
        }
        if (whole < n) {
            VectorMask<Double> first = VectorMask.fromArray(S, FIRST, L - (n - whole));
            DoubleVector zero = DoubleVector.zero(S);
            s0 = s0.add(zero.blend(fromArray(S, m, a + whole), first));
            s1 = s1.add(zero.blend(fromArray(S, m, a + step + whole), first));
            s2 = s2.add(zero.blend(fromArray(S, m, a + 2 * step + whole), first));
            s3 = s3.add(zero.blend(fromArray(S, m, a + 3 * step + whole), first));
        }
        s0.intoArray(m, out);
        s1.intoArray(m, out + L);
        s2.intoArray(m, out + 2 * L);
        s3.intoArray(m, out + 3 * L);
    }

    private static void oneRow(double[] m, int a, int n, int out) {
        DoubleVector sum = DoubleVector.zero(S);
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            sum = sum.add(fromArray(S, m, a + i));
        }
        if (whole < n) {
            VectorMask<Double> first = VectorMask.fromArray(S, FIRST, L - (n - whole));
            sum = sum.add(DoubleVector.zero(S).blend(fromArray(S, m, a + whole), first));
        }
        sum.intoArray(m, out);
    }
}
