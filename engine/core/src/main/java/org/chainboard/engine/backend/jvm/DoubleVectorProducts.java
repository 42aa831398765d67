package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.load;
import static org.chainboard.engine.backend.jvm.DoubleVectorTiles.MORE;

import org.chainboard.engine.lower.Product;

/** Matrix products, from tiles. */
final class DoubleVectorProducts {
    /** Columns in a panel of B. */
    static final int PANEL = 2 * L;
    /** Rows in a panel of B: with two vectors each it fits into the nearest cache. */
    static final int DEEP = 256;

    private DoubleVectorProducts() {}

    /** Products whose B lies as it is needed, row by row, with at least a vector of columns. */
    static void rows(double[] m, Product p, int a, int b, int bias, int c) {
        int row = 0;
        for (; row + 4 <= p.rows(); row += 4) {
            int at = a + row * p.aRow();
            int to = c + row * p.columns();
            int start = bias < 0 ? bias : bias + row;
            int j = 0;
            for (; j + PANEL <= p.columns(); j += PANEL) {
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
            row(m, p, a + row * p.aRow(), b, bias < 0 ? bias : bias + row, c + row * p.columns());
        }
    }

    private static void row(double[] m, Product p, int a, int b, int start, int c) {
        int j = 0;
        for (; j + PANEL <= p.columns(); j += PANEL) {
            DoubleVectorTiles.oneByTwo(m, a, p.aStep(), b + j, p.columns(), start, c + j, p.inner());
        }
        for (; j < p.columns(); j += L) {
            int last = Math.min(j, p.columns() - L);
            DoubleVectorTiles.oneByOne(m, a, p.aStep(), b + last, p.columns(), start, c + last, p.inner());
        }
    }

    /**
     * One panel of columns of a large product, from column {@code j} on, whole panels only: B's part is first copied to
     * {@code work}, in pieces that stay in the nearest cache while all rows of A pass over them.
     */
    static void panel(double[] m, Product p, int a, int b, int bias, int c, int j, int work) {
        for (int k = 0; k < p.inner(); k += DEEP) {
            int deep = Math.min(DEEP, p.inner() - k);
            if (p.bStep() == 1) {
                copyPanel(m, b + k * p.bRow() + j, p.bRow(), work, deep);
            } else {
                turnPanel(m, b + k + j * p.bStep(), p.bStep(), work, deep);
            }
            int row = 0;
            for (; row + 8 <= p.rows(); row += 8) {
                int start = k > 0 ? MORE : bias < 0 ? bias : bias + row;
                int at = a + row * p.aRow() + k * p.aStep();
                DoubleVectorTiles.eightByTwo(
                        m, at, p.aRow(), p.aStep(), work, PANEL, start, c + row * p.columns() + j, p.columns(), deep);
            }
            for (; row < p.rows(); row++) {
                int start = k > 0 ? MORE : bias < 0 ? bias : bias + row;
                int at = a + row * p.aRow() + k * p.aStep();
                DoubleVectorTiles.oneByTwo(m, at, p.aStep(), work, PANEL, start, c + row * p.columns() + j, deep);
            }
        }
    }

    private static void copyPanel(double[] m, int b, int bRow, int work, int deep) {
        for (int k = 0; k < deep; k++) {
            load(m, b + k * bRow).intoArray(m, work + k * PANEL);
            load(m, b + k * bRow + L).intoArray(m, work + k * PANEL + L);
        }
    }

    /** B lies column by column; squares of L x L numbers are turned over. What lies beyond the panel's depth is not used. */
    private static void turnPanel(double[] m, int b, int bStep, int work, int deep) {
        int k = 0;
        for (; k + L <= deep; k += L) {
            DoubleVectorTurn.square(m, b + k, bStep, work + k * PANEL, PANEL);
            DoubleVectorTurn.square(m, b + k + L * bStep, bStep, work + k * PANEL + L, PANEL);
        }
        for (; k < deep; k++) {
            for (int j = 0; j < PANEL; j++) {
                m[work + k * PANEL + j] = m[b + k + j * bStep];
            }
        }
    }
}
