package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.S;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.load;

import jdk.incubator.vector.DoubleVector;
import org.chainboard.engine.lower.Product;

/**
 * Products of rows with rows, both along the inner size: the gradient of weights, a sum over the batch. 16 products are
 * made at a time and stay in registers; where rows or columns run out the last one is taken again.
 */
final class DoubleVectorDots {
    private DoubleVectorDots() {}

    /** Room that {@link #multiply} needs. */
    static int work(Product p) {
        return 16 * L + (p.rows() + p.columns()) * L;
    }

    static void multiply(double[] m, Product p, int a, int b, int bias, int c, int work) {
        int whole = S.loopBound(p.inner());
        int aEnds = work + 16 * L;
        int bEnds = aEnds + p.rows() * L;
        if (whole < p.inner()) {
            ends(m, a + whole, p.aRow(), p.rows(), p.inner() - whole, aEnds);
            ends(m, b + whole, p.bStep(), p.columns(), p.inner() - whole, bEnds);
        }
        for (int i = 0; i < p.rows(); i += 4) {
            for (int j = 0; j < p.columns(); j += 4) {
                sixteen(m, p, a, b, i, j, aEnds, bEnds, work);
                for (int at = 0; at < 16; at += L) {
                    DoubleVectorFolds.sumLanes(m, work + at * L);
                }
                store(m, p, bias, c, i, j, work);
            }
        }
    }

    /** Copies the part of each row that fills no vector, with zeros behind it. */
    private static void ends(double[] m, int from, int step, int rows, int count, int to) {
        for (int row = 0; row < rows; row++) {
            DoubleVectorFolds.first(load(m, from + row * step), count).intoArray(m, to + row * L);
        }
    }

    /** Product q, r of the block has the number 4 q + r; L of them lie in the first of every L vectors. */
    private static void store(double[] m, Product p, int bias, int c, int i, int j, int work) {
        int columns = p.columns();
        if (L == 16 && bias < 0 && i + 4 <= p.rows() && j + 4 <= columns) {
            for (int q = 0; q < 4; q++) {
                int to = c + (i + q) * columns + j;
                m[to] = m[work + 4 * q];
                m[to + 1] = m[work + 4 * q + 1];
                m[to + 2] = m[work + 4 * q + 2];
                m[to + 3] = m[work + 4 * q + 3];
            }
            return;
        }
        for (int q = 0; q < Math.min(4, p.rows() - i); q++) {
            double start = bias < 0 ? 0 : m[bias + i + q];
            for (int r = 0; r < Math.min(4, columns - j); r++) {
                int number = 4 * q + r;
                m[c + (i + q) * columns + j + r] = start + m[work + number / L * L * L + number % L];
            }
        }
    }

    /** Rows i ... i + 3 with columns j ... j + 3. */
    private static void sixteen(double[] m, Product p, int a, int b, int i, int j, int aEnds, int bEnds, int work) {
        int i1 = Math.min(i + 1, p.rows() - 1);
        int i2 = Math.min(i + 2, p.rows() - 1);
        int i3 = Math.min(i + 3, p.rows() - 1);
        int j1 = Math.min(j + 1, p.columns() - 1);
        int j2 = Math.min(j + 2, p.columns() - 1);
        int j3 = Math.min(j + 3, p.columns() - 1);
        int aRow = p.aRow();
        int bStep = p.bStep();
        int whole = S.loopBound(p.inner());
        block(
                m,
                a + i * aRow,
                a + i1 * aRow,
                a + i2 * aRow,
                a + i3 * aRow,
                b + j * bStep,
                b + j1 * bStep,
                b + j2 * bStep,
                b + j3 * bStep,
                whole,
                work,
                false);
        if (whole < p.inner()) {
            block(
                    m,
                    aEnds + i * L,
                    aEnds + i1 * L,
                    aEnds + i2 * L,
                    aEnds + i3 * L,
                    bEnds + j * L,
                    bEnds + j1 * L,
                    bEnds + j2 * L,
                    bEnds + j3 * L,
                    L,
                    work,
                    true);
        }
    }

    /** Sums over {@code inner} products each, a whole number of vectors, or {@code more} of them. */
    private static void block(
            double[] m,
            int a0,
            int a1,
            int a2,
            int a3,
            int b0,
            int b1,
            int b2,
            int b3,
            int inner,
            int work,
            boolean more) {
        DoubleVector c00 = DoubleVector.zero(S);
        DoubleVector c01 = DoubleVector.zero(S);
        DoubleVector c02 = DoubleVector.zero(S);
        DoubleVector c03 = DoubleVector.zero(S);
        DoubleVector c10 = DoubleVector.zero(S);
        DoubleVector c11 = DoubleVector.zero(S);
        DoubleVector c12 = DoubleVector.zero(S);
        DoubleVector c13 = DoubleVector.zero(S);
        DoubleVector c20 = DoubleVector.zero(S);
        DoubleVector c21 = DoubleVector.zero(S);
        DoubleVector c22 = DoubleVector.zero(S);
        DoubleVector c23 = DoubleVector.zero(S);
        DoubleVector c30 = DoubleVector.zero(S);
        DoubleVector c31 = DoubleVector.zero(S);
        DoubleVector c32 = DoubleVector.zero(S);
        DoubleVector c33 = DoubleVector.zero(S);

        for (int k = 0; k < inner; k += L) {
            DoubleVector x0 = load(m, b0 + k);
            DoubleVector x1 = load(m, b1 + k);
            DoubleVector x2 = load(m, b2 + k);
            DoubleVector x3 = load(m, b3 + k);
            DoubleVector y0 = load(m, a0 + k);
            c00 = x0.fma(y0, c00);
            c01 = x1.fma(y0, c01);
            c02 = x2.fma(y0, c02);
            c03 = x3.fma(y0, c03);
            DoubleVector y1 = load(m, a1 + k);
            c10 = x0.fma(y1, c10);
            c11 = x1.fma(y1, c11);
            c12 = x2.fma(y1, c12);
            c13 = x3.fma(y1, c13);
            DoubleVector y2 = load(m, a2 + k);
            c20 = x0.fma(y2, c20);
            c21 = x1.fma(y2, c21);
            c22 = x2.fma(y2, c22);
            c23 = x3.fma(y2, c23);
            DoubleVector y3 = load(m, a3 + k);
            c30 = x0.fma(y3, c30);
            c31 = x1.fma(y3, c31);
            c32 = x2.fma(y3, c32);
            c33 = x3.fma(y3, c33);
        }
        store(m, c00, work, more);
        store(m, c01, work + 1 * L, more);
        store(m, c02, work + 2 * L, more);
        store(m, c03, work + 3 * L, more);
        store(m, c10, work + 4 * L, more);
        store(m, c11, work + 5 * L, more);
        store(m, c12, work + 6 * L, more);
        store(m, c13, work + 7 * L, more);
        store(m, c20, work + 8 * L, more);
        store(m, c21, work + 9 * L, more);
        store(m, c22, work + 10 * L, more);
        store(m, c23, work + 11 * L, more);
        store(m, c30, work + 12 * L, more);
        store(m, c31, work + 13 * L, more);
        store(m, c32, work + 14 * L, more);
        store(m, c33, work + 15 * L, more);
    }

    private static void store(double[] m, DoubleVector v, int at, boolean more) {
        (more ? v.add(load(m, at)) : v).intoArray(m, at);
    }
}
