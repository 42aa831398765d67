package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import jdk.incubator.vector.FloatVector;

/**
 * The inner parts of large products: a tile of C is held in registers while a part of the inner size goes by. A's element
 * in row i and column k lies at a + i aRow + k aStep; rows of C are {@code cRow} apart. No loop over rows or vectors: each
 * accumulator has to be a variable of its own to stay in a register. Where eight rows of A are read, each is found from
 * the one before: with a distance of its own for each the compiler runs out of registers, now and then or always, and the
 * tile takes half as long again. As in {@link FloatVectorTiles} no vector goes through a method.
 */
final class FloatVectorPanelTiles {
    private FloatVectorPanelTiles() {}

    /**
     * 8 rows, 3 vectors of columns.
     *
     * @param b where B's part lies, each of its rows 3 vectors
     * @param from where the first vector lies that C's rows begin with; {@code fromNext} after it the next one
     * @param fromRow how far the next row's are from those
     */
    static void eightByThree(
            float[] m,
            int a,
            int aRow,
            int aStep,
            int b,
            int from,
            int fromRow,
            int fromNext,
            int c,
            int cRow,
            int inner) {
        FloatVector c00 = fromArray(S, m, from);
        FloatVector c01 = fromArray(S, m, from + fromNext);
        FloatVector c02 = fromArray(S, m, from + 2 * fromNext);
        FloatVector c10 = fromArray(S, m, from + fromRow);
        FloatVector c11 = fromArray(S, m, from + fromRow + fromNext);
        FloatVector c12 = fromArray(S, m, from + fromRow + 2 * fromNext);
        FloatVector c20 = fromArray(S, m, from + 2 * fromRow);
        FloatVector c21 = fromArray(S, m, from + 2 * fromRow + fromNext);
        FloatVector c22 = fromArray(S, m, from + 2 * fromRow + 2 * fromNext);
        FloatVector c30 = fromArray(S, m, from + 3 * fromRow);
        FloatVector c31 = fromArray(S, m, from + 3 * fromRow + fromNext);
        FloatVector c32 = fromArray(S, m, from + 3 * fromRow + 2 * fromNext);
        FloatVector c40 = fromArray(S, m, from + 4 * fromRow);
        FloatVector c41 = fromArray(S, m, from + 4 * fromRow + fromNext);
        FloatVector c42 = fromArray(S, m, from + 4 * fromRow + 2 * fromNext);
        FloatVector c50 = fromArray(S, m, from + 5 * fromRow);
        FloatVector c51 = fromArray(S, m, from + 5 * fromRow + fromNext);
        FloatVector c52 = fromArray(S, m, from + 5 * fromRow + 2 * fromNext);
        FloatVector c60 = fromArray(S, m, from + 6 * fromRow);
        FloatVector c61 = fromArray(S, m, from + 6 * fromRow + fromNext);
        FloatVector c62 = fromArray(S, m, from + 6 * fromRow + 2 * fromNext);
        FloatVector c70 = fromArray(S, m, from + 7 * fromRow);
        FloatVector c71 = fromArray(S, m, from + 7 * fromRow + fromNext);
        FloatVector c72 = fromArray(S, m, from + 7 * fromRow + 2 * fromNext);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector b1 = fromArray(S, m, bt + L);
            FloatVector b2 = fromArray(S, m, bt + 2 * L);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            int row = at + aRow;
            FloatVector a1 = broadcast(S, m[row]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            row += aRow;
            FloatVector a2 = broadcast(S, m[row]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            row += aRow;
            FloatVector a3 = broadcast(S, m[row]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            row += aRow;
            FloatVector a4 = broadcast(S, m[row]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
            row += aRow;
            FloatVector a5 = broadcast(S, m[row]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            c52 = a5.fma(b2, c52);
            row += aRow;
            FloatVector a6 = broadcast(S, m[row]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            c62 = a6.fma(b2, c62);
            row += aRow;
            FloatVector a7 = broadcast(S, m[row]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            c72 = a7.fma(b2, c72);
            at += aStep;
            bt += 3 * L;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
        c02.intoArray(m, c + 2 * L);
        c10.intoArray(m, c + cRow);
        c11.intoArray(m, c + cRow + L);
        c12.intoArray(m, c + cRow + 2 * L);
        c20.intoArray(m, c + 2 * cRow);
        c21.intoArray(m, c + 2 * cRow + L);
        c22.intoArray(m, c + 2 * cRow + 2 * L);
        c30.intoArray(m, c + 3 * cRow);
        c31.intoArray(m, c + 3 * cRow + L);
        c32.intoArray(m, c + 3 * cRow + 2 * L);
        c40.intoArray(m, c + 4 * cRow);
        c41.intoArray(m, c + 4 * cRow + L);
        c42.intoArray(m, c + 4 * cRow + 2 * L);
        c50.intoArray(m, c + 5 * cRow);
        c51.intoArray(m, c + 5 * cRow + L);
        c52.intoArray(m, c + 5 * cRow + 2 * L);
        c60.intoArray(m, c + 6 * cRow);
        c61.intoArray(m, c + 6 * cRow + L);
        c62.intoArray(m, c + 6 * cRow + 2 * L);
        c70.intoArray(m, c + 7 * cRow);
        c71.intoArray(m, c + 7 * cRow + L);
        c72.intoArray(m, c + 7 * cRow + 2 * L);
    }

    /**
     * 8 rows, 2 vectors of columns.
     *
     * @param bRow 2 vectors: where the compiler knows that, it runs out of registers here
     */
    static void eightByTwo(
            float[] m,
            int a,
            int aRow,
            int aStep,
            int b,
            int bRow,
            int from,
            int fromRow,
            int fromNext,
            int c,
            int cRow,
            int inner) {
        FloatVector c00 = fromArray(S, m, from);
        FloatVector c01 = fromArray(S, m, from + fromNext);
        FloatVector c10 = fromArray(S, m, from + fromRow);
        FloatVector c11 = fromArray(S, m, from + fromRow + fromNext);
        FloatVector c20 = fromArray(S, m, from + 2 * fromRow);
        FloatVector c21 = fromArray(S, m, from + 2 * fromRow + fromNext);
        FloatVector c30 = fromArray(S, m, from + 3 * fromRow);
        FloatVector c31 = fromArray(S, m, from + 3 * fromRow + fromNext);
        FloatVector c40 = fromArray(S, m, from + 4 * fromRow);
        FloatVector c41 = fromArray(S, m, from + 4 * fromRow + fromNext);
        FloatVector c50 = fromArray(S, m, from + 5 * fromRow);
        FloatVector c51 = fromArray(S, m, from + 5 * fromRow + fromNext);
        FloatVector c60 = fromArray(S, m, from + 6 * fromRow);
        FloatVector c61 = fromArray(S, m, from + 6 * fromRow + fromNext);
        FloatVector c70 = fromArray(S, m, from + 7 * fromRow);
        FloatVector c71 = fromArray(S, m, from + 7 * fromRow + fromNext);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector b1 = fromArray(S, m, bt + L);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            int row = at + aRow;
            FloatVector a1 = broadcast(S, m[row]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            row += aRow;
            FloatVector a2 = broadcast(S, m[row]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            row += aRow;
            FloatVector a3 = broadcast(S, m[row]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            row += aRow;
            FloatVector a4 = broadcast(S, m[row]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            row += aRow;
            FloatVector a5 = broadcast(S, m[row]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            row += aRow;
            FloatVector a6 = broadcast(S, m[row]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            row += aRow;
            FloatVector a7 = broadcast(S, m[row]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            at += aStep;
            bt += bRow;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
        c10.intoArray(m, c + cRow);
        c11.intoArray(m, c + cRow + L);
        c20.intoArray(m, c + 2 * cRow);
        c21.intoArray(m, c + 2 * cRow + L);
        c30.intoArray(m, c + 3 * cRow);
        c31.intoArray(m, c + 3 * cRow + L);
        c40.intoArray(m, c + 4 * cRow);
        c41.intoArray(m, c + 4 * cRow + L);
        c50.intoArray(m, c + 5 * cRow);
        c51.intoArray(m, c + 5 * cRow + L);
        c60.intoArray(m, c + 6 * cRow);
        c61.intoArray(m, c + 6 * cRow + L);
        c70.intoArray(m, c + 7 * cRow);
        c71.intoArray(m, c + 7 * cRow + L);
    }

    /** 4 rows, 3 vectors of columns. */
    static void fourByThree(
            float[] m,
            int a,
            int aRow,
            int aStep,
            int b,
            int from,
            int fromRow,
            int fromNext,
            int c,
            int cRow,
            int inner) {
        FloatVector c00 = fromArray(S, m, from);
        FloatVector c01 = fromArray(S, m, from + fromNext);
        FloatVector c02 = fromArray(S, m, from + 2 * fromNext);
        FloatVector c10 = fromArray(S, m, from + fromRow);
        FloatVector c11 = fromArray(S, m, from + fromRow + fromNext);
        FloatVector c12 = fromArray(S, m, from + fromRow + 2 * fromNext);
        FloatVector c20 = fromArray(S, m, from + 2 * fromRow);
        FloatVector c21 = fromArray(S, m, from + 2 * fromRow + fromNext);
        FloatVector c22 = fromArray(S, m, from + 2 * fromRow + 2 * fromNext);
        FloatVector c30 = fromArray(S, m, from + 3 * fromRow);
        FloatVector c31 = fromArray(S, m, from + 3 * fromRow + fromNext);
        FloatVector c32 = fromArray(S, m, from + 3 * fromRow + 2 * fromNext);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector b1 = fromArray(S, m, bt + L);
            FloatVector b2 = fromArray(S, m, bt + 2 * L);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            FloatVector a1 = broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            FloatVector a2 = broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            FloatVector a3 = broadcast(S, m[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            at += aStep;
            bt += 3 * L;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
        c02.intoArray(m, c + 2 * L);
        c10.intoArray(m, c + cRow);
        c11.intoArray(m, c + cRow + L);
        c12.intoArray(m, c + cRow + 2 * L);
        c20.intoArray(m, c + 2 * cRow);
        c21.intoArray(m, c + 2 * cRow + L);
        c22.intoArray(m, c + 2 * cRow + 2 * L);
        c30.intoArray(m, c + 3 * cRow);
        c31.intoArray(m, c + 3 * cRow + L);
        c32.intoArray(m, c + 3 * cRow + 2 * L);
    }

    /** 4 rows, 2 vectors of columns. */
    static void fourByTwo(
            float[] m,
            int a,
            int aRow,
            int aStep,
            int b,
            int from,
            int fromRow,
            int fromNext,
            int c,
            int cRow,
            int inner) {
        FloatVector c00 = fromArray(S, m, from);
        FloatVector c01 = fromArray(S, m, from + fromNext);
        FloatVector c10 = fromArray(S, m, from + fromRow);
        FloatVector c11 = fromArray(S, m, from + fromRow + fromNext);
        FloatVector c20 = fromArray(S, m, from + 2 * fromRow);
        FloatVector c21 = fromArray(S, m, from + 2 * fromRow + fromNext);
        FloatVector c30 = fromArray(S, m, from + 3 * fromRow);
        FloatVector c31 = fromArray(S, m, from + 3 * fromRow + fromNext);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector b1 = fromArray(S, m, bt + L);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = broadcast(S, m[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            at += aStep;
            bt += 2 * L;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
        c10.intoArray(m, c + cRow);
        c11.intoArray(m, c + cRow + L);
        c20.intoArray(m, c + 2 * cRow);
        c21.intoArray(m, c + 2 * cRow + L);
        c30.intoArray(m, c + 3 * cRow);
        c31.intoArray(m, c + 3 * cRow + L);
    }

    /** 1 row, 3 vectors of columns. */
    static void oneByThree(float[] m, int a, int aStep, int b, int from, int fromNext, int c, int inner) {
        FloatVector c00 = fromArray(S, m, from);
        FloatVector c01 = fromArray(S, m, from + fromNext);
        FloatVector c02 = fromArray(S, m, from + 2 * fromNext);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector b1 = fromArray(S, m, bt + L);
            FloatVector b2 = fromArray(S, m, bt + 2 * L);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            at += aStep;
            bt += 3 * L;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
        c02.intoArray(m, c + 2 * L);
    }

    /** 1 row, 2 vectors of columns. */
    static void oneByTwo(float[] m, int a, int aStep, int b, int from, int fromNext, int c, int inner) {
        FloatVector c00 = fromArray(S, m, from);
        FloatVector c01 = fromArray(S, m, from + fromNext);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector b1 = fromArray(S, m, bt + L);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            at += aStep;
            bt += 2 * L;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
    }
}
