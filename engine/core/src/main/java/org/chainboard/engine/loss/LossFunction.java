package org.chainboard.engine.loss;

import java.util.Optional;
import org.chainboard.engine.op.Var;

/**
 * How far a prediction ŷ is from its target y: a row of the table {@link Loss}, a row with settings of its own, or a
 * {@link TypedLoss}.
 */
public interface LossFunction {
    /**
     * The loss of the prediction {@code yhat}, a scalar. Both are features x batch; a vector is one sample.
     *
     * @throws org.chainboard.engine.tensor.ShapeException when the sizes do not go together; the message names them
     */
    Var apply(Var yhat, Var y);

    /** As it is written, such as {@code mse}, {@code mse(agg=sum)} or {@code (ŷ, y) -> sum((ŷ - y)^2)}; reads back. */
    String text();

    /** The row of the table it is made from; empty for a typed one. */
    Optional<Loss> row();

    /** With a single output: what a prediction is above when the answer is yes. */
    default double middle() {
        return row().map(Loss::middle).orElse(0.5);
    }

    /** What {@code text} says; empty when it is no loss. */
    static Optional<LossFunction> parse(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What {@code text} says. @throws IllegalArgumentException with a sentence that says what is wrong with it */
    static LossFunction of(String text) {
        return new LossReader(text).read();
    }
}
