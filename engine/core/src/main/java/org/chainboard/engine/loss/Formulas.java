package org.chainboard.engine.loss;

import java.util.List;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.expr.Word;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;

/** The losses whose formula takes more than a line. */
final class Formulas {
    private static final Word LOGSOFTMAX = Vocabulary.find("logsoftmax").orElseThrow();

    private Formulas() {}

    static Var crossentropy(Var yhat, Var y) {
        return meanOverBatch(y.mul(yhat.add(epsilon(yhat.dtype())).log()));
    }

    static Var logitcrossentropy(Var yhat, Var y) {
        Var log = LOGSOFTMAX.apply(List.of(yhat));
        // Logits further apart than the largest number give -∞; times a target of 0 that would not be a number.
        Var lowest = log.like(-largest(log.dtype()) / Math.max(1, log.shape().size()));
        return meanOverBatch(y.mul(log.max(lowest)));
    }

    static Var binarycrossentropy(Var yhat, Var y) {
        double epsilon = epsilon(yhat.dtype());
        Var yes = y.mul(yhat.add(epsilon).log());
        Var no = oneMinus(y).mul(oneMinus(yhat).add(epsilon).log());
        return yes.add(no).mean().neg();
    }

    /** (1 - y) ŷ - log σ(ŷ). */
    static Var logitbinarycrossentropy(Var yhat, Var y) {
        return oneMinus(y).mul(yhat).add(yhat.neg().softplus()).mean();
    }

    /** With r = min(|e|, 1) both branches are r (|e| - r/2), so none of them can overflow unseen. */
    static Var huber(Var yhat, Var y) {
        Var error = yhat.sub(y).abs();
        Var near = error.min(error.like(1));
        return near.mul(error.sub(near.mul(0.5))).mean();
    }

    /** Minus the mean over the samples of the sums over the features. */
    private static Var meanOverBatch(Var terms) {
        int features = terms.shape().isScalar() ? 1 : terms.shape().dim(0);
        int samples = terms.shape().size() / Math.max(1, features);
        return terms.sum().div(Math.max(1, samples)).neg();
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
