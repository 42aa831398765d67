package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.L;
import static org.chainboard.engine.backend.jvm.DoubleVectorLoops.S;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** As {@link FloatVectorCurves}, with the longer series that double precision needs. */
final class DoubleVectorCurves {
    /** Added to a number below 2^51 it leaves the nearest whole number in the last bits. */
    private static final double SHIFT = 6755399441055744.0;

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0.693145751953125;
    private static final double LN2_LOW = 1.42860682030941723212e-6;
    /** Beyond these exp is infinite or 0. */
    private static final double HIGHEST = 710;

    private static final double LOWEST = -746;
    /** √½, as bits. */
    private static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;

    private DoubleVectorCurves() {}

    private static DoubleVector exp(DoubleVector v) {
        DoubleVector high = v.blend(HIGHEST, v.compare(VectorOperators.GT, HIGHEST));
        DoubleVector x = high.blend(LOWEST, high.compare(VectorOperators.LT, LOWEST));
        DoubleVector shifted = x.fma(broadcast(S, LOG2_E), broadcast(S, SHIFT));
        DoubleVector n = shifted.sub(SHIFT);
        DoubleVector r = n.fma(broadcast(S, -LN2_LOW), n.fma(broadcast(S, -LN2_HIGH), x));
        DoubleVector p = expNearZero(r);
        // In two steps: 2^n itself may lie outside the numbers there are while the product does not.
        LongVector whole = shifted.reinterpretAsLongs().sub(Double.doubleToRawLongBits(SHIFT));
        LongVector half = whole.lanewise(VectorOperators.ASHR, 1);
        return p.mul(power(half)).mul(power(whole.sub(half)));
    }

    /** The series; by itself, since a method of more than 325 bytes is not compiled into its callers. */
    private static DoubleVector expNearZero(DoubleVector r) {
        DoubleVector p = broadcast(S, 1.0 / 6227020800L);
        p = p.fma(r, broadcast(S, 1.0 / 479001600));
        p = p.fma(r, broadcast(S, 1.0 / 39916800));
        p = p.fma(r, broadcast(S, 1.0 / 3628800));
        p = p.fma(r, broadcast(S, 1.0 / 362880));
        p = p.fma(r, broadcast(S, 1.0 / 40320));
        p = p.fma(r, broadcast(S, 1.0 / 5040));
        p = p.fma(r, broadcast(S, 1.0 / 720));
        p = p.fma(r, broadcast(S, 1.0 / 120));
        p = p.fma(r, broadcast(S, 1.0 / 24));
        p = p.fma(r, broadcast(S, 1.0 / 6));
        p = p.fma(r, broadcast(S, 0.5));
        p = p.fma(r, broadcast(S, 1));
        return p.fma(r, broadcast(S, 1));
    }

    /** 2^n. */
    private static DoubleVector power(LongVector n) {
        return n.add(1023).lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
    }

    private static DoubleVector logOfPositive(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector e = bits.sub(ROOT_HALF).lanewise(VectorOperators.ASHR, 52);
        DoubleVector m = bits.sub(e.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles();
        DoubleVector exponent =
                e.add(Double.doubleToRawLongBits(SHIFT)).reinterpretAsDoubles().sub(SHIFT);
        DoubleVector d = m.sub(1);
        DoubleVector f = d.div(m.add(1));
        DoubleVector z = f.mul(f);
        DoubleVector p = broadcast(S, 2.0 / 21);
        p = p.fma(z, broadcast(S, 2.0 / 19));
        p = p.fma(z, broadcast(S, 2.0 / 17));
        p = p.fma(z, broadcast(S, 2.0 / 15));
        p = p.fma(z, broadcast(S, 2.0 / 13));
        p = p.fma(z, broadcast(S, 2.0 / 11));
        p = p.fma(z, broadcast(S, 2.0 / 9));
        p = p.fma(z, broadcast(S, 2.0 / 7));
        p = p.fma(z, broadcast(S, 2.0 / 5));
        p = p.fma(z, broadcast(S, 2.0 / 3));
        // 2 f = d - f d: written so, the large part is exact
        DoubleVector rest = p.mul(z).mul(f).sub(f.mul(d));
        return exponent.fma(
                broadcast(S, LN2_HIGH),
                exponent.fma(broadcast(S, LN2_LOW), rest).add(d));
    }

    private static DoubleVector log(DoubleVector v) {
        // numbers too small for a full precision are taken up by 2^54 first
        var tiny = v.compare(VectorOperators.LT, Double.MIN_NORMAL);
        DoubleVector x = v.blend(v.mul(18014398509481984.0), tiny);
        DoubleVector y = logOfPositive(x);
        y = y.blend(y.sub(37.42994775023705), tiny);
        y = y.blend(Double.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, 0));
        y = y.blend(Double.NaN, v.compare(VectorOperators.LT, 0));
        // infinite, or not a number: itself
        return y.blend(v, v.compare(VectorOperators.LE, Double.MAX_VALUE).not());
    }

