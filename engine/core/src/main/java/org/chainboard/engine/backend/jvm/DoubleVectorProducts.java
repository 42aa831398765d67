package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;

import org.chainboard.engine.lower.Product;

/**
 * Matrix products of middling size, from tiles. The last ones go back as far as needed to be whole: some numbers are made
 * twice, the same both times.
 */
final class DoubleVectorProducts {
    private static final int ROWS = 4;

    private DoubleVectorProducts() {}

    /** Products whose B lies as it is needed, row by row, with at least a vector of columns. */
    static void rows(double[] m, Product p, int a, int b, int bias, int c) {
        int wide = wide(p.columns());
        if (p.rows() < ROWS) {
            for (int row = 0; row < p.rows(); row++) {
                one(m, p, wide, a + row * p.aRow(), b, bias + row, c + row * p.columns());
            }
            return;
        }
        for (int i = 0; i < p.rows(); i += ROWS) {
            int row = Math.min(i, p.rows() - ROWS);
            four(m, p, wide, a + row * p.aRow(), b, bias + row, c + row * p.columns());
        }
    }

    /** Up to which column tiles are three vectors wide, so that the rest is made of pairs. */
    private static int wide(int columns) {
        int vectors = (columns + L - 1) / L;
        int pairs = (3 - vectors % 3) % 3;
        return columns < 3 * L ? 0 : (vectors - 2 * pairs) * L;
    }

    private static void four(double[] m, Product p, int wide, int a, int b, int bias, int c) {
        int n = p.columns();
        if (n < 2 * L) {
            for (int j = 0; j < n; j += L) {
                int at = Math.min(j, n - L);
                DoubleVectorTiles.fourByOne(m, a, p.aRow(), p.aStep(), b + at, n, bias, c + at, n, p.inner());
            }
            return;
        }
        for (int j = 0; j < wide; j += 3 * L) {
            int at = Math.min(j, n - 3 * L);
            DoubleVectorTiles.fourByThree(m, a, p.aRow(), p.aStep(), b + at, n, bias, c + at, n, p.inner());
        }
        for (int j = wide; j < n; j += 2 * L) {
            int at = Math.min(j, n - 2 * L);
            DoubleVectorTiles.fourByTwo(m, a, p.aRow(), p.aStep(), b + at, n, bias, c + at, n, p.inner());
        }
    }

    private static void one(double[] m, Product p, int wide, int a, int b, int bias, int c) {
        int n = p.columns();
        if (n < 2 * L) {
            for (int j = 0; j < n; j += L) {
                int at = Math.min(j, n - L);
                DoubleVectorTiles.oneByOne(m, a, p.aStep(), b + at, n, bias, c + at, p.inner());
            }
            return;
        }
        for (int j = 0; j < wide; j += 3 * L) {
            int at = Math.min(j, n - 3 * L);
            DoubleVectorTiles.oneByThree(m, a, p.aStep(), b + at, n, bias, c + at, p.inner());
        }
        for (int j = wide; j < n; j += 2 * L) {
            int at = Math.min(j, n - 2 * L);
            DoubleVectorTiles.oneByTwo(m, a, p.aStep(), b + at, n, bias, c + at, p.inner());
        }
    }
}
