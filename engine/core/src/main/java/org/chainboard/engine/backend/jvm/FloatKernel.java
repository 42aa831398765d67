package org.chainboard.engine.backend.jvm;

/** One piece of a program; it knows its places in the array. */
interface FloatKernel {
    void run(float[] m);
}
