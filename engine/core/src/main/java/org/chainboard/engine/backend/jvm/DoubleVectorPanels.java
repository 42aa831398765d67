package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.S;

import org.chainboard.engine.lower.Product;

/**
 * The parts of which large products are made. B is first copied to lie row by row in panels of columns, three vectors wide,
 * the last ones two where that comes out even. Then blocks of rows of A pass over some panels each, in pieces that stay in
 * the cache.
 */
final class DoubleVectorPanels {
    /** Rows in a piece of B. */
    private static final int DEEP = 512;
    /** Rows of A in a block. */
    private static final int ROWS = 64;
    /** Panels that a block passes over at least, where there are so many. */
    private static final int GROUP = 8;

    private static final int WIDE = 3;
    private static final int NARROW = 2;
    /** Eight rows of three vectors, and what they are made of, take 28 registers; only those of 64 bytes are so many. */
    private static final boolean TALL = S.vectorBitSize() >= 512;

    private DoubleVectorPanels() {}

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

    /** Room for all panels of B. */
    static int room(Product p) {
        return p.inner() * L * (WIDE * wide(p) + NARROW * narrow(p));
    }

    /** Room that {@link #block} needs: a vector for each row to begin with. */
    static int starts() {
        return ROWS * L;
    }

    /** Where a panel would begin if none overlapped another. */
    private static int nominal(Product p, int number) {
        int wide = wide(p);
        return L * (number < wide ? WIDE * number : WIDE * wide + NARROW * (number - wide));
    }

    private static int width(Product p, int number) {
        return number < wide(p) ? WIDE : NARROW;
    }

    /** The first column of a panel; the last one goes back as far as needed to be whole. */
    private static int first(Product p, int number) {
        return Math.min(nominal(p, number), p.columns() - width(p, number) * L);
    }

    /** Copies B's part of panel {@code number} to its place among those at {@code panels}. */
    static void take(double[] m, Product p, int b, int number, int panels) {
        int width = width(p, number);
        int from = b + first(p, number) * p.bStep();
        int to = panels + p.inner() * nominal(p, number);
        if (p.bStep() != 1) {
            DoubleTurn.matrix(m, from, p.bStep(), width * L, p.inner(), to, width * L);
        } else if (width == WIDE) {
            copyThree(m, from, p.bRow(), to, p.inner());
        } else {
            copyTwo(m, from, p.bRow(), to, p.inner());
        }
    }

    /** How many blocks a product is made of; those of the same rows come one after the other. */
    static int blocks(Product p) {
        return (p.rows() + ROWS - 1) / ROWS * groups(p);
    }

    /** The last group has what is left over, so that no two threads meet where the last panel overlaps the one before it. */
    private static int groups(Product p) {
        return Math.max(1, count(p) / GROUP);
    }

    /**
     * Makes block {@code number} of C, panel by panel: a panel that overlaps the one before it makes the same numbers again.
     *
     * @param panels where all panels of B lie
     * @param starts where there is room for {@link #starts}
     */
    static void block(double[] m, Product p, int a, int panels, int bias, int c, int number, int starts) {
        int groups = groups(p);
        int row = number / groups * ROWS;
        int rows = Math.min(ROWS, p.rows() - row);
        for (int i = 0; i < rows; i++) {
            broadcast(S, m[bias + row + i]).intoArray(m, starts + i * L);
        }
        int group = number % groups;
        int end = group == groups - 1 ? count(p) : (group + 1) * GROUP;
        for (int i = group * GROUP; i < end; i++) {
            int b = panels + p.inner() * nominal(p, i);
            int to = c + row * p.columns() + first(p, i);
            panel(m, p, a + row * p.aRow(), rows, b, width(p, i), starts, to);
        }
    }

    private static void panel(double[] m, Product p, int a, int rows, int b, int width, int starts, int c) {
        piece(m, p, a, rows, starts, L, 0, c, Math.min(DEEP, p.inner()), width, b);
        for (int k = DEEP; k < p.inner(); k += DEEP) {
            int deep = Math.min(DEEP, p.inner() - k);
            piece(m, p, a + k * p.aStep(), rows, c, p.columns(), L, c, deep, width, b + k * width * L);
        }
    }

    /** Not a loop over vectors: for two or three the loop would take longer than they. */
    private static void copyTwo(double[] m, int from, int fromRow, int to, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = from + row * fromRow;
            fromArray(S, m, at).intoArray(m, to + row * 2 * L);
            fromArray(S, m, at + L).intoArray(m, to + row * 2 * L + L);
        }
    }

    private static void copyThree(double[] m, int from, int fromRow, int to, int rows) {
        for (int row = 0; row < rows; row++) {
            int at = from + row * fromRow;
            fromArray(S, m, at).intoArray(m, to + row * 3 * L);
            fromArray(S, m, at + L).intoArray(m, to + row * 3 * L + L);
            fromArray(S, m, at + 2 * L).intoArray(m, to + row * 3 * L + 2 * L);
        }
    }

    /** Some rows of A with the part of B at {@code b}; C's begin with what lies at {@code from}. */
    private static void piece(
            double[] m,
            Product p,
            int a,
            int rows,
            int from,
            int fromRow,
            int fromNext,
            int c,
            int deep,
            int width,
            int b) {
        int row = 0;
        for (; TALL && row + 8 <= rows; row += 8) {
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
        for (; row + 4 <= rows; row += 4) {
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
        for (; row < rows; row++) {
            one(m, p, a + row * p.aRow(), from + row * fromRow, fromNext, c + row * p.columns(), deep, width, b);
        }
    }

    private static void eight(
            double[] m, Product p, int a, int from, int fromRow, int fromNext, int c, int deep, int width, int b) {
        int cRow = p.columns();
        if (width == WIDE) {
            DoubleVectorPanelTiles.eightByThree(m, a, p.aRow(), p.aStep(), b, from, fromRow, fromNext, c, cRow, deep);
        } else {
            DoubleVectorPanelTiles.eightByTwo(
                    m, a, p.aRow(), p.aStep(), b, NARROW * L, from, fromRow, fromNext, c, cRow, deep);
        }
    }

    private static void four(
            double[] m, Product p, int a, int from, int fromRow, int fromNext, int c, int deep, int width, int b) {
        int cRow = p.columns();
        if (width == WIDE) {
            DoubleVectorPanelTiles.fourByThree(m, a, p.aRow(), p.aStep(), b, from, fromRow, fromNext, c, cRow, deep);
        } else {
            DoubleVectorPanelTiles.fourByTwo(m, a, p.aRow(), p.aStep(), b, from, fromRow, fromNext, c, cRow, deep);
        }
    }

    private static void one(double[] m, Product p, int a, int from, int fromNext, int c, int deep, int width, int b) {
        if (width == WIDE) {
            DoubleVectorPanelTiles.oneByThree(m, a, p.aStep(), b, from, fromNext, c, deep);
        } else {
            DoubleVectorPanelTiles.oneByTwo(m, a, p.aStep(), b, from, fromNext, c, deep);
        }
    }
}
