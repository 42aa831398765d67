package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.S;

import jdk.incubator.vector.DoubleVector;

/**
 * The inner parts of matrix products: a tile of C is held in registers while all of the inner size goes by. A's element in
 * row i and column k lies at a + i aRow + k aStep, the rows of B and C are contiguous. Row i of C begins with the number at
 * bias + i.
 * <p>Vectors here never go through a method of ours: where the compiler decides not to take it in, each would become an
 * object.
 */
final class DoubleVectorTiles {
    private DoubleVectorTiles() {}

    /** 4 rows, 3 vectors of columns. */
    static void fourByThree(
            double[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        DoubleVector c00 = broadcast(S, m[bias]);
        DoubleVector c01 = broadcast(S, m[bias]);
        DoubleVector c02 = broadcast(S, m[bias]);
        DoubleVector c10 = broadcast(S, m[bias + 1]);
        DoubleVector c11 = broadcast(S, m[bias + 1]);
        DoubleVector c12 = broadcast(S, m[bias + 1]);
        DoubleVector c20 = broadcast(S, m[bias + 2]);
        DoubleVector c21 = broadcast(S, m[bias + 2]);
        DoubleVector c22 = broadcast(S, m[bias + 2]);
        DoubleVector c30 = broadcast(S, m[bias + 3]);
        DoubleVector c31 = broadcast(S, m[bias + 3]);
        DoubleVector c32 = broadcast(S, m[bias + 3]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = fromArray(S, m, bt);
            DoubleVector b1 = fromArray(S, m, bt + L);
            DoubleVector b2 = fromArray(S, m, bt + 2 * L);
            DoubleVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            DoubleVector a1 = broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            DoubleVector a2 = broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            DoubleVector a3 = broadcast(S, m[at + 3 * aRow]);
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
            double[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        DoubleVector c00 = broadcast(S, m[bias]);
        DoubleVector c01 = broadcast(S, m[bias]);
        DoubleVector c10 = broadcast(S, m[bias + 1]);
        DoubleVector c11 = broadcast(S, m[bias + 1]);
        DoubleVector c20 = broadcast(S, m[bias + 2]);
        DoubleVector c21 = broadcast(S, m[bias + 2]);
        DoubleVector c30 = broadcast(S, m[bias + 3]);
        DoubleVector c31 = broadcast(S, m[bias + 3]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = fromArray(S, m, bt);
            DoubleVector b1 = fromArray(S, m, bt + L);
            DoubleVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = broadcast(S, m[at + 3 * aRow]);
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
            double[] m, int a, int aRow, int aStep, int b, int bRow, int bias, int c, int cRow, int inner) {
        DoubleVector c00 = broadcast(S, m[bias]);
        DoubleVector c10 = broadcast(S, m[bias + 1]);
        DoubleVector c20 = broadcast(S, m[bias + 2]);
        DoubleVector c30 = broadcast(S, m[bias + 3]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = fromArray(S, m, bt);
            DoubleVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = broadcast(S, m[at + aRow]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = broadcast(S, m[at + 2 * aRow]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = broadcast(S, m[at + 3 * aRow]);
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
    static void oneByThree(double[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        DoubleVector c00 = broadcast(S, m[bias]);
        DoubleVector c01 = broadcast(S, m[bias]);
        DoubleVector c02 = broadcast(S, m[bias]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = fromArray(S, m, bt);
            DoubleVector b1 = fromArray(S, m, bt + L);
            DoubleVector b2 = fromArray(S, m, bt + 2 * L);
            DoubleVector a0 = broadcast(S, m[at]);
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
    static void oneByTwo(double[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        DoubleVector c00 = broadcast(S, m[bias]);
        DoubleVector c01 = broadcast(S, m[bias]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = fromArray(S, m, bt);
            DoubleVector b1 = fromArray(S, m, bt + L);
            DoubleVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            at += aStep;
            bt += bRow;
        }
        c00.intoArray(m, c);
        c01.intoArray(m, c + L);
    }

    /** 1 row, 1 vector of columns. */
    static void oneByOne(double[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        DoubleVector c00 = broadcast(S, m[bias]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            DoubleVector b0 = fromArray(S, m, bt);
            DoubleVector a0 = broadcast(S, m[at]);
            c00 = a0.fma(b0, c00);
            at += aStep;
            bt += bRow;
        }
        c00.intoArray(m, c);
    }
}
