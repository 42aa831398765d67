package org.chainboard.engine.optim;

import org.chainboard.engine.op.Var;

/** What each optimiser takes off a parameter in one step. */
final class Formulas {
    private Formulas() {}

    static Var descent(Step step) {
        return step.gradient().mul(step.hyper("eta"));
    }

    static Var momentum(Step step) {
        Var rolling = step.old("velocity").mul(step.hyper("rho"));
        return step.keep("velocity", rolling.add(descent(step)));
    }

    static Var nesterov(Step step) {
        Var rho = step.hyper("rho");
        Var velocity = step.old("velocity");
        Var down = descent(step);
        step.keep("velocity", velocity.mul(rho).sub(down));
        return down.mul(rho.add(1)).sub(velocity.mul(rho.square()));
    }

    static Var rmsprop(Step step) {
        Var size = average(step, "quad", "rho", step.gradient().square());
        return descent(step).div(size.sqrt().add(step.hyper("epsilon")));
    }

    static Var adam(Step step) {
        return direction(step).mul(step.hyper("eta"));
    }

    static Var adamw(Step step) {
        Var pull = step.parameter().mul(step.hyper("lambda"));
        return direction(step).add(pull).mul(step.hyper("eta"));
    }

    /** Adam's step for a step size of 1. */
    private static Var direction(Step step) {
        Var mean = average(step, "mt", "beta1", step.gradient());
        Var size = average(step, "vt", "beta2", step.gradient().square());
        Var mean1 = mean.div(missing(step, "beta1t", "beta1"));
        Var size1 = size.div(missing(step, "beta2t", "beta2"));
        return mean1.div(size1.sqrt().add(step.hyper("epsilon")));
    }

    /** The running average in {@code slot}, in which the past counts with weight {@code decay}. */
    private static Var average(Step step, String slot, String decay, Var now) {
        Var weight = step.hyper(decay);
        Var past = step.old(slot).mul(weight);
        return step.keep(slot, past.add(now.mul(oneMinus(weight))));
    }

    /** What a running average that began at 0 still lacks: 1 less the product of all decays so far. */
    private static Var missing(Step step, String slot, String decay) {
        return oneMinus(step.keep(slot, step.old(slot).mul(step.hyper(decay))));
    }

    private static Var oneMinus(Var x) {
        return x.like(1).sub(x);
    }
}
