package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.L;
import static org.chainboard.engine.backend.jvm.FloatVectorLoops.S;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The exponential and its relatives, whole vectors at a time, right to a few units in the last place: exp(x) is 2^n times
 * the Taylor series of the rest, log(x) the series of the inverse hyperbolic tangent (Abramowitz and Stegun, 4.2.1 and
 * 4.1.27), after Cody and Waite, "Software Manual for the Elementary Functions", 1980.
 */
final class FloatVectorCurves {
    /** Added to a number below 2^22 it leaves the nearest whole number in the last bits. */
    private static final float SHIFT = 12582912f;

    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /** Beyond these exp is infinite or 0. */
    private static final float HIGHEST = 89f;

    private static final float LOWEST = -104f;

    private FloatVectorCurves() {}

    private static FloatVector exp(FloatVector v) {
        FloatVector high = v.blend(HIGHEST, v.compare(VectorOperators.GT, HIGHEST));
        FloatVector x = high.blend(LOWEST, high.compare(VectorOperators.LT, LOWEST));
        FloatVector shifted = x.fma(broadcast(S, LOG2_E), broadcast(S, SHIFT));
        FloatVector n = shifted.sub(SHIFT);
        FloatVector r = n.fma(broadcast(S, -LN2_LOW), n.fma(broadcast(S, -LN2_HIGH), x));
        FloatVector p = broadcast(S, 1f / 5040);
        p = p.fma(r, broadcast(S, 1f / 720));
        p = p.fma(r, broadcast(S, 1f / 120));
        p = p.fma(r, broadcast(S, 1f / 24));
        p = p.fma(r, broadcast(S, 1f / 6));
        p = p.fma(r, broadcast(S, 0.5f));
        p = p.fma(r, broadcast(S, 1));
        p = p.fma(r, broadcast(S, 1));
        // In two steps: 2^n itself may lie outside the numbers there are while the product does not.
        IntVector whole = shifted.reinterpretAsInts().sub(Float.floatToRawIntBits(SHIFT));
        IntVector half = whole.lanewise(VectorOperators.ASHR, 1);
        return p.mul(power(half)).mul(power(whole.sub(half)));
    }

    /** 2^n. */
    private static FloatVector power(IntVector n) {
        return n.add(127).lanewise(VectorOperators.LSHL, 23).reinterpretAsFloats();
    }

    /**
     * For x above 0 and finite: x = m 2^e with m between √½ and √2, f = (m - 1) / (m + 1), log x = e log 2 + 2 artanh f.
     */
    private static FloatVector logOfPositive(FloatVector x) {
        IntVector bits = x.reinterpretAsInts();
        IntVector e = bits.sub(0x3f3504f3).lanewise(VectorOperators.ASHR, 23);
        FloatVector m = bits.sub(e.lanewise(VectorOperators.LSHL, 23)).reinterpretAsFloats();
        FloatVector exponent =
                e.add(Float.floatToRawIntBits(SHIFT)).reinterpretAsFloats().sub(SHIFT);
        FloatVector d = m.sub(1);
        FloatVector f = d.div(m.add(1));
        FloatVector z = f.mul(f);
        FloatVector p = broadcast(S, 2f / 9);
        p = p.fma(z, broadcast(S, 2f / 7));
        p = p.fma(z, broadcast(S, 2f / 5));
        p = p.fma(z, broadcast(S, 2f / 3));
        // 2 f = d - f d: written so, the large part is exact
        FloatVector rest = p.mul(z).mul(f).sub(f.mul(d));
        return exponent.fma(
                broadcast(S, LN2_HIGH),
                exponent.fma(broadcast(S, LN2_LOW), rest).add(d));
    }

    private static FloatVector log(FloatVector v) {
        // numbers too small for a full precision are taken up by 2^25 first
        var tiny = v.compare(VectorOperators.LT, Float.MIN_NORMAL);
        FloatVector x = v.blend(v.mul(33554432f), tiny);
        FloatVector y = logOfPositive(x);
        y = y.blend(y.sub(17.3286795f), tiny);
        y = y.blend(Float.NEGATIVE_INFINITY, v.compare(VectorOperators.EQ, 0));
        y = y.blend(Float.NaN, v.compare(VectorOperators.LT, 0));
        // infinite, or not a number: itself
        return y.blend(v, v.compare(VectorOperators.LE, Float.MAX_VALUE).not());
    }

    /** log(1 + z) for z from 0 to 1; the correction by Kahan keeps small z exact. */
    private static FloatVector log1p(FloatVector z) {
        FloatVector u = z.add(1);
        FloatVector y = logOfPositive(u).mul(z).div(u.sub(1));
        return y.blend(z, u.compare(VectorOperators.EQ, 1));
    }

    static void exp(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            exp(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void log(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            log(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void sigmoid(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, m, a + i);
            FloatVector e = exp(x.abs().neg());
            FloatVector top = e.blend(1, x.compare(VectorOperators.GE, 0));
            top.div(e.add(1)).intoArray(m, out + i);
        }
    }

    /** max(x, 0) + log(1 + exp(-|x|)). */
    static void softplus(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector x = fromArray(S, m, a + i);
            FloatVector above = x.blend(0, x.compare(VectorOperators.LE, 0));
            above.add(log1p(exp(x.abs().neg()))).intoArray(m, out + i);
        }
    }

    /** A quotient of polynomials, x p(x²) / q(x²), with the figures of Eigen 3.4; beyond 7.9 it is ±1 to the last bit. */
    static void tanh(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector v = fromArray(S, m, a + i);
            FloatVector high = v.blend(7.90531110763549805f, v.compare(VectorOperators.GT, 7.90531110763549805f));
            FloatVector x = high.blend(-7.90531110763549805f, high.compare(VectorOperators.LT, -7.90531110763549805f));
            FloatVector z = x.mul(x);
            FloatVector p = broadcast(S, -2.76076847742355e-16f);
            p = p.fma(z, broadcast(S, 2.00018790482477e-13f));
            p = p.fma(z, broadcast(S, -8.60467152213735e-11f));
            p = p.fma(z, broadcast(S, 5.12229709037114e-08f));
            p = p.fma(z, broadcast(S, 1.48572235717979e-05f));
            p = p.fma(z, broadcast(S, 6.37261928875436e-04f));
            p = p.fma(z, broadcast(S, 4.89352455891786e-03f));
            FloatVector q = broadcast(S, 1.19825839466702e-06f);
            q = q.fma(z, broadcast(S, 1.18534705686654e-04f));
            q = q.fma(z, broadcast(S, 2.26843463243900e-03f));
            q = q.fma(z, broadcast(S, 4.89352518554385e-03f));
            FloatVector y = x.mul(p).div(q);
            y.blend(v, z.compare(VectorOperators.LT, 1e-7f)).intoArray(m, out + i);
        }
    }
}
