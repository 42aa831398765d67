package org.chainboard.engine.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.expr.Word;
import org.chainboard.engine.op.Var;

/**
 * The functions that are usual between layers, those of NNlib 0.9, in the order in which they are offered. Each is a row
 * of the {@link Vocabulary}, where its formula is.
 *
 * <p>All work element by element, except softmax and logsoftmax, which work over the first axis, the features.
 */
public enum Activation implements Layer {
    /** No activation. */
    IDENTITY("identity"),
    /** max(0, x). */
    RELU("relu"),
    /** The hyperbolic tangent. */
    TANH("tanh"),
    /** 1 / (1 + e⁻ˣ). */
    SIGMOID("σ"),
    /** eˣ / Σ eˣ over the features: shares that sum to 1. */
    SOFTMAX("softmax"),
    /** x for x {@literal >} 0, else 0.01 x. */
    LEAKYRELU("leakyrelu"),
    /** x for x {@literal >} 0, else eˣ - 1; Clevert et al., 2016. */
    ELU("elu"),
    /** x/2 (1 + tanh(√(2/π) (x + 0.044715 x³))); Hendrycks and Gimpel, 2016. */
    GELU("gelu"),
    /** x σ(x); Ramachandran et al., 2017. */
    SWISH("swish"),
    /** log(1 + eˣ). */
    SOFTPLUS("softplus"),
    /** 1.0507 (x for x {@literal >} 0, else 1.6733 (eˣ - 1)); Klambauer et al., 2017. */
    SELU("selu"),
    /** x for x {@literal >} 0, else eˣ - 1; Barron, 2017. */
    CELU("celu"),
    /** x tanh(softplus(x)); Misra, 2019. */
    MISH("mish"),
    /** x / (1 + |x|). */
    SOFTSIGN("softsign"),
    /** max(0, min(1, (x + 3) / 6)). */
    HARDSIGMOID("hardσ"),
    /** max(-1, min(1, x)). */
    HARDTANH("hardtanh"),
    /** x hardσ(x); Howard et al., 2019. */
    HARDSWISH("hardswish"),
    /** min(max(0, x), 6). */
    RELU6("relu6"),
    /** log(σ(x)), without overflow. */
    LOGSIGMOID("logσ"),
    /** x - tanh(x). */
    TANHSHRINK("tanhshrink"),
    /** x - ½ for x {@literal >} ½, x + ½ for x {@literal <} -½, else 0. */
    SOFTSHRINK("softshrink"),
    /** x tanh(x); Roy et al., 2019. */
    LISHT("lisht"),
    /** x for x {@literal >} 1, else 0; Konda et al., 2014. */
    TRELU("trelu"),
    /** log(cosh(x)), without overflow. */
    LOGCOSH("logcosh"),
    /** leakyrelu whose slope below 0 is drawn from [1/8, 1/3] for each number in training, their middle otherwise. */
    RRELU("rrelu"),
    /** log(softmax(x)), without overflow. */
    LOGSOFTMAX("logsoftmax");

    private final Word word;

    Activation(String name) {
        this.word = Vocabulary.find(name).orElseThrow();
    }

    /** The name as Flux prints it, such as {@code σ}. */
    public String text() {
        return word.name();
    }

    /** The row with this name, or another name that is in use, such as {@code sigmoid}. */
    public static Optional<Activation> parse(String name) {
        return Arrays.stream(values()).filter(row -> row.word.isCalled(name)).findFirst();
    }

    @Override
    public Var apply(Var x, Mode mode) {
        if (this == RRELU && mode.isTraining()) {
            return Var.where(x.greater(x.like(0)), x, x.mul(slope(x, mode)));
        }
        return this == IDENTITY ? x : word.apply(List.of(x));
    }

    /** Xu et al., Empirical evaluation of rectified activations, 2015; the bounds are NNlib's. */
    private static Var slope(Var x, Mode mode) {
        double low = 1.0 / 8;
        double high = 1.0 / 3;
        return mode.uniform(x).mul(high - low).add(low);
    }

    @Override
    public String toString() {
        return text();
    }
}
