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
        FloatVector c0 = broadcast(S, m[bias]);
        FloatVector c1 = broadcast(S, m[bias + 1]);
        FloatVector c2 = broadcast(S, m[bias + 2]);
        FloatVector c3 = broadcast(S, m[bias + 3]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector b0 = fromArray(S, m, bt);
            c0 = b0.fma(broadcast(S, m[at]), c0);
            c1 = b0.fma(broadcast(S, m[at + aRow]), c1);
            c2 = b0.fma(broadcast(S, m[at + 2 * aRow]), c2);
            c3 = b0.fma(broadcast(S, m[at + 3 * aRow]), c3);
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
        FloatVector c0 = broadcast(S, m[bias]);
        FloatVector c1 = broadcast(S, m[bias]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            FloatVector a0 = broadcast(S, m[at]);
            c0 = a0.fma(fromArray(S, m, bt), c0);
            c1 = a0.fma(fromArray(S, m, bt + L), c1);
            at += aStep;
            bt += bRow;
        }
        c0.intoArray(m, c);
        c1.intoArray(m, c + L);
    }

    /** 1 row, 1 vector of columns. */
    static void oneByOne(float[] m, int a, int aStep, int b, int bRow, int bias, int c, int inner) {
        FloatVector c0 = broadcast(S, m[bias]);
        int at = a;
        int bt = b;
        for (int k = 0; k < inner; k++) {
            c0 = fromArray(S, m, bt).fma(broadcast(S, m[at]), c0);
            at += aStep;
            bt += bRow;
        }
        c0.intoArray(m, c);
    }
}
