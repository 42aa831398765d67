package org.chainboard.engine.backend.jvm;

import java.util.Arrays;
import org.chainboard.engine.lower.Product;

/** Loops without the Vector API; single-number operands are those of the codes that end in S. */
final class FloatPlainLoops {
    private FloatPlainLoops() {}

    static void neg(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = -m[a + i];
        }
    }

    static void square(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * m[a + i];
        }
    }

    static void relu(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] <= 0 ? 0 : m[a + i];
        }
    }

    static void add(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] + m[b + i];
        }
    }

    static void sub(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] - m[b + i];
        }
    }

    static void mul(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * m[b + i];
        }
    }

    static void div(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] / m[b + i];
        }
    }

    static void addS(float[] m, int a, int b, int c, int out, int n) {
        float s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] + s;
        }
    }

    static void mulS(float[] m, int a, int b, int c, int out, int n) {
        float s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * s;
        }
    }

    static void where(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] != 0 ? m[b + i] : m[c + i];
        }
    }

    static void fma(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * m[b + i] + m[c + i];
        }
    }

    static void fmaS(float[] m, int a, int b, int c, int out, int n) {
        float s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * s + m[c + i];
        }
    }

    static void fnma(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[c + i] - m[a + i] * m[b + i];
        }
    }

    static void fnmaS(float[] m, int a, int b, int c, int out, int n) {
        float s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[c + i] - m[a + i] * s;
        }
    }

    static void meanS(float[] m, int a, int b, int c, int out, int n) {
        float past = m[b];
        float now = 1 - past;
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * past + m[c + i] * now;
        }
    }

    static void meanSquaresS(float[] m, int a, int b, int c, int out, int n) {
        float past = m[b];
        float now = 1 - past;
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * past + m[c + i] * m[c + i] * now;
        }
    }

    static void rootS(float[] m, int a, int b, int c, int out, int n) {
        float s = m[b];
        float more = m[c];
        for (int i = 0; i < n; i++) {
            m[out + i] = (float) Math.sqrt(m[a + i] * s) + more;
        }
    }

    static void ratioS(float[] m, int a, int b, int c, int out, int n) {
        float s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * s / m[c + i];
        }
    }

    static void tanhSlope(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[b + i] == 0 ? 0 : (1 - m[a + i] * m[a + i]) * m[b + i];
        }
    }

    static void sigmoidSlope(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[b + i] == 0 ? 0 : m[a + i] * (1 - m[a + i]) * m[b + i];
        }
    }

    static void reluSlope(float[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = (m[a + i] > 0 ? 1 : 0) * m[b + i];
        }
    }

    static float sum(float[] m, int a, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += m[a + i];
        }
        return (float) sum;
    }

    /** Row by row of C: the rows of B, each times a number of A, are added up. */
    static void multiplyByRows(float[] m, Product p, int a, int b, int bias, int c) {
        for (int i = 0; i < p.rows(); i++) {
            int row = c + i * p.columns();
            Arrays.fill(m, row, row + p.columns(), m[bias + i]);
            for (int k = 0; k < p.inner(); k++) {
                float s = m[a + i * p.aRow() + k * p.aStep()];
                addTimes(m, s, b + k * p.bRow(), row, p.columns());
            }
        }
    }

    private static void addTimes(float[] m, float s, int b, int c, int n) {
        for (int j = 0; j < n; j++) {
            m[c + j] += s * m[b + j];
        }
    }

    /** Number by number of C. */
    static void multiplyByDots(float[] m, Product p, int a, int b, int bias, int c) {
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.columns(); j++) {
                float sum = m[bias + i];
                int at = a + i * p.aRow();
                int bt = b + j * p.bStep();
                for (int k = 0; k < p.inner(); k++) {
                    sum += m[at] * m[bt];
                    at += p.aStep();
                    bt += p.bRow();
                }
                m[c + i * p.columns() + j] = sum;
            }
        }
    }
}
