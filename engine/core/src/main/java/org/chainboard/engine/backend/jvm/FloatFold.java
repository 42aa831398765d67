package org.chainboard.engine.backend.jvm;

/** Makes one number of the {@code n} elements at a and b. */
@FunctionalInterface
interface FloatFold {
    float of(float[] m, int a, int b, int n);
}
