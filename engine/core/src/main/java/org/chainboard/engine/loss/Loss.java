package org.chainboard.engine.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;

/**
 * How far a prediction ŷ is from its target y, with the formulas and defaults of Flux 0.16. Both have the same size,
 * features x batch; a vector is one sample. All but the sum of squares are means, so their size does not depend on the
 * size of the batch; {@link #with(Agg)} makes a sum of a mean.
 */
public enum Loss implements LossFunction {
    /** mean((ŷ - y)²), over all numbers. */
    MSE("mse", (p, y, agg, none) -> agg.ofNumbers(p.sub(y).square())),
    /** mean(|ŷ - y|), over all numbers. */
    MAE("mae", (p, y, agg, none) -> agg.ofNumbers(p.sub(y).abs())),
    /** mean((log ŷ - log y)²), over all numbers, which are positive; what counts is the ratio. */
    MSLE("msle", Formulas::msle),
    /** sum((ŷ - y)²), over all numbers: the loss of the linear regression in Flux's guide. */
    SUM_OF_SQUARES("sum_of_squares", (p, y, agg, none) -> agg.ofNumbers(p.sub(y).square())),
    /** Mean over the batch of -sum(y log ŷ); the prediction is a share for each class, as softmax gives. */
    CROSSENTROPY("crossentropy", Formulas::crossentropy),
    /** Cross entropy of softmax(ŷ), which stays exact where softmax would round to 0 or 1. */
    LOGITCROSSENTROPY("logitcrossentropy", Formulas::logitcrossentropy),
    /** mean(-y log ŷ - (1 - y) log(1 - ŷ)); the prediction is between 0 and 1, as σ gives. */
    BINARYCROSSENTROPY("binarycrossentropy", Formulas::binarycrossentropy),
    /** Binary cross entropy of σ(ŷ), which stays exact where σ would round to 0 or 1. */
    LOGITBINARYCROSSENTROPY("logitbinarycrossentropy", Formulas::logitbinarycrossentropy),
    /** mean of (ŷ - y)² / 2 up to |ŷ - y| = δ, then δ (|ŷ - y| - δ/2), with δ = 1; less swayed by outliers than mse. */
    HUBER("huber", Formulas::huber, new Number("delta", 1), "huber_loss"),
    /** Mean over the batch of sum(y log y) - sum(y log ŷ): how much ŷ differs from y, both shares that sum to 1. */
    KLDIVERGENCE("kldivergence", Formulas::kldivergence),
    /** mean(ŷ - y log ŷ), for counts y; ŷ is positive. */
    POISSON("poisson", Formulas::poisson, "poisson_loss"),
    /** mean(max(0, 1 - ŷ y)), for targets of -1 and 1. */
    HINGE("hinge", (p, y, agg, none) -> agg.ofNumbers(Formulas.hinge(p, y)), "hinge_loss"),
    /** mean(max(0, 1 - ŷ y)²), for targets of -1 and 1. */
    SQUARED_HINGE(
            "squared_hinge",
            (p, y, agg, none) -> agg.ofNumbers(Formulas.hinge(p, y).square()),
            "squared_hinge_loss"),
    /** Cross entropy that counts what is nearly right less: mean over the batch of -sum(y (1 - ŷ)^γ log ŷ), γ = 2. */
    FOCAL("focal", Formulas::focal, new Number("gamma", 2), "focal_loss"),
    /** Binary cross entropy that counts what is nearly right less; γ = 2. */
    BINARY_FOCAL("binary_focal", Formulas::binaryFocal, new Number("gamma", 2), "binary_focal_loss"),
    /** 1 less the overlap of ŷ and y, over all numbers at once: neither a mean nor a sum. */
    DICE_COEFF("dice_coeff", Formulas::dice, new Number("smooth", 1), "dice_coeff_loss");

    /**
     * A number in a formula.
     *
     * @param name in Flux, such as {@code gamma}
     * @param usual its usual value
     */
    public record Number(String name, double usual) {}

    private static final String SMOOTHING = "label_smoothing";

    private final String text;
    private final Formula formula;
    private final Number number;
    private final List<String> aliases;

    Loss(String text, Formula formula, String... aliases) {
        this(text, formula, null, aliases);
    }

    Loss(String text, Formula formula, Number number, String... aliases) {
        this.text = text;
        this.formula = formula;
        this.number = number;
        this.aliases = List.of(aliases);
    }

    /** The name in Flux, such as {@code logitcrossentropy}. */
    @Override
    public String text() {
        return text;
    }

    /** Other names that are read, such as {@code huber_loss}. */
    public List<String> aliases() {
        return aliases;
    }

    @Override
    public Optional<Loss> row() {
        return Optional.of(this);
    }

    /** The number in its formula, where it has one. */
    public Optional<Number> number() {
        return Optional.ofNullable(number);
    }

    /** Whether it grows with the batch: a sum over the samples, not a mean. */
    public boolean isSum() {
        return usualAgg() == Agg.SUM;
    }

    Agg usualAgg() {
        return this == SUM_OF_SQUARES ? Agg.SUM : Agg.MEAN;
    }

    /** Whether targets are shares, so that they can be smoothed. */
    boolean hasLabels() {
        return switch (this) {
            case CROSSENTROPY, LOGITCROSSENTROPY, KLDIVERGENCE, FOCAL -> true;
            default -> isBinary();
        };
    }

    /** Whether each target is a yes or no of its own, 1 or 0. */
    boolean isBinary() {
        return this == BINARYCROSSENTROPY || this == LOGITBINARYCROSSENTROPY || this == BINARY_FOCAL;
    }

    @Override
    public double middle() {
        return this == LOGITBINARYCROSSENTROPY || this == HINGE || this == SQUARED_HINGE ? 0 : 0.5;
    }

    /** The row with this name. */
    public static Optional<Loss> parse(String name) {
        return Arrays.stream(values())
                .filter(row -> row.text.equals(name) || row.aliases.contains(name))
                .findFirst();
    }

    /** This loss with its numbers taken together in another way. */
    public LossFunction with(Agg agg) {
        return new AdjustedLoss(this, agg, usualNumber(), 0);
    }

    /** This loss with another {@link #number} in its formula. @throws IllegalArgumentException when it has none */
    public LossFunction with(double number) {
        return new AdjustedLoss(this, usualAgg(), number, 0);
    }

    /**
     * This loss of targets smoothed by α; see {@link Labels}.
     *
     * @throws IllegalArgumentException when its targets are no classes, or α is not between 0 and 1
     */
    public LossFunction smoothing(double alpha) {
        Labels.requireShare(alpha);
        return new AdjustedLoss(this, usualAgg(), usualNumber(), alpha);
    }

    double usualNumber() {
        return number == null ? 0 : number.usual;
    }

    @Override
    public Var apply(Var yhat, Var y) {
        return apply(yhat, y, usualAgg(), usualNumber(), 0);
    }

    Var apply(Var yhat, Var y, Agg agg, double with, double smoothing) {
        if (!yhat.shape().equals(y.shape())) {
            throw new ShapeException(text + " compares arrays of one size: the prediction is " + yhat.shape()
                    + ", the target is " + y.shape());
        }
        Var target = y;
        if (smoothing > 0) {
            target = isBinary() ? Labels.smoothBinary(y, smoothing) : Labels.smooth(y, smoothing);
        }
        return formula.of(yhat, target, agg, with);
    }

    /** The name of the setting that smooths targets. */
    static String smoothingName() {
        return SMOOTHING;
    }

    @Override
    public String toString() {
        return text;
    }
}
