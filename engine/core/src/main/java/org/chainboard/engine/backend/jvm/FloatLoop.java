package org.chainboard.engine.backend.jvm;

/** Does something, element by element, to the {@code n} elements at a, b and c, and leaves as many at {@code out}. */
@FunctionalInterface
interface FloatLoop {
    void run(float[] m, int a, int b, int c, int out, int n);
}
