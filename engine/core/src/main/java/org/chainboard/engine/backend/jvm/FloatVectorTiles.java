package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import jdk.incubator.vector.FloatVector;

/**
 * The inner parts of matrix products: a tile of C is held in registers while all of the inner size goes by. A's element in
 * row i and column k lies at a + i aRow + k aStep, the rows of B and C are contiguous. Row i of C begins with the number at
 * bias + i.
 * <p>Vectors here never go through a method of ours: where the compiler decides not to take it in, each would become an
 * object.
 */
final class FloatVectorTiles {
    private FloatVectorTiles() {}

    /** 4 rows, 3 vectors of columns. */
    static void fourByThree(
            float[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        FloatVector c00 = broadcast(S, m[bias]);
        FloatVector c01 = broadcast(S, m[bias]);
        FloatVector c02 = broadcast(S, m[bias]);
        FloatVector c10 = broadcast(S, m[bias + 1]);
        FloatVector c11 = broadcast(S, m[bias + 1]);
        FloatVector c12 = broadcast(S, m[bias + 1]);
        FloatVector c20 = broadcast(S, m[bias + 2]);
        FloatVector c21 = broadcast(S, m[bias + 2]);
        FloatVector c22 = broadcast(S, m[bias + 2]);
        FloatVector c30 = broadcast(S, m[bias + 3]);
        FloatVector c31 = broadcast(S, m[bias + 3]);
        FloatVector c32 = broadcast(S, m[bias + 3]);
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
            bt += bRow;
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
            float[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        FloatVector c00 = broadcast(S, m[bias]);
        FloatVector c01 = broadcast(S, m[bias]);
        FloatVector c10 = broadcast(S, m[bias + 1]);
        FloatVector c11 = broadcast(S, m[bias + 1]);
        FloatVector c20 = broadcast(S, m[bias + 2]);
        FloatVector c21 = broadcast(S, m[bias + 2]);
        FloatVector c30 = broadcast(S, m[bias + 3]);
        FloatVector c31 = broadcast(S, m[bias + 3]);
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
        FloatVector c00 = broadcast(S, m[bias]);
        FloatVector c10 = broadcast(S, m[bias + 1]);
        FloatVector c20 = broadcast(S, m[bias + 2]);
        FloatVector c30 = broadcast(S, m[bias + 3]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            FloatVector a1 = broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            FloatVector a2 = broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            FloatVector a3 = broadcast(S, m[at + 3 * aRow]);
            c30 = a3.fma(b0, c30);
            at += aStep;
            bt += bRow;
        }
        c00.intoArray(m, c);
        c10.intoArray(m, c + cRow);
        c20.intoArray(m, c + 2 * cRow);
        c30.intoArray(m, c + 3 * cRow);
    }

    /** 1 row, 3 vectors of columns. */
    static void oneByThree(float[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        FloatVector c00 = broadcast(S, m[bias]);
        FloatVector c01 = broadcast(S, m[bias]);
        FloatVector c02 = broadcast(S, m[bias]);
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
            bt += bRow;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
        c02.intoArray(m, c + 2 * L);
    }

    /** 1 row, 2 vectors of columns. */
    static void oneByTwo(float[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        FloatVector c00 = broadcast(S, m[bias]);
        FloatVector c01 = broadcast(S, m[bias]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector b1 = fromArray(S, m, bt + L);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            at += aStep;
            bt += bRow;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
    }

    /** 1 row, 1 vector of columns. */
    static void oneByOne(float[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        FloatVector c00 = broadcast(S, m[bias]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            FloatVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            at += aStep;
            bt += bRow;
        }
        c00.intoArray(m, c);
    }
}
