package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Arithmetic on stretches of one array, whole vectors at a time: every operand has room up to the next whole vector, so no
 * loop has a tail, and what comes to lie there is never looked at.
 */
final class FloatVectorLoops {
    static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();
    /** From here on every number is whole. */
    private static final float WHOLE = 1 / Math.ulp((float) 1);

    private FloatVectorLoops() {}

    static void fill(float[] m, int a, int out, int n) {
        FloatVector v = FloatVector.broadcast(S, m[a]);
        for (int i = 0; i < n; i += L) {
            v.intoArray(m, out + i);
        }
    }

    static void copy(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).intoArray(m, out + i);
        }
    }

    static void neg(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).neg().intoArray(m, out + i);
        }
    }

    static void square(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector v = fromArray(S, m, a + i);
            v.mul(v).intoArray(m, out + i);
        }
    }

    static void sqrt(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).sqrt().intoArray(m, out + i);
        }
    }

    static void inv(float[] m, int a, int out, int n) {
        FloatVector one = FloatVector.broadcast(S, 1);
        for (int i = 0; i < n; i += L) {
            one.div(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void abs(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).abs().intoArray(m, out + i);
        }
    }

    /** Not max: where the number is not one, it stays. */
    static void relu(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector v = fromArray(S, m, a + i);
            v.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(m, out + i);
        }
    }

    static void sign(float[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector v = fromArray(S, m, a + i);
            v.blend(1, v.compare(VectorOperators.GT, 0))
                    .blend(-1, v.compare(VectorOperators.LT, 0))
                    .intoArray(m, out + i);
        }
    }

    /** A number with WHOLE added and taken off again is the nearest whole one; that may be the next above. */
    static void floor(float[] m, int a, int out, int n) {
        FloatVector up = FloatVector.broadcast(S, WHOLE);
        FloatVector one = FloatVector.broadcast(S, 1);
        FloatVector zero = FloatVector.zero(S);
        for (int i = 0; i < n; i += L) {
            FloatVector v = fromArray(S, m, a + i);
            FloatVector shift = up.blend(-WHOLE, v.compare(VectorOperators.LT, 0));
            FloatVector near = v.add(shift).sub(shift);
            FloatVector below = near.sub(zero.blend(one, near.compare(VectorOperators.GT, v)));
            v.blend(below, v.abs().compare(VectorOperators.LT, WHOLE)).intoArray(m, out + i);
        }
    }

    static void add(float[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).add(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void addS(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).add(s).intoArray(m, out + i);
        }
    }

    static void sub(float[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).sub(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void subS(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).sub(s).intoArray(m, out + i);
        }
    }

    static void subR(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            s.sub(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void mul(float[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void mulS(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(s).intoArray(m, out + i);
        }
    }

    static void div(float[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).div(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void divS(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).div(s).intoArray(m, out + i);
        }
    }

    static void divR(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            s.div(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void max(float[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).max(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void maxS(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).max(s).intoArray(m, out + i);
        }
    }

    static void min(float[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).min(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void minS(float[] m, int a, int b, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).min(s).intoArray(m, out + i);
        }
    }

    static void greater(float[] m, int a, int b, int out, int n) {
        FloatVector zero = FloatVector.zero(S);
        for (int i = 0; i < n; i += L) {
            VectorMask<Float> is = fromArray(S, m, a + i).compare(VectorOperators.GT, fromArray(S, m, b + i));
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void greaterS(float[] m, int a, int b, int out, int n) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            VectorMask<Float> is = fromArray(S, m, a + i).compare(VectorOperators.GT, s);
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void equal(float[] m, int a, int b, int out, int n) {
        FloatVector zero = FloatVector.zero(S);
        for (int i = 0; i < n; i += L) {
            VectorMask<Float> is = fromArray(S, m, a + i).compare(VectorOperators.EQ, fromArray(S, m, b + i));
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void equalS(float[] m, int a, int b, int out, int n) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            VectorMask<Float> is = fromArray(S, m, a + i).compare(VectorOperators.EQ, s);
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void chain(float[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            FloatVector g = fromArray(S, m, a + i);
            VectorMask<Float> none = g.compare(VectorOperators.EQ, 0);
            g.mul(fromArray(S, m, b + i)).blend(0, none).intoArray(m, out + i);
        }
    }

    static void where(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i += L) {
            VectorMask<Float> no = fromArray(S, m, a + i).compare(VectorOperators.EQ, 0);
            fromArray(S, m, b + i).blend(fromArray(S, m, c + i), no).intoArray(m, out + i);
        }
    }

    static void fma(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i)
                    .fma(fromArray(S, m, b + i), fromArray(S, m, c + i))
                    .intoArray(m, out + i);
        }
    }

    static void fmaS(float[] m, int a, int b, int c, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).fma(s, fromArray(S, m, c + i)).intoArray(m, out + i);
        }
    }

    static void fnma(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i)
                    .neg()
                    .fma(fromArray(S, m, b + i), fromArray(S, m, c + i))
                    .intoArray(m, out + i);
        }
    }

    static void fnmaS(float[] m, int a, int b, int c, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, -m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).fma(s, fromArray(S, m, c + i)).intoArray(m, out + i);
        }
    }

    static void meanS(float[] m, int a, int b, int c, int out, int n) {
        FloatVector past = FloatVector.broadcast(S, m[b]);
        FloatVector now = FloatVector.broadcast(S, 1 - m[b]);
        for (int i = 0; i < n; i += L) {
            FloatVector part = fromArray(S, m, c + i).mul(now);
            fromArray(S, m, a + i).fma(past, part).intoArray(m, out + i);
        }
    }

    static void meanSquaresS(float[] m, int a, int b, int c, int out, int n) {
        FloatVector past = FloatVector.broadcast(S, m[b]);
        FloatVector now = FloatVector.broadcast(S, 1 - m[b]);
        for (int i = 0; i < n; i += L) {
            FloatVector v = fromArray(S, m, c + i);
            fromArray(S, m, a + i).fma(past, v.mul(v).mul(now)).intoArray(m, out + i);
        }
    }

    static void rootS(float[] m, int a, int b, int c, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        FloatVector more = FloatVector.broadcast(S, m[c]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(s).sqrt().add(more).intoArray(m, out + i);
        }
    }

    static void ratioS(float[] m, int a, int b, int c, int out, int n) {
        FloatVector s = FloatVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(s).div(fromArray(S, m, c + i)).intoArray(m, out + i);
        }
    }

    static void tanhSlope(float[] m, int a, int b, int out, int n) {
        FloatVector one = FloatVector.broadcast(S, 1);
        for (int i = 0; i < n; i += L) {
            FloatVector y = fromArray(S, m, a + i);
            FloatVector g = fromArray(S, m, b + i);
            VectorMask<Float> none = g.compare(VectorOperators.EQ, 0);
            y.neg().fma(y, one).mul(g).blend(0, none).intoArray(m, out + i);
        }
    }

    static void sigmoidSlope(float[] m, int a, int b, int out, int n) {
        FloatVector one = FloatVector.broadcast(S, 1);
        for (int i = 0; i < n; i += L) {
            FloatVector y = fromArray(S, m, a + i);
            FloatVector g = fromArray(S, m, b + i);
            VectorMask<Float> none = g.compare(VectorOperators.EQ, 0);
            y.mul(one.sub(y)).mul(g).blend(0, none).intoArray(m, out + i);
        }
    }

    static void reluSlope(float[] m, int a, int b, int out, int n) {
        FloatVector zero = FloatVector.zero(S);
        for (int i = 0; i < n; i += L) {
            VectorMask<Float> above = fromArray(S, m, a + i).compare(VectorOperators.GT, 0);
            zero.blend(1, above).mul(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }
}
