package org.chainboard.engine.layer;

import org.chainboard.engine.op.Var;

/**
 * Dropout for {@link Activation#SELU}: in training, sets each number to what selu tends to at -∞ with probability p, then
 * scales and shifts so that mean 0 and deviation 1 stay; in a prediction, the identity (Klambauer et al.,
 * Self-normalizing neural networks, 2017; Flux 0.16). Of any size.
 *
 * @param p from 0 to 1; at 1 all becomes 0
 */
public record AlphaDropout(double p) implements Layer {
    /** -λα of selu. */
    private static final double LOWEST = -1.7580993408473766;

    public AlphaDropout {
        Dropout.requireShare("AlphaDropout", p);
    }

    @Override
    public Var apply(Var x, Mode mode) {
        if (!mode.isTraining() || p == 0) {
            return x;
        }
        if (p == 1) {
            return x.like(0).expand(x.shape());
        }
        double factor = 1 / Math.sqrt((1 - p) * (1 + p * LOWEST * LOWEST));
        Var stays = mode.uniform(x).greater(x.like(p));
        return Var.where(stays, x, x.like(LOWEST)).mul(factor).add(-factor * LOWEST * p);
    }

    /** {@code AlphaDropout(0.1)}. */
    @Override
    public String toString() {
        return "AlphaDropout(" + Amount.text(p) + ")";
    }
}
