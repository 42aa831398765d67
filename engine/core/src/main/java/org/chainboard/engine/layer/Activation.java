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
    RELU("relu"),
    TANH("tanh"),
    SIGMOID("σ"),
    SOFTMAX("softmax"),
    LEAKYRELU("leakyrelu"),
    ELU("elu"),
    GELU("gelu"),
    SWISH("swish"),
    SOFTPLUS("softplus"),
    SELU("selu"),
    CELU("celu"),
    MISH("mish"),
    SOFTSIGN("softsign"),
    HARDSIGMOID("hardσ"),
    HARDTANH("hardtanh"),
    HARDSWISH("hardswish"),
    RELU6("relu6"),
    LOGSIGMOID("logσ"),
    TANHSHRINK("tanhshrink"),
    SOFTSHRINK("softshrink"),
    LISHT("lisht"),
    TRELU("trelu"),
    LOGCOSH("logcosh"),
    /** leakyrelu whose slope below 0 is drawn from [1/8, 1/3] for each number in training, their middle otherwise. */
    RRELU("rrelu"),
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
