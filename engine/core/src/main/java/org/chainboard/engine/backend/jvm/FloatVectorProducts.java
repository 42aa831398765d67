package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import org.chainboard.engine.lower.Product;

/** Matrix products, from tiles. */
final class FloatVectorProducts {
    /** Columns in a panel of B. */
    static final int PANEL = 2 * L;
    /** Rows in a panel of B: with two vectors each it fits into the nearest cache. */
    static final int DEEP = 256;

    private FloatVectorProducts() {}

    /** Products whose B lies as it is needed, row by row, with at least a vector of columns. */
    static void rows(float[] m, Product p, int a, int b, int bias, int c) {
        int row = 0;
        for (; row + 4 <= p.rows(); row += 4) {
            int at = a + row * p.aRow();
            int to = c + row * p.columns();
            int start = bias + row;
            int j = 0;
            for (; j + PANEL <= p.columns(); j += PANEL) {
                FloatVectorTiles.fourByTwo(
                        m, at, p.aRow(), p.aStep(), b + j, p.columns(), start, to + j, p.columns(), p.inner());
            }
            for (; j < p.columns(); j += L) {
                // the last vector goes back as far as needed: some numbers are computed twice, the same both times
                int last = Math.min(j, p.columns() - L);
                FloatVectorTiles.fourByOne(
                        m, at, p.aRow(), p.aStep(), b + last, p.columns(), start, to + last, p.columns(), p.inner());
            }
        }
        for (; row < p.rows(); row++) {
            row(m, p, a + row * p.aRow(), b, bias + row, c + row * p.columns());
        }
    }

    private static void row(float[] m, Product p, int a, int b, int start, int c) {
        int j = 0;
        for (; j + PANEL <= p.columns(); j += PANEL) {
            FloatVectorTiles.oneByTwo(m, a, p.aStep(), b + j, p.columns(), start, c + j, p.inner());
        }
        for (; j < p.columns(); j += L) {
            int last = Math.min(j, p.columns() - L);
            FloatVectorTiles.oneByOne(m, a, p.aStep(), b + last, p.columns(), start, c + last, p.inner());
        }
    }

    /** Room that {@link #panel} needs: for B's part, and a vector for each row to begin with. */
    static int work(Product p) {
        return DEEP * PANEL + p.rows() * L;
    }

    /**
     * One panel of columns of a large product, from column {@code j} on, whole panels only: B's part is first copied to
     * {@code work}, in pieces that stay in the nearest cache while all rows of A pass over them.
     */
    static void panel(float[] m, Product p, int a, int b, int bias, int c, int j, int work) {
        int starts = work + DEEP * PANEL;
        for (int row = 0; row < p.rows(); row++) {
            broadcast(S, m[bias + row]).intoArray(m, starts + row * L);
        }
        takePanel(m, p, b, j, 0, work);
        piece(m, p, a, starts, L, 0, c + j, Math.min(DEEP, p.inner()), work);
        for (int k = DEEP; k < p.inner(); k += DEEP) {
            takePanel(m, p, b, j, k, work);
            piece(m, p, a + k * p.aStep(), c + j, p.columns(), L, c + j, Math.min(DEEP, p.inner() - k), work);
        }
    }

    private static void takePanel(float[] m, Product p, int b, int j, int k, int work) {
        int deep = Math.min(DEEP, p.inner() - k);
        if (p.bStep() == 1) {
            copyPanel(m, b + k * p.bRow() + j, p.bRow(), work, deep);
        } else {
            FloatTurn.matrix(m, b + k + j * p.bStep(), p.bStep(), PANEL, deep, work, PANEL);
        }
    }

    /** All rows of A with the part of B at {@code work}. */
    private static void piece(
            float[] m, Product p, int a, int from, int fromRow, int fromNext, int c, int deep, int work) {
        int aRow = p.aRow();
        int aStep = p.aStep();
        int cRow = p.columns();
        int row = 0;
        for (; row + 8 <= p.rows(); row += 8) {
            int begin = from + row * fromRow;
            FloatVectorTiles.eightByTwo(
                    m, a + row * aRow, aRow, aStep, work, PANEL, begin, fromRow, fromNext, c + row * cRow, cRow, deep);
        }
        for (; row < p.rows(); row++) {
            int begin = from + row * fromRow;
            FloatVectorTiles.oneByTwo(m, a + row * aRow, aStep, work, PANEL, begin, fromNext, c + row * cRow, deep);
        }
    }

    private static void copyPanel(float[] m, int b, int bRow, int work, int deep) {
        for (int k = 0; k < deep; k++) {
            fromArray(S, m, b + k * bRow).intoArray(m, work + k * PANEL);
            fromArray(S, m, b + k * bRow + L).intoArray(m, work + k * PANEL + L);
        }
    }
}
