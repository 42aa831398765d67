package org.chainboard.engine.backend.jvm;

/** Does something, element by element, to the {@code n} elements at a, b and c, and leaves as many at {@code out}. */
@FunctionalInterface
interface DoubleLoop {
    void run(double[] m, int a, int b, int c, int out, int n);
}
