package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;

import org.chainboard.engine.lower.Product;

/** Matrix products of middling size, from tiles. */
final class DoubleVectorProducts {
    private static final int TWO = 2 * L;

    private DoubleVectorProducts() {}

    /** Products whose B lies as it is needed, row by row, with at least a vector of columns. */
    static void rows(double[] m, Product p, int a, int b, int bias, int c) {
        int row = 0;
        for (; row + 4 <= p.rows(); row += 4) {
            int at = a + row * p.aRow();
            int to = c + row * p.columns();
            int start = bias + row;
            int j = 0;
            for (; j + TWO <= p.columns(); j += TWO) {
                DoubleVectorTiles.fourByTwo(
                        m, at, p.aRow(), p.aStep(), b + j, p.columns(), start, to + j, p.columns(), p.inner());
            }
            for (; j < p.columns(); j += L) {
                // the last vector goes back as far as needed: some numbers are computed twice, the same both times
                int last = Math.min(j, p.columns() - L);
                DoubleVectorTiles.fourByOne(
                        m, at, p.aRow(), p.aStep(), b + last, p.columns(), start, to + last, p.columns(), p.inner());
            }
        }
        for (; row < p.rows(); row++) {
            row(m, p, a + row * p.aRow(), b, bias + row, c + row * p.columns());
        }
    }

    private static void row(double[] m, Product p, int a, int b, int start, int c) {
        int j = 0;
        for (; j + TWO <= p.columns(); j += TWO) {
            DoubleVectorTiles.oneByTwo(m, a, p.aStep(), b + j, p.columns(), start, c + j, p.inner());
        }
        for (; j < p.columns(); j += L) {
            int last = Math.min(j, p.columns() - L);
            DoubleVectorTiles.oneByOne(m, a, p.aStep(), b + last, p.columns(), start, c + last, p.inner());
        }
    }
}
