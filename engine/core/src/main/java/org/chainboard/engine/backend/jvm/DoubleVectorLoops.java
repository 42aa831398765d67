package org.chainboard.engine.backend.jvm;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Arithmetic on stretches of one array, whole vectors at a time: every operand has room up to the next whole vector, so no
 * loop has a tail, and what comes to lie there is never looked at.
 */
final class DoubleVectorLoops {
    static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    static final int L = S.length();
    /** From here on every number is whole. */
    private static final double WHOLE = 1 / Math.ulp((double) 1);

    private DoubleVectorLoops() {}

    static void fill(double[] m, int a, int out, int n) {
        DoubleVector v = DoubleVector.broadcast(S, m[a]);
        for (int i = 0; i < n; i += L) {
            v.intoArray(m, out + i);
        }
    }

    static void copy(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).intoArray(m, out + i);
        }
    }

    static void neg(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).neg().intoArray(m, out + i);
        }
    }

    static void square(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            DoubleVector v = fromArray(S, m, a + i);
            v.mul(v).intoArray(m, out + i);
        }
    }

    static void sqrt(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).sqrt().intoArray(m, out + i);
        }
    }

    static void inv(double[] m, int a, int out, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int i = 0; i < n; i += L) {
            one.div(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void abs(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).abs().intoArray(m, out + i);
        }
    }

    /** Not max: where the number is not one, it stays. */
    static void relu(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            DoubleVector v = fromArray(S, m, a + i);
            v.blend(0, v.compare(VectorOperators.LE, 0)).intoArray(m, out + i);
        }
    }

    static void sign(double[] m, int a, int out, int n) {
        for (int i = 0; i < n; i += L) {
            DoubleVector v = fromArray(S, m, a + i);
            v.blend(1, v.compare(VectorOperators.GT, 0))
                    .blend(-1, v.compare(VectorOperators.LT, 0))
                    .intoArray(m, out + i);
        }
    }

    /** A number with WHOLE added and taken off again is the nearest whole one; that may be the next above. */
    static void floor(double[] m, int a, int out, int n) {
        DoubleVector up = DoubleVector.broadcast(S, WHOLE);
        DoubleVector one = DoubleVector.broadcast(S, 1);
        DoubleVector zero = DoubleVector.zero(S);
        for (int i = 0; i < n; i += L) {
            DoubleVector v = fromArray(S, m, a + i);
            DoubleVector shift = up.blend(-WHOLE, v.compare(VectorOperators.LT, 0));
            DoubleVector near = v.add(shift).sub(shift);
            DoubleVector below = near.sub(zero.blend(one, near.compare(VectorOperators.GT, v)));
            v.blend(below, v.abs().compare(VectorOperators.LT, WHOLE)).intoArray(m, out + i);
        }
    }

    static void add(double[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).add(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void addS(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).add(s).intoArray(m, out + i);
        }
    }

    static void sub(double[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).sub(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void subS(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).sub(s).intoArray(m, out + i);
        }
    }

    static void subR(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            s.sub(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void mul(double[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void mulS(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(s).intoArray(m, out + i);
        }
    }

    static void div(double[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).div(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void divS(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).div(s).intoArray(m, out + i);
        }
    }

    static void divR(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            s.div(fromArray(S, m, a + i)).intoArray(m, out + i);
        }
    }

    static void max(double[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).max(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void maxS(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).max(s).intoArray(m, out + i);
        }
    }

    static void min(double[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).min(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }

    static void minS(double[] m, int a, int b, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).min(s).intoArray(m, out + i);
        }
    }

    static void greater(double[] m, int a, int b, int out, int n) {
        DoubleVector zero = DoubleVector.zero(S);
        for (int i = 0; i < n; i += L) {
            VectorMask<Double> is = fromArray(S, m, a + i).compare(VectorOperators.GT, fromArray(S, m, b + i));
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void greaterS(double[] m, int a, int b, int out, int n) {
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            VectorMask<Double> is = fromArray(S, m, a + i).compare(VectorOperators.GT, s);
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void equal(double[] m, int a, int b, int out, int n) {
        DoubleVector zero = DoubleVector.zero(S);
        for (int i = 0; i < n; i += L) {
            VectorMask<Double> is = fromArray(S, m, a + i).compare(VectorOperators.EQ, fromArray(S, m, b + i));
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void equalS(double[] m, int a, int b, int out, int n) {
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            VectorMask<Double> is = fromArray(S, m, a + i).compare(VectorOperators.EQ, s);
            zero.blend(1, is).intoArray(m, out + i);
        }
    }

    static void chain(double[] m, int a, int b, int out, int n) {
        for (int i = 0; i < n; i += L) {
            DoubleVector g = fromArray(S, m, a + i);
            VectorMask<Double> none = g.compare(VectorOperators.EQ, 0);
            g.mul(fromArray(S, m, b + i)).blend(0, none).intoArray(m, out + i);
        }
    }

    static void where(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i += L) {
            VectorMask<Double> no = fromArray(S, m, a + i).compare(VectorOperators.EQ, 0);
            fromArray(S, m, b + i).blend(fromArray(S, m, c + i), no).intoArray(m, out + i);
        }
    }

    static void fma(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i)
                    .fma(fromArray(S, m, b + i), fromArray(S, m, c + i))
                    .intoArray(m, out + i);
        }
    }

    static void fmaS(double[] m, int a, int b, int c, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).fma(s, fromArray(S, m, c + i)).intoArray(m, out + i);
        }
    }

    static void fnma(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i)
                    .neg()
                    .fma(fromArray(S, m, b + i), fromArray(S, m, c + i))
                    .intoArray(m, out + i);
        }
    }

    static void fnmaS(double[] m, int a, int b, int c, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, -m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).fma(s, fromArray(S, m, c + i)).intoArray(m, out + i);
        }
    }

    static void meanS(double[] m, int a, int b, int c, int out, int n) {
        DoubleVector past = DoubleVector.broadcast(S, m[b]);
        DoubleVector now = DoubleVector.broadcast(S, 1 - m[b]);
        for (int i = 0; i < n; i += L) {
            DoubleVector part = fromArray(S, m, c + i).mul(now);
            fromArray(S, m, a + i).fma(past, part).intoArray(m, out + i);
        }
    }

    static void meanSquaresS(double[] m, int a, int b, int c, int out, int n) {
        DoubleVector past = DoubleVector.broadcast(S, m[b]);
        DoubleVector now = DoubleVector.broadcast(S, 1 - m[b]);
        for (int i = 0; i < n; i += L) {
            DoubleVector v = fromArray(S, m, c + i);
            fromArray(S, m, a + i).fma(past, v.mul(v).mul(now)).intoArray(m, out + i);
        }
    }

    static void rootS(double[] m, int a, int b, int c, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        DoubleVector more = DoubleVector.broadcast(S, m[c]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(s).sqrt().add(more).intoArray(m, out + i);
        }
    }

    static void ratioS(double[] m, int a, int b, int c, int out, int n) {
        DoubleVector s = DoubleVector.broadcast(S, m[b]);
        for (int i = 0; i < n; i += L) {
            fromArray(S, m, a + i).mul(s).div(fromArray(S, m, c + i)).intoArray(m, out + i);
        }
    }

    static void tanhSlope(double[] m, int a, int b, int out, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int i = 0; i < n; i += L) {
            DoubleVector y = fromArray(S, m, a + i);
            DoubleVector g = fromArray(S, m, b + i);
            VectorMask<Double> none = g.compare(VectorOperators.EQ, 0);
            y.neg().fma(y, one).mul(g).blend(0, none).intoArray(m, out + i);
        }
    }

    static void sigmoidSlope(double[] m, int a, int b, int out, int n) {
        DoubleVector one = DoubleVector.broadcast(S, 1);
        for (int i = 0; i < n; i += L) {
            DoubleVector y = fromArray(S, m, a + i);
            DoubleVector g = fromArray(S, m, b + i);
            VectorMask<Double> none = g.compare(VectorOperators.EQ, 0);
            y.mul(one.sub(y)).mul(g).blend(0, none).intoArray(m, out + i);
        }
    }

    static void reluSlope(double[] m, int a, int b, int out, int n) {
        DoubleVector zero = DoubleVector.zero(S);
        for (int i = 0; i < n; i += L) {
            VectorMask<Double> above = fromArray(S, m, a + i).compare(VectorOperators.GT, 0);
            zero.blend(1, above).mul(fromArray(S, m, b + i)).intoArray(m, out + i);
        }
    }
}
