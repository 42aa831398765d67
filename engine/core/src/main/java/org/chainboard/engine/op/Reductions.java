package org.chainboard.engine.op;

/**
 * The methods of {@link Var} that make many numbers into one; {@link Reduction} says what each does and what it gives for
 * nothing at all. Along {@code axes}, counted from 0; without any, along all. The axes go, and a method named
 * {@code ...Kept} keeps them with size 1, so that the result goes with the array again.
 *
 * <p>All throw {@link org.chainboard.engine.tensor.ShapeException} for an axis that is not there.
 */
public sealed interface Reductions permits Var {
    /** The sum; 0 of nothing. */
    default Var sum(int... axes) {
        return Reduction.SUM.of((Var) this, axes);
    }

    /** {@link #sum} with the axes kept. */
    default Var sumKept(int... axes) {
        return Reduction.SUM.kept((Var) this, axes);
    }

    /** The arithmetic mean; 0 of nothing. */
    default Var mean(int... axes) {
        return Reduction.MEAN.of((Var) this, axes);
    }

    /** {@link #mean} with the axes kept. */
    default Var meanKept(int... axes) {
        return Reduction.MEAN.kept((Var) this, axes);
    }

    /** The product; 1 of nothing. Slopes are right where numbers are 0, too. */
    default Var prod(int... axes) {
        return Reduction.PROD.of((Var) this, axes);
    }

    /** {@link #prod} with the axes kept. */
    default Var prodKept(int... axes) {
        return Reduction.PROD.kept((Var) this, axes);
    }

    /** The largest; -∞ of nothing. Equal ones share the slope. */
    default Var maximum(int... axes) {
        return Reduction.MAXIMUM.of((Var) this, axes);
    }

    /** {@link #maximum} with the axes kept. */
    default Var maxKept(int... axes) {
        return Reduction.MAXIMUM.kept((Var) this, axes);
    }

    /** The smallest; ∞ of nothing. Equal ones share the slope. */
    default Var minimum(int... axes) {
        return Reduction.MINIMUM.of((Var) this, axes);
    }

    /** {@link #minimum} with the axes kept. */
    default Var minKept(int... axes) {
        return Reduction.MINIMUM.kept((Var) this, axes);
    }

    /** The variance of a sample: over the count less one. */
    default Var var(int... axes) {
        return Reduction.VAR.of((Var) this, axes);
    }

    /** @param corrected whether over the count less one, else over the count */
    default Var var(boolean corrected, int... axes) {
        return (corrected ? Reduction.VAR : Reduction.VAR_UNCORRECTED).of((Var) this, axes);
    }

    /** @param corrected whether over the count less one, else over the count */
    default Var varKept(boolean corrected, int... axes) {
        return (corrected ? Reduction.VAR : Reduction.VAR_UNCORRECTED).kept((Var) this, axes);
    }

    /** The standard deviation of a sample: the root of {@link #var(int...)}. */
    default Var std(int... axes) {
        return Reduction.STD.of((Var) this, axes);
    }

    /** @param corrected whether over the count less one, else over the count */
    default Var std(boolean corrected, int... axes) {
        return (corrected ? Reduction.STD : Reduction.STD_UNCORRECTED).of((Var) this, axes);
    }

    /** @param corrected whether over the count less one, else over the count */
    default Var stdKept(boolean corrected, int... axes) {
        return (corrected ? Reduction.STD : Reduction.STD_UNCORRECTED).kept((Var) this, axes);
    }

    /** The Euclidean length. */
    default Var norm(int... axes) {
        return Reduction.NORM.of((Var) this, axes);
    }

    /** {@link #norm} with the axes kept. */
    default Var normKept(int... axes) {
        return Reduction.NORM.kept((Var) this, axes);
    }

    /** log(Σ eˣ), without overflow on the way; -∞ of nothing. */
    default Var logsumexp(int... axes) {
        return Reduction.LOGSUMEXP.of((Var) this, axes);
    }

    /** {@link #logsumexp} with the axes kept. */
    default Var logsumexpKept(int... axes) {
        return Reduction.LOGSUMEXP.kept((Var) this, axes);
    }
}
