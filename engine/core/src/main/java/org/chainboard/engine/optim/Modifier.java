package org.chainboard.engine.optim;

import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.op.Var;

/**
 * Changes a gradient before an {@link Optimiser} follows it, with the formulas and defaults of Optimisers.jl 0.4; put in
 * front of one in an {@link OptimiserChain}. None of them remembers anything.
 */
public enum Modifier implements LinkKind {
    /** Adds λ p, as a loss with λ/2 Σp² would (L2, ridge); Hoerl and Kennard, 1970. */
    WEIGHT_DECAY("WeightDecay", "", Formulas::weightDecay, new Hyper("lambda", 5e-4)),
    /** Adds λ sign(p), as a loss with λ Σ|p| would (L1, lasso); Tibshirani, 1996. */
    SIGN_DECAY("SignDecay", "", Formulas::signDecay, new Hyper("lambda", 1e-3)),
    /** Holds every number of the gradient between -δ and δ; Mikolov, 2012. */
    CLIP_GRAD("ClipGrad", "", Formulas::clipGrad, new Hyper("delta", 10)),
    /**
     * Shortens the gradient of a parameter to the length ω, its p-norm, where it is longer; Pascanu, Mikolov and Bengio,
     * 2013. A length that is not finite makes the step so, and training stops.
     */
    CLIP_NORM("ClipNorm", "", Formulas::clipNorm, new Hyper("omega", 10), new Hyper("p", 2)),
    /** The same, but where finite numbers have a length beyond all numbers, nothing is left of them and training goes on. */
    CLIP_NORM_UNCHECKED(
            "ClipNorm", "throw = false", Formulas::clipNormUnchecked, new Hyper("omega", 10), new Hyper("p", 2));

    private final Row row;

    Modifier(String name, String variant, Function<Step, Var> formula, Hyper hyper, Hyper... settled) {
        this.row = new Row(name, variant, formula, List.of(), List.of(hyper), List.of(settled));
    }

    Row row() {
        return row;
    }

    @Override
    public String text() {
        return row.text();
    }

    @Override
    public List<Hyper> hypers() {
        return row.hypers();
    }

    @Override
    public String toString() {
        return text();
    }
}
