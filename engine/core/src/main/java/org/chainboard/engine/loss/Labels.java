package org.chainboard.engine.loss;

import org.chainboard.engine.op.Var;

/** Changes to targets, before a loss compares with them. */
public final class Labels {
    private Labels() {}

    /**
     * Flux's {@code label_smoothing(y, α)}: each one-hot column moves the share α of its weight evenly to all classes, y
     * (1 - α) + α / classes.
     *
     * @param y classes x batch, or one sample as a vector
     * @param alpha between 0 and 1, neither included
     * @throws IllegalArgumentException for another α
     */
    public static Var smooth(Var y, double alpha) {
        int classes = y.shape().isScalar() ? 1 : y.shape().dim(0);
        return smooth(y, alpha, 1.0 / Math.max(1, classes));
    }

    /** Flux's {@code label_smoothing(y, α; dims=0)}, for targets that are 0 or 1: y (1 - α) + α / 2. */
    public static Var smoothBinary(Var y, double alpha) {
        return smooth(y, alpha, 0.5);
    }

    private static Var smooth(Var y, double alpha, double towards) {
        requireShare(alpha);
        return y.mul(1 - alpha).add(alpha * towards);
    }

    static void requireShare(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(Sentences.get("smoothing", alpha));
        }
    }
}
