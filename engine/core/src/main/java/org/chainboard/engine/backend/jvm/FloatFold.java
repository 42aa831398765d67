package org.chainboard.engine.backend.jvm;

/** Makes one number of the {@code n} elements at a and b. May write over the vector at {@code work}. */
@FunctionalInterface
interface FloatFold {
    float of(float[] m, int a, int b, int n, int work);
}
