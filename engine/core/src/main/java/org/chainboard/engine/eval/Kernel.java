package org.chainboard.engine.eval;

/** Computes one op on flat row-major arrays whose sizes were fixed when the kernel was made; allocates nothing. */
@FunctionalInterface
public interface Kernel {
    /** Reads {@code in}, writes all of the result into {@code out}; {@code out} is none of the inputs. */
    void run(double[][] in, double[] out);
}