    /** log(1 + z) for z from 0 to 1; the correction by Kahan keeps small z exact. */
    private static DoubleVector log1p(DoubleVector z) {
        DoubleVector u = z.add(1);
        DoubleVector y = logOfPositive(u).mul(z).div(u.sub(1));
        return y.blend(z, u.compare(VectorOperators.EQ, 1));
    }

    static void exp(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            exp(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void log(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            log(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void sigmoid(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            DoubleVector x = fromArray(S, m, a + i);
            DoubleVector e = exp(x.abs().neg());
            DoubleVector top = e.blend(1, x.compare(VectorOperators.GE, 0));
            top.div(e.add(1)).intoArray(m, out + i);
        }
    }

    /** max(x, 0) + log(1 + exp(-|x|)). */
    static void softplus(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            DoubleVector x = fromArray(S, m, a + i);
            DoubleVector above = x.blend(0, x.compare(VectorOperators.LE, 0));
            above.add(log1p(exp(x.abs().neg()))).intoArray(m, out + i);
        }
    }

    /**
     * Below 0.625 a quotient of polynomials with the figures of Cephes 2.8, from there on 1 - 2 / (exp(2x) + 1). In two
     * rounds, since a method with both would be too large to be compiled without making objects.
     */
    static void tanh(double[] m, int a, int out, int n) {
        if (a == out) {
            for (int i = 0; i < n; i++) {
                m[out + i] = Math.tanh(m[a + i]);
            }
            return;
        }
        for (int i = 0; i < n; i += L) {
            DoubleVector size = fromArray(S, m, a + i).abs();
            exp(size.add(size)).intoArray(m, out + i);
        }
        tanhFromExp(m, a, out, n);
    }

    /** @param out where exp(2 |x|) lies, and tanh x is to lie */
    private static void tanhFromExp(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            DoubleVector x = fromArray(S, m, a + i);
            DoubleVector z = x.mul(x);
            DoubleVector p = broadcast(S, -9.64399179425052238628e-1);
            p = p.fma(z, broadcast(S, -9.92877231001918586564e1));
            p = p.fma(z, broadcast(S, -1.61468768441708447952e3));
            DoubleVector q = z.add(1.12811678491632931402e2);
            q = q.fma(z, broadcast(S, 2.23548839060100448583e3));
            q = q.fma(z, broadcast(S, 4.84406305325125486048e3));
            var isFar = x.abs().compare(VectorOperators.GE, 0.625);
            DoubleVector bottom = q.blend(fromArray(S, m, out + i).add(1), isFar);
            DoubleVector quotient = z.mul(p).blend(2, isFar).div(bottom);
            DoubleVector far = broadcast(S, 1).sub(quotient);
            far = far.blend(far.neg(), x.compare(VectorOperators.LT, 0));
            quotient.fma(x, x).blend(far, isFar).intoArray(m, out + i);
        }
    }
}
