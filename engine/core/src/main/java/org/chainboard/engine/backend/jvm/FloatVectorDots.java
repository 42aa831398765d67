package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorFolds.FIRST;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import org.chainboard.engine.lower.Product;

/**
 * Products of rows with rows, both along the inner size: the gradient of weights, a sum over the batch. Each result is
 * first a vector of partial sums; the lanes of as many vectors as they have lanes are then added up together.
 */
final class FloatVectorDots {
    private FloatVectorDots() {}

    /** Room that {@link #kernels} needs. */
    static int work(List<Dot> dots) {
        return vectors(dots) * L;
    }

    /** Vectors whose lanes have to be added up, filled up to whole rounds of that. */
    private static int vectors(List<Dot> dots) {
        int all = dots.stream().mapToInt(Dot::all).sum();
        return (all + L - 1) / L * L;
    }

    /** What makes these products, one after the other. The lanes of all are added up together. */
    static List<FloatKernel> kernels(List<Dot> dots, int work) {
        List<FloatKernel> kernels = new ArrayList<>();
        int at = work;
        for (Dot dot : dots) {
            int own = at;
            kernels.add(m -> partialSums(m, dot.product(), dot.a(), dot.b(), own));
            if (dot.sums() >= 0) {
                Product p = dot.product();
                int beside = own + dot.count() * L;
                kernels.add(m -> FloatVectorSums.partialSums(m, dot.a(), p.aRow(), p.rows(), p.inner(), beside));
            }
            at += dot.all() * L;
        }
        int vectors = vectors(dots);
        kernels.add(m -> FloatVectorSums.sumLanes(m, work, vectors));
        kernels.add(new FloatSpread(dots, work));
        dots.stream()
                .filter(dot -> dot.bias() >= 0)
                .forEach(dot -> kernels.add(m -> addBias(m, dot.product(), dot.bias(), dot.c())));
        return kernels;
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
    }

    private static void one(float[] m, int x, int y, int inner, int at) {
        FloatVector sum = fromArray(S, m, x).mul(fromArray(S, m, y));
        int whole = S.loopBound(inner);
        for (int k = L; k < whole; k += L) {
            sum = fromArray(S, m, x + k).fma(fromArray(S, m, y + k), sum);
        }
        if (whole < inner) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (inner - whole));
            FloatVector zero = FloatVector.zero(S);
            FloatVector v = zero.blend(fromArray(S, m, x + whole), first);
            sum = v.fma(zero.blend(fromArray(S, m, y + whole), first), sum);
        }
        sum.intoArray(m, at);
    }

    private static void four(float[] m, int x, int y, int yStep, int inner, int at, int yOut) {
        FloatVector v = fromArray(S, m, x);
        FloatVector s0 = v.mul(fromArray(S, m, y));
        FloatVector s1 = v.mul(fromArray(S, m, y + yStep));
        FloatVector s2 = v.mul(fromArray(S, m, y + 2 * yStep));
        FloatVector s3 = v.mul(fromArray(S, m, y + 3 * yStep));
        int whole = S.loopBound(inner);
        for (int k = L; k < whole; k += L) {
            v = fromArray(S, m, x + k);
            s0 = v.fma(fromArray(S, m, y + k), s0);
            s1 = v.fma(fromArray(S, m, y + yStep + k), s1);
            s2 = v.fma(fromArray(S, m, y + 2 * yStep + k), s2);
            s3 = v.fma(fromArray(S, m, y + 3 * yStep + k), s3);
        }
        if (whole < inner) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (inner - whole));
            FloatVector zero = FloatVector.zero(S);
            v = zero.blend(fromArray(S, m, x + whole), first);
            s0 = v.fma(zero.blend(fromArray(S, m, y + whole), first), s0);
            s1 = v.fma(zero.blend(fromArray(S, m, y + yStep + whole), first), s1);
            s2 = v.fma(zero.blend(fromArray(S, m, y + 2 * yStep + whole), first), s2);
            s3 = v.fma(zero.blend(fromArray(S, m, y + 3 * yStep + whole), first), s3);
        }
        s0.intoArray(m, at);
        s1.intoArray(m, at + yOut);
        s2.intoArray(m, at + 2 * yOut);
        s3.intoArray(m, at + 3 * yOut);
    }

    /** Two rows with four. */
    private static void eight(float[] m, int x, int xStep, int y, int yStep, int inner, int at, int xOut, int yOut) {
        FloatVector v = fromArray(S, m, x);
        FloatVector w = fromArray(S, m, x + xStep);
        FloatVector y0 = fromArray(S, m, y);
        FloatVector y1 = fromArray(S, m, y + yStep);
        FloatVector y2 = fromArray(S, m, y + 2 * yStep);
        FloatVector y3 = fromArray(S, m, y + 3 * yStep);
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
            v = fromArray(S, m, x + k);
            w = fromArray(S, m, x + xStep + k);
            y0 = fromArray(S, m, y + k);
            s0 = v.fma(y0, s0);
            t0 = w.fma(y0, t0);
            y1 = fromArray(S, m, y + yStep + k);
            s1 = v.fma(y1, s1);
            t1 = w.fma(y1, t1);
            y2 = fromArray(S, m, y + 2 * yStep + k);
            s2 = v.fma(y2, s2);
            t2 = w.fma(y2, t2);
            y3 = fromArray(S, m, y + 3 * yStep + k);
            s3 = v.fma(y3, s3);
            t3 = w.fma(y3, t3);
        }
        if (whole < inner) {
            VectorMask<Float> first = VectorMask.fromArray(S, FIRST, L - (inner - whole));
            FloatVector zero = FloatVector.zero(S);
            v = zero.blend(fromArray(S, m, x + whole), first);
            w = zero.blend(fromArray(S, m, x + xStep + whole), first);
            y0 = zero.blend(fromArray(S, m, y + whole), first);
            s0 = v.fma(y0, s0);
            t0 = w.fma(y0, t0);
            y1 = zero.blend(fromArray(S, m, y + yStep + whole), first);
            s1 = v.fma(y1, s1);
            t1 = w.fma(y1, t1);
            y2 = zero.blend(fromArray(S, m, y + 2 * yStep + whole), first);
            s2 = v.fma(y2, s2);
            t2 = w.fma(y2, t2);
            y3 = zero.blend(fromArray(S, m, y + 3 * yStep + whole), first);
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
