package org.chainboard.engine.loss;

import java.util.List;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.expr.Word;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;

/** The losses whose formula takes more than a line; ϵ is the distance from 1 to the next number. */
final class Formulas {
    private static final Word LOGSOFTMAX = Vocabulary.find("logsoftmax").orElseThrow();

    private Formulas() {}

    /** (log((ŷ + ϵ) / (y + ϵ)))². */
    static Var msle(Var yhat, Var y, Agg agg, double none) {
        double epsilon = epsilon(yhat.dtype());
        return agg.ofNumbers(yhat.add(epsilon).div(y.add(epsilon)).log().square());
    }

    static Var crossentropy(Var yhat, Var y, Agg agg, double none) {
        return agg.ofSamples(y.mul(yhat.add(epsilon(yhat.dtype())).log())).neg();
    }

    static Var logitcrossentropy(Var yhat, Var y, Agg agg, double none) {
        Var log = LOGSOFTMAX.apply(List.of(yhat));
        // Logits further apart than the largest number give -∞; times a target of 0 that would not be a number.
        Var lowest = log.like(-largest(log.dtype()) / Math.max(1, log.shape().size()));
        return agg.ofSamples(y.mul(log.max(lowest))).neg();
    }

    static Var binarycrossentropy(Var yhat, Var y, Agg agg, double none) {
        double epsilon = epsilon(yhat.dtype());
        Var yes = y.mul(yhat.add(epsilon).log());
        Var no = oneMinus(y).mul(oneMinus(yhat).add(epsilon).log());
        return agg.ofNumbers(yes.add(no)).neg();
    }

    /** (1 - y) ŷ - log σ(ŷ). */
    static Var logitbinarycrossentropy(Var yhat, Var y, Agg agg, double none) {
        return agg.ofNumbers(oneMinus(y).mul(yhat).add(yhat.neg().softplus()));
    }

    /** With r = min(|e|, δ) both branches are r (|e| - r/2), so none of them can overflow unseen. */
    static Var huber(Var yhat, Var y, Agg agg, double delta) {
        Var error = yhat.sub(y).abs();
        Var near = error.min(error.like(delta));
        return agg.ofNumbers(near.mul(error.sub(near.mul(0.5))));
    }

    /** The cross entropy less that of y itself. */
    static Var kldivergence(Var yhat, Var y, Agg agg, double none) {
        return agg.ofSamples(timesLog(y, y)).add(crossentropy(yhat, y, agg, none));
    }

    static Var poisson(Var yhat, Var y, Agg agg, double none) {
        return agg.ofNumbers(yhat.sub(timesLog(y, yhat)));
    }

    /** y log(x), and 0 where y is 0 whatever x is. */
    private static Var timesLog(Var y, Var x) {
        Var none = y.equalTo(y.like(0));
        return Var.where(none, y.like(0), y.mul(Var.where(none, x.like(1), x).log()));
    }

    /** max(0, 1 - ŷ y), for targets of -1 and 1. */
    static Var hinge(Var yhat, Var y) {
        return oneMinus(yhat.mul(y)).relu();
    }

    /** -y (1 - ŷ)^γ log ŷ with ŷ + ϵ for ŷ; Lin et al., Focal loss for dense object detection, 2017. */
    static Var focal(Var yhat, Var y, Agg agg, double gamma) {
        Var share = yhat.add(epsilon(yhat.dtype()));
        return agg.ofSamples(y.mul(hardness(share, gamma)).mul(share.log())).neg();
    }

    /**
     * -(1 - p)^γ log p, where p is the share given to the right answer. It is at least ϵ here; in Flux a prediction of
     * exactly 1 where 0 is right makes it negative, and the loss is then not a number.
     */
    static Var binaryFocal(Var yhat, Var y, Agg agg, double gamma) {
        double epsilon = epsilon(yhat.dtype());
        Var yes = yhat.add(epsilon);
        Var right = y.mul(yes).add(oneMinus(y).mul(oneMinus(yes)));
        Var share = right.max(right.like(epsilon));
        return agg.ofNumbers(hardness(share, gamma).mul(share.log())).neg();
    }

    /** (1 - p)^γ; rounding may take p a little above 1. */
    private static Var hardness(Var share, double gamma) {
        Var rest = oneMinus(share).relu();
        return gamma == 2 ? rest.square() : rest.pow(gamma);
    }

    /** 1 - (2 Σ ŷ y + s) / (Σ ŷ² + Σ y² + s), over all numbers; Milletari et al., V-Net, 2016. */
    static Var dice(Var yhat, Var y, Agg agg, double smooth) {
        Var common = y.mul(yhat).sum().mul(2).add(smooth);
        Var all = yhat.square().sum().add(y.square().sum()).add(smooth);
        return oneMinus(common.div(all));
    }

    private static Var oneMinus(Var x) {
        return x.like(1).sub(x);
    }

    /** The distance from 1 to the next number, which Flux adds so that log(0) does not happen. */
    private static double epsilon(DType dtype) {
        return dtype == DType.F64 ? Math.ulp(1.0) : Math.ulp(1.0f);
    }

    private static double largest(DType dtype) {
        return dtype == DType.F64 ? Double.MAX_VALUE : Float.MAX_VALUE;
    }
}
