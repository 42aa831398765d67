package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import org.chainboard.engine.lower.Product;

/**
 * Large products, in panels of columns: B's part of a panel is first copied to lie row by row, in pieces that stay in the
 * cache while all rows of A pass over them. Panels are three vectors wide, and the last ones two where that comes
 * out even.
 */
final class FloatVectorPanels {
    /** Rows in a piece of B. */
    private static final int DEEP = 512;

    private static final int WIDE = 3;
    private static final int NARROW = 2;
    /** Eight rows of three vectors, and what they are made of, take 28 registers; only those of 64 bytes are so many. */
    private static final boolean TALL = S.vectorBitSize() >= 512;

    private FloatVectorPanels() {}

    /** Whether a product is wide and tall enough for panels. */
    static boolean fits(Product p) {
        return p.columns() >= NARROW * L && p.rows() >= 8;
    }

    /** How many panels there are. */
    static int count(Product p) {
        return wide(p) + narrow(p);
    }

    private static int wide(Product p) {
        return Math.max(0, vectors(p) - NARROW * narrow(p)) / WIDE;
    }

    private static int vectors(Product p) {
        return (p.columns() + L - 1) / L;
    }

    /** As few as make the rest come out even; without a wide one, those that cover all columns. */
    private static int narrow(Product p) {
        return p.columns() < WIDE * L ? vectors(p) - 1 : (WIDE - vectors(p) % WIDE) % WIDE;
    }

    /** How many of the first panels share no column with another: the last may begin before the end of the one before. */
    static int apart(Product p) {
        return p.columns() % L == 0 ? count(p) : count(p) - 1;
    }

    /** Room that {@link #panel} needs: for B's part, and a vector for each row to begin with. */
    static int work(Product p) {
        return DEEP * WIDE * L + p.rows() * L;
    }

    /** The columns of panel {@code number}. */
    static void panel(float[] m, Product p, int a, int b, int bias, int c, int number, int work) {
        int wide = wide(p);
        int width = number < wide ? WIDE : NARROW;
        int first = number < wide ? WIDE * number : WIDE * wide + NARROW * (number - wide);
        int j = Math.min(first * L, p.columns() - width * L);
        int starts = work + DEEP * WIDE * L;
        for (int row = 0; row < p.rows(); row++) {
            broadcast(S, m[bias + row]).intoArray(m, starts + row * L);
        }
        take(m, p, b, j, 0, width, work);
        piece(m, p, a, starts, L, 0, c + j, Math.min(DEEP, p.inner()), width, work);
        for (int k = DEEP; k < p.inner(); k += DEEP) {
            take(m, p, b, j, k, width, work);
            int deep = Math.min(DEEP, p.inner() - k);
            piece(m, p, a + k * p.aStep(), c + j, p.columns(), L, c + j, deep, width, work);
        }
    }

    private static void take(float[] m, Product p, int b, int j, int k, int width, int work) {
        int deep = Math.min(DEEP, p.inner() - k);
        if (p.bStep() != 1) {
            FloatTurn.matrix(m, b + k + j * p.bStep(), p.bStep(), width * L, deep, work, width * L);
        } else if (width == WIDE) {
            copyThree(m, b + k * p.bRow() + j, p.bRow(), work, deep);
        } else {
            copyTwo(m, b + k * p.bRow() + j, p.bRow(), work, deep);
        }
    }

    /** Not a loop over vectors: for two or three the loop would take longer than they. */
    private static void copyTwo(float[] m, int from, int fromRow, int to, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = from + row * fromRow;
            fromArray(S, m, at).intoArray(m, to + row * 2 * L);
            fromArray(S, m, at + L).intoArray(m, to + row * 2 * L + L);
        }
    }

    private static void copyThree(float[] m, int from, int fromRow, int to, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = from + row * fromRow;
            fromArray(S, m, at).intoArray(m, to + row * 3 * L);
            fromArray(S, m, at + L).intoArray(m, to + row * 3 * L + L);
            fromArray(S, m, at + 2 * L).intoArray(m, to + row * 3 * L + 2 * L);
        }
    }

    /** All rows of A with the part of B at {@code b}; C's begin with what lies at {@code from}. */
    private static void piece(
            float[] m, Product p, int a, int from, int fromRow, int fromNext, int c, int deep, int width, int b) {
        int row = 0;
        for (; TALL && row + 8 <= p.rows(); row += 8) {
            eight(
                    m,
                    p,
                    a + row * p.aRow(),
                    from + row * fromRow,
                    fromRow,
                    fromNext,
                    c + row * p.columns(),
                    deep,
                    width,
                    b);
        }
        for (; row + 4 <= p.rows(); row += 4) {
            four(
                    m,
                    p,
                    a + row * p.aRow(),
                    from + row * fromRow,
                    fromRow,
                    fromNext,
                    c + row * p.columns(),
                    deep,
                    width,
                    b);
        }
        for (; row < p.rows(); row++) {
            one(m, p, a + row * p.aRow(), from + row * fromRow, fromNext, c + row * p.columns(), deep, width, b);
        }
    }

    private static void eight(
            float[] m, Product p, int a, int from, int fromRow, int fromNext, int c, int deep, int width, int b) {
        int cRow = p.columns();
        if (width == WIDE) {
            FloatVectorPanelTiles.eightByThree(m, a, p.aRow(), p.aStep(), b, from, fromRow, fromNext, c, cRow, deep);
        } else {
            FloatVectorPanelTiles.eightByTwo(m, a, p.aRow(), p.aStep(), b, from, fromRow, fromNext, c, cRow, deep);
        }
    }

    private static void four(
            float[] m, Product p, int a, int from, int fromRow, int fromNext, int c, int deep, int width, int b) {
        int cRow = p.columns();
        if (width == WIDE) {
            FloatVectorPanelTiles.fourByThree(m, a, p.aRow(), p.aStep(), b, from, fromRow, fromNext, c, cRow, deep);
        } else {
            FloatVectorPanelTiles.fourByTwo(m, a, p.aRow(), p.aStep(), b, from, fromRow, fromNext, c, cRow, deep);
        }
    }

    private static void one(float[] m, Product p, int a, int from, int fromNext, int c, int deep, int width, int b) {
        if (width == WIDE) {
            FloatVectorPanelTiles.oneByThree(m, a, p.aStep(), b, from, fromNext, c, deep);
        } else {
            FloatVectorPanelTiles.oneByTwo(m, a, p.aStep(), b, from, fromNext, c, deep);
        }
    }
}
