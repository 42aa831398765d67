package org.chainboard.engine.backend.jvm;

import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.load;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.chainboard.engine.lower.Product;

/**
 * Products of rows with rows, both along the inner size: the gradient of weights, a sum over the batch. Each result is
 * first a vector of partial sums; the lanes of as many vectors as they have lanes are then added up together.
 */
final class FloatVectorDots {
    private FloatVectorDots() {}

    /** Room that {@link #multiply} needs. */
    static int work(Product p) {
        return (p.rows() * (p.columns() + 1) + L) * L;
    }

    /** @param sums where the sums of A's rows go too; negative for nowhere */
    static List<FloatKernel> multiply(Product p, int a, int b, int bias, int c, int sums, int work) {
        int count = p.rows() * p.columns();
        int all = sums < 0 ? count : count + p.rows();
        List<FloatKernel> kernels = new ArrayList<>();
        kernels.add(m -> partialSums(m, p, a, b, work));
        if (sums >= 0) {
            kernels.add(m -> FloatVectorSums.partialSums(m, a, p.aRow(), p.rows(), p.inner(), work + count * L));
        }
        kernels.add(m -> {
            FloatVectorSums.sumLanes(m, work, (all + L - 1) / L * L);
            copy(m, work, c, count);
            copy(m, work + count, sums, all - count);
        });
        if (bias >= 0) {
            kernels.add(m -> addBias(m, p, bias, c));
        }
        return kernels;
    }

    private static void copy(float[] m, int from, int to, int n) {
        int whole = S.loopBound(n);
        for (int i = 0; i < whole; i += L) {
            load(m, from + i).intoArray(m, to + i);
        }
        for (int i = whole; i < n; i++) {
            m[to + i] = m[from + i];
        }
    }

    private static void addBias(float[] m, Product p, int bias, int c) {
        for (int row = 0; row < p.rows(); row++) {
            for (int i = 0; i < p.columns(); i++) {
                m[c + row * p.columns() + i] += m[bias + row];
            }
        }
    }

    /** A vector of partial sums for each result, row by row of C. Four are made at a time, along the longer side of C. */
    private static void partialSums(float[] m, Product p, int a, int b, int work) {
        int columns = p.columns();
        if (p.rows() > columns) {
            lines(m, b, p.bStep(), columns, a, p.aRow(), p.rows(), p.inner(), work, L, columns * L);
        } else {
            lines(m, a, p.aRow(), p.rows(), b, p.bStep(), columns, p.inner(), work, columns * L, L);
        }
    }

    /** Rows at {@code x} with rows at {@code y}: the vector of i and j goes i {@code xOut} + j {@code yOut} after {@code at}. */
    private static void lines(
            float[] m, int x, int xStep, int xs, int y, int yStep, int ys, int inner, int at, int xOut, int yOut) {
        int fours = ys - ys % 4;
        int i = 0;
        for (; i + 2 <= xs; i += 2) {
            for (int j = 0; j < fours; j += 4) {
                eight(m, x + i * xStep, xStep, y + j * yStep, yStep, inner, at + i * xOut + j * yOut, xOut, yOut);
            }
        }
        for (; i < xs; i++) {
            for (int j = 0; j < fours; j += 4) {
                four(m, x + i * xStep, y + j * yStep, yStep, inner, at + i * xOut + j * yOut, yOut);
            }
        }
        for (int j = fours; j < ys; j++) {
            for (i = 0; i < xs; i++) {
                one(m, x + i * xStep, y + j * yStep, inner, at + i * xOut + j * yOut);
            }
        }
        if (S.loopBound(inner) < inner) {
            ends(m, x, xStep, xs, y, yStep, ys, inner, at, xOut, yOut);
        }
    }

    /** Adds the products of the last numbers of each row, which fill no vector. */
    private static void ends(
            float[] m, int x, int xStep, int xs, int y, int yStep, int ys, int inner, int at, int xOut, int yOut) {
        int whole = S.loopBound(inner);
        for (int i = 0; i < xs; i++) {
            FloatVector v = FloatVectorSums.first(m, x + i * xStep + whole, inner - whole);
            for (int j = 0; j < ys; j++) {
                int out = at + i * xOut + j * yOut;
                FloatVector w = FloatVectorSums.first(m, y + j * yStep + whole, inner - whole);
                v.fma(w, load(m, out)).intoArray(m, out);
            }
        }
    }

    private static void one(float[] m, int x, int y, int inner, int at) {
        FloatVector sum = load(m, x).mul(load(m, y));
        int whole = S.loopBound(inner);
        for (int k = L; k < whole; k += L) {
            sum = load(m, x + k).fma(load(m, y + k), sum);
        }
        sum.intoArray(m, at);
    }

    private static void four(float[] m, int x, int y, int yStep, int inner, int at, int yOut) {
        FloatVector v = load(m, x);
        FloatVector s0 = v.mul(load(m, y));
        FloatVector s1 = v.mul(load(m, y + yStep));
        FloatVector s2 = v.mul(load(m, y + 2 * yStep));
        FloatVector s3 = v.mul(load(m, y + 3 * yStep));
        int whole = S.loopBound(inner);
        for (int k = L; k < whole; k += L) {
            v = load(m, x + k);
            s0 = v.fma(load(m, y + k), s0);
            s1 = v.fma(load(m, y + yStep + k), s1);
            s2 = v.fma(load(m, y + 2 * yStep + k), s2);
            s3 = v.fma(load(m, y + 3 * yStep + k), s3);
        }
        s0.intoArray(m, at);
        s1.intoArray(m, at + yOut);
        s2.intoArray(m, at + 2 * yOut);
        s3.intoArray(m, at + 3 * yOut);
    }

    /** Two rows with four. */
    private static void eight(float[] m, int x, int xStep, int y, int yStep, int inner, int at, int xOut, int yOut) {
        FloatVector v = load(m, x);
        FloatVector w = load(m, x + xStep);
        FloatVector y0 = load(m, y);
        FloatVector y1 = load(m, y + yStep);
        FloatVector y2 = load(m, y + 2 * yStep);
        FloatVector y3 = load(m, y + 3 * yStep);
        FloatVector s0 = v.mul(y0);
        FloatVector s1 = v.mul(y1);
        FloatVector s2 = v.mul(y2);
        FloatVector s3 = v.mul(y3);
        FloatVector t0 = w.mul(y0);
        FloatVector t1 = w.mul(y1);
        FloatVector t2 = w.mul(y2);
        FloatVector t3 = w.mul(y3);
        int whole = S.loopBound(inner);
        for (int k = L; k < whole; k += L) {
            v = load(m, x + k);
            w = load(m, x + xStep + k);
            y0 = load(m, y + k);
            s0 = v.fma(y0, s0);
            t0 = w.fma(y0, t0);
            y1 = load(m, y + yStep + k);
            s1 = v.fma(y1, s1);
            t1 = w.fma(y1, t1);
            y2 = load(m, y + 2 * yStep + k);
            s2 = v.fma(y2, s2);
            t2 = w.fma(y2, t2);
            y3 = load(m, y + 3 * yStep + k);
            s3 = v.fma(y3, s3);
            t3 = w.fma(y3, t3);
        }
        s0.intoArray(m, at);
        s1.intoArray(m, at + yOut);
        s2.intoArray(m, at + 2 * yOut);
        s3.intoArray(m, at + 3 * yOut);
        t0.intoArray(m, at + xOut);
        t1.intoArray(m, at + xOut + yOut);
        t2.intoArray(m, at + xOut + 2 * yOut);
        t3.intoArray(m, at + xOut + 3 * yOut);
    }
}
