package org.chainboard.engine.layer;

import org.chainboard.engine.op.Var;

/**
 * In training, sets each number to 0 with probability p and multiplies the others by 1 / (1 - p), so that the mean stays;
 * in a prediction, the identity (Srivastava et al., 2014; Flux 0.16). Of any size.
 *
 * @param p from 0 to 1
 */
public record Dropout(double p) implements Layer {
    public Dropout {
        requireShare("Dropout", p);
    }

    static void requireShare(String layer, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(layer + " drops a share from 0 to 1 of its inputs, got " + p);
        }
    }

    @Override
    public Var apply(Var x, Mode mode) {
        if (!mode.isTraining() || p == 0) {
            return x;
        }
        Var stays = mode.uniform(x).greater(x.like(p));
        // where rather than a product: what is dropped leaves nothing behind, even where it is not finite
        return Var.where(stays, p == 1 ? x : x.div(1 - p), x.like(0));
    }

    /** {@code Dropout(0.5)}. */
    @Override
    public String toString() {
        return "Dropout(" + Amount.text(p) + ")";
    }
}
