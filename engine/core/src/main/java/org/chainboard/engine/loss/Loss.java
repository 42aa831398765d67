package org.chainboard.engine.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;

/**
 * How far a prediction ŷ is from its target y, with the formulas and defaults of Flux 0.16. Both have the same size,
 * features x batch; a vector is one sample. All but the sum of squares are means, so their size does not depend on the
 * size of the batch.
 */
public enum Loss {
    /** mean((ŷ - y)²), over all numbers. */
    MSE("mse", (p, y) -> p.sub(y).square().mean()),
    /** mean(|ŷ - y|), over all numbers. */
    MAE("mae", (p, y) -> p.sub(y).abs().mean()),
    /** sum((ŷ - y)²), over all numbers: the loss of the linear regression in Flux's guide. */
    SUM_OF_SQUARES("sum_of_squares", (p, y) -> p.sub(y).square().sum()),
    /** Mean over the batch of -sum(y log ŷ); the prediction is a share for each class, as softmax gives. */
    CROSSENTROPY("crossentropy", Formulas::crossentropy),
    /** Cross entropy of softmax(ŷ), which stays exact where softmax would round to 0 or 1. */
    LOGITCROSSENTROPY("logitcrossentropy", Formulas::logitcrossentropy),
    /** mean(-y log ŷ - (1 - y) log(1 - ŷ)); the prediction is between 0 and 1, as σ gives. */
    BINARYCROSSENTROPY("binarycrossentropy", Formulas::binarycrossentropy),
    /** Binary cross entropy of σ(ŷ), which stays exact where σ would round to 0 or 1. */
    LOGITBINARYCROSSENTROPY("logitbinarycrossentropy", Formulas::logitbinarycrossentropy),
    /** mean of (ŷ - y)² / 2 where |ŷ - y| < 1, else |ŷ - y| - ½; less swayed by outliers than mse. */
    HUBER("huber", Formulas::huber, "huber_loss");

    private final String text;
    private final BinaryOperator<Var> formula;
    private final List<String> aliases;

    Loss(String text, BinaryOperator<Var> formula, String... aliases) {
        this.text = text;
        this.formula = formula;
        this.aliases = List.of(aliases);
    }

    /** The name in Flux, such as {@code logitcrossentropy}. */
    public String text() {
        return text;
    }

    /** Whether it grows with the batch: a sum over the samples, not a mean. */
    public boolean isSum() {
        return this == SUM_OF_SQUARES;
    }

    /** The row with this name. */
    public static Optional<Loss> parse(String name) {
        return Arrays.stream(values())
                .filter(row -> row.text.equals(name) || row.aliases.contains(name))
                .findFirst();
    }

    /**
     * The loss of the prediction {@code yhat}, a scalar.
     *
     * @throws ShapeException when the sizes differ; the message names both
     */
    public Var apply(Var yhat, Var y) {
        if (!yhat.shape().equals(y.shape())) {
            throw new ShapeException(text + " compares arrays of one size: the prediction is " + yhat.shape()
                    + ", the target is " + y.shape());
        }
        return formula.apply(yhat, y);
    }

    @Override
    public String toString() {
        return text;
    }
}
