package org.chainboard.engine.optim;

import org.chainboard.engine.op.Var;

/**
 * What each rule makes of a gradient in one step. Whatever is the same for all numbers of a parameter, such as the
 * corrections for the start, is worked out once as a single number; the rest is a chain of element-wise ops over the
 * parameter, which a backend can fuse into one loop.
 */
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

    /** Rounding can take the variance of a steady gradient a little below 0, where a root would be no number. */
    static Var centredRmsprop(Step step) {
        Var size = average(step, "quad", "rho", step.gradient().square());
        Var mean = average(step, "lin", "rho", step.gradient());
        Var variance = size.sub(mean.square()).max(size.like(0));
        return descent(step).div(variance.sqrt().add(step.hyper("epsilon")));
    }

    static Var adam(Step step) {
        return direction(step, step.hyper("eta"));
    }

    static Var adamw(Step step) {
        Var pull = step.parameter().mul(step.hyper("eta").mul(step.hyper("lambda")));
        return adam(step).add(pull);
    }

    static Var adamwUncoupled(Step step) {
        return adam(step).add(step.parameter().mul(step.hyper("lambda")));
    }

    static Var oadam(Step step) {
        Var before = step.old("term");
        Var term = step.keep("term", adam(step));
        return term.mul(2).sub(before);
    }

    /**
     * Until enough steps were taken for the recent size to mean something, the step is the mean alone. The number that
     * is not taken is worked out from harmless ones, so that nothing in a step is ever infinite without a cause.
     */
    static Var radam(Step step) {
        Var beta2 = step.hyper("beta2");
        Var lacking1 = missing(step, "beta1t", "beta1");
        Var decayed = step.keep("beta2t", step.old("beta2t").mul(beta2));
        Var lacking2 = oneMinus(decayed);
        Var count = step.keep("t", step.old("t").add(1));
        Var limit = oneMinus(beta2).reciprocal().mul(2).sub(1);
        Var length = limit.sub(count.mul(2).mul(decayed).div(lacking2));
        Var known = length.greater(length.like(4));
        Var some = Var.where(known, length, length.like(5));
        Var most = Var.where(known, limit, limit.like(5));
        Var rectified = some.sub(4).mul(some.sub(2)).mul(most);
        Var rectifier = rectified.div(most.sub(4).mul(most.sub(2)).mul(some)).sqrt();
        Var mean = average(step, "mt", "beta1", step.gradient());
        Var size = average(step, "vt", "beta2", step.gradient().square());
        Var rate = step.hyper("eta").div(lacking1);
        Var root = size.mul(lacking2.reciprocal()).sqrt().add(step.hyper("epsilon"));
        Var adaptive = mean.mul(rate.mul(rectifier)).div(root);
        return Var.where(known, adaptive, mean.mul(rate));
    }

    static Var adamax(Step step) {
        Var mean = average(step, "mt", "beta1", step.gradient());
        Var past = step.old("ut").mul(step.hyper("beta2"));
        Var largest = step.keep("ut", past.max(step.gradient().abs()));
        Var rate = step.hyper("eta").div(missing(step, "beta1t", "beta1"));
        return mean.mul(rate).div(largest.add(step.hyper("epsilon")));
    }

    static Var adagrad(Step step) {
        Var sum = step.keep("acc", step.old("acc").add(step.gradient().square()));
        return descent(step).div(sum.sqrt().add(step.hyper("epsilon")));
    }

    static Var adadelta(Step step) {
        Var epsilon = step.hyper("epsilon");
        Var size = average(step, "acc", "rho", step.gradient().square());
        Var steps = step.old("dacc").add(epsilon).sqrt();
        Var change = step.gradient().mul(steps).div(size.add(epsilon).sqrt());
        average(step, "dacc", "rho", change.square());
        return change;
    }

    static Var amsgrad(Step step) {
        Var mean = average(step, "mt", "beta1", step.gradient());
        Var size = average(step, "vt", "beta2", step.gradient().square());
        Var largest = step.keep("vhat", step.old("vhat").max(size));
        return mean.mul(step.hyper("eta")).div(largest.sqrt().add(step.hyper("epsilon")));
    }

    static Var nadam(Step step) {
        Var beta1 = step.hyper("beta1");
        Var beta2 = step.hyper("beta2");
        Var decayed = step.keep("beta1t", step.old("beta1t").mul(beta1));
        Var mean = average(step, "mt", "beta1", step.gradient());
        Var size = average(step, "vt", "beta2", step.gradient().square());
        Var eta = step.hyper("eta");
        Var ahead = beta1.mul(eta).div(oneMinus(decayed.mul(beta1)));
        Var now = oneMinus(beta1).mul(eta).div(oneMinus(decayed));
        Var scale = beta2.div(missing(step, "beta2t", "beta2"));
        Var look = mean.mul(ahead).add(step.gradient().mul(now));
        return look.div(size.mul(scale).sqrt().add(step.hyper("epsilon")));
    }

    static Var adabelief(Step step) {
        Var mean = average(step, "mt", "beta1", step.gradient());
        Var weight = step.hyper("beta2");
        Var surprise = step.gradient().sub(mean).square().mul(oneMinus(weight));
        Var past = step.old("st").mul(weight);
        Var size = step.keep("st", past.add(surprise).add(step.hyper("epsilon")));
        return corrected(step, mean, size, step.hyper("eta"));
    }

    /** Written in terms of the new mean, which is the same direction as the paper's in terms of the old one. */
    static Var lion(Step step) {
        Var beta1 = step.hyper("beta1");
        Var beta2 = step.hyper("beta2");
        Var past = step.old("mt").mul(oneMinus(beta2));
        Var mean = step.keep("mt", past.add(step.gradient().mul(beta2)));
        Var direction = step.gradient().mul(beta2.sub(beta1)).add(mean.mul(beta1));
        return direction.sign().mul(step.hyper("eta"));
    }

    static Var weightDecay(Step step) {
        return step.gradient().add(step.parameter().mul(step.hyper("lambda")));
    }

    static Var signDecay(Step step) {
        return step.gradient().add(step.parameter().sign().mul(step.hyper("lambda")));
    }

    static Var clipGrad(Step step) {
        Var limit = step.hyper("delta");
        return step.gradient().min(limit).max(limit.neg());
    }

    /** A length that is not finite leaves no number, so that the step is found out. */
    static Var clipNorm(Step step) {
        Var length = length(step.gradient(), step.settled("p"));
        return step.gradient().mul(share(step, length).add(length.mul(0)));
    }

    static Var clipNormUnchecked(Step step) {
        return step.gradient().mul(share(step, length(step.gradient(), step.settled("p"))));
    }

    /** ω over the larger of ω and the length is 1 where nothing is to be done, and divides by 0 at no gradient. */
    private static Var share(Step step, Var length) {
        Var limit = step.hyper("omega");
        return limit.div(length.max(limit));
    }

    /** (Σ|x|^p)^(1/p), where the largest counts as 1 meanwhile, so that only a length that is too large overflows. */
    private static Var length(Var x, double p) {
        if (p == 2) {
            return x.norm();
        } else if (p == 1) {
            return x.abs().sum();
        }
        Var largest = x.abs().maximum();
        if (p > Float.MAX_VALUE) {
            return largest;
        }
        Var unit = Var.where(largest.greater(largest.like(0)), largest, largest.like(1));
        return x.abs().div(unit).pow(p).sum().pow(1 / p).mul(unit);
    }

    /** Adam's step for a step size {@code eta}. */
    private static Var direction(Step step, Var eta) {
        Var mean = average(step, "mt", "beta1", step.gradient());
        Var size = average(step, "vt", "beta2", step.gradient().square());
        return corrected(step, mean, size, eta);
    }

    /** The mean over the root of the size, both corrected for having begun at 0. */
    private static Var corrected(Step step, Var mean, Var size, Var eta) {
        Var rate = eta.div(missing(step, "beta1t", "beta1"));
        Var scale = missing(step, "beta2t", "beta2").reciprocal();
        return mean.mul(rate).div(size.mul(scale).sqrt().add(step.hyper("epsilon")));
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
