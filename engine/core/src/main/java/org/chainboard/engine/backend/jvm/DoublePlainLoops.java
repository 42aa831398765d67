package org.chainboard.engine.backend.jvm;

import java.util.Arrays;
import org.chainboard.engine.lower.Product;

/** Loops without the Vector API; single-number operands are those of the codes that end in S. */
final class DoublePlainLoops {
    private DoublePlainLoops() {}

    static void neg(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = -m[a + i];
        }
    }

    static void square(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * m[a + i];
        }
    }

    static void relu(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] <= 0 ? 0 : m[a + i];
        }
    }

    static void add(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] + m[b + i];
        }
    }

    static void sub(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] - m[b + i];
        }
    }

    static void mul(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * m[b + i];
        }
    }

    static void div(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] / m[b + i];
        }
    }

    static void addS(double[] m, int a, int b, int c, int out, int n) {
        double s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] + s;
        }
    }

    static void mulS(double[] m, int a, int b, int c, int out, int n) {
        double s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * s;
        }
    }

    static void where(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] != 0 ? m[b + i] : m[c + i];
        }
    }

    static void fma(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * m[b + i] + m[c + i];
        }
    }

    static void fmaS(double[] m, int a, int b, int c, int out, int n) {
        double s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * s + m[c + i];
        }
    }

    static void fnma(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[c + i] - m[a + i] * m[b + i];
        }
    }

    static void fnmaS(double[] m, int a, int b, int c, int out, int n) {
        double s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[c + i] - m[a + i] * s;
        }
    }

    static void meanS(double[] m, int a, int b, int c, int out, int n) {
        double past = m[b];
        double now = 1 - past;
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * past + m[c + i] * now;
        }
    }

    static void meanSquaresS(double[] m, int a, int b, int c, int out, int n) {
        double past = m[b];
        double now = 1 - past;
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * past + m[c + i] * m[c + i] * now;
        }
    }

    static void rootS(double[] m, int a, int b, int c, int out, int n) {
        double s = m[b];
        double more = m[c];
        for (int i = 0; i < n; i++) {
            m[out + i] = (double) Math.sqrt(m[a + i] * s) + more;
        }
    }

    static void ratioS(double[] m, int a, int b, int c, int out, int n) {
        double s = m[b];
        for (int i = 0; i < n; i++) {
            m[out + i] = m[a + i] * s / m[c + i];
        }
    }

    static void tanhSlope(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[b + i] == 0 ? 0 : (1 - m[a + i] * m[a + i]) * m[b + i];
        }
    }

    static void sigmoidSlope(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = m[b + i] == 0 ? 0 : m[a + i] * (1 - m[a + i]) * m[b + i];
        }
    }

    static void reluSlope(double[] m, int a, int b, int c, int out, int n) {
        for (int i = 0; i < n; i++) {
            m[out + i] = (m[a + i] > 0 ? 1 : 0) * m[b + i];
        }
    }

    static double sum(double[] m, int a, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += m[a + i];
        }
        return (double) sum;
    }

    /** Row by row of C: the rows of B, each times a number of A, are added up. */
    static void multiplyByRows(double[] m, Product p, int a, int b, int bias, int c) {
        for (int i = 0; i < p.rows(); i++) {
            int row = c + i * p.columns();
            Arrays.fill(m, row, row + p.columns(), m[bias + i]);
            for (int k = 0; k < p.inner(); k++) {
                double s = m[a + i * p.aRow() + k * p.aStep()];
                addTimes(m, s, b + k * p.bRow(), row, p.columns());
            }
        }
    }

    private static void addTimes(double[] m, double s, int b, int c, int n) {
        for (int j = 0; j < n; j++) {
            m[c + j] += s * m[b + j];
        }
    }

    /** Number by number of C. */
    static void multiplyByDots(double[] m, Product p, int a, int b, int bias, int c) {
        for (int i = 0; i < p.rows(); i++) {
            for (int j = 0; j < p.columns(); j++) {
                double sum = m[bias + i];
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
