package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.load;

import jdk.incubator.vector.FloatVector;

/**
 * The inner parts of matrix products: a tile of C is held in registers while all of the inner size goes by. A's element in
 * row i and column k lies at a + i aRow + k aStep, the rows of B and C are contiguous.
 *
 * <p>A tile starts from the number {@code bias} holds for its row, or from what C holds where bias is {@link #MORE}, or
 * from 0 where it is {@link #NONE}.
 */
final class FloatVectorTiles {
    static final int NONE = -1;
    static final int MORE = -2;

    private FloatVectorTiles() {}

    private static FloatVector start(float[] m, int bias, int row, int c) {
        if (bias >= 0) {
            return FloatVector.broadcast(S, m[bias + row]);
        }
        return bias == MORE ? load(m, c) : FloatVector.zero(S);
    }

    /** 8 rows, 2 vectors of columns. */
    static void eightByTwo(
            float[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        FloatVector c00 = start(m, bias, 0, c);
        FloatVector c01 = start(m, bias, 0, c + L);
        FloatVector c10 = start(m, bias, 1, c + cRow);
        FloatVector c11 = start(m, bias, 1, c + cRow + L);
        FloatVector c20 = start(m, bias, 2, c + 2 * cRow);
        FloatVector c21 = start(m, bias, 2, c + 2 * cRow + L);
        FloatVector c30 = start(m, bias, 3, c + 3 * cRow);
        FloatVector c31 = start(m, bias, 3, c + 3 * cRow + L);
        FloatVector c40 = start(m, bias, 4, c + 4 * cRow);
        FloatVector c41 = start(m, bias, 4, c + 4 * cRow + L);
        FloatVector c50 = start(m, bias, 5, c + 5 * cRow);
        FloatVector c51 = start(m, bias, 5, c + 5 * cRow + L);
        FloatVector c60 = start(m, bias, 6, c + 6 * cRow);
        FloatVector c61 = start(m, bias, 6, c + 6 * cRow + L);
        FloatVector c70 = start(m, bias, 7, c + 7 * cRow);
        FloatVector c71 = start(m, bias, 7, c + 7 * cRow + L);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(m, bt);
            FloatVector b1 = load(m, bt + L);
            FloatVector a0 = FloatVector.broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(S, m[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            FloatVector a4 = FloatVector.broadcast(S, m[at + 4 * aRow]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            FloatVector a5 = FloatVector.broadcast(S, m[at + 5 * aRow]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            FloatVector a6 = FloatVector.broadcast(S, m[at + 6 * aRow]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            FloatVector a7 = FloatVector.broadcast(S, m[at + 7 * aRow]);
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

    /** 4 rows, 2 vectors of columns. */
    static void fourByTwo(
            float[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        FloatVector c00 = start(m, bias, 0, c);
        FloatVector c01 = start(m, bias, 0, c + L);
        FloatVector c10 = start(m, bias, 1, c + cRow);
        FloatVector c11 = start(m, bias, 1, c + cRow + L);
        FloatVector c20 = start(m, bias, 2, c + 2 * cRow);
        FloatVector c21 = start(m, bias, 2, c + 2 * cRow + L);
        FloatVector c30 = start(m, bias, 3, c + 3 * cRow);
        FloatVector c31 = start(m, bias, 3, c + 3 * cRow + L);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(m, bt);
            FloatVector b1 = load(m, bt + L);
            FloatVector a0 = FloatVector.broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            FloatVector a1 = FloatVector.broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            FloatVector a2 = FloatVector.broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            FloatVector a3 = FloatVector.broadcast(S, m[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
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
    }

    /** 4 rows, 1 vector of columns. */
    static void fourByOne(
            float[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        FloatVector c0 = start(m, bias, 0, c);
        FloatVector c1 = start(m, bias, 1, c + cRow);
        FloatVector c2 = start(m, bias, 2, c + 2 * cRow);
        FloatVector c3 = start(m, bias, 3, c + 3 * cRow);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = load(m, bt);
            c0 = b0.fma(FloatVector.broadcast(S, m[at]), c0);
            c1 = b0.fma(FloatVector.broadcast(S, m[at + aRow]), c1);
            c2 = b0.fma(FloatVector.broadcast(S, m[at + 2 * aRow]), c2);
            c3 = b0.fma(FloatVector.broadcast(S, m[at + 3 * aRow]), c3);
            at += aStep;
            bt += bRow;
        }
        c0.intoArray(m, c);
        c1.intoArray(m, c + cRow);
        c2.intoArray(m, c + 2 * cRow);
        c3.intoArray(m, c + 3 * cRow);
    }

    /** 1 row, 2 vectors of columns. */
    static void oneByTwo(float[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        FloatVector c0 = start(m, bias, 0, c);
        FloatVector c1 = start(m, bias, 0, c + L);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector a0 = FloatVector.broadcast(S, m[at]);
            c0 = a0.fma(load(m, bt), c0);
            c1 = a0.fma(load(m, bt + L), c1);
            at += aStep;
            bt += bRow;
        }
        c0.intoArray(m, c);
        c1.intoArray(m, c + L);
    }

    /** 1 row, 1 vector of columns. */
    static void oneByOne(float[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        FloatVector c0 = start(m, bias, 0, c);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            c0 = load(m, bt).fma(FloatVector.broadcast(S, m[at]), c0);
            at += aStep;
            bt += bRow;
        }
        c0.intoArray(m, c);
    }
}
