package org.chainboard.engine.layer;

import java.util.Objects;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/**
 * Brings each feature to mean 0 and deviation 1, then scales, shifts and activates (Ioffe and Szegedy, Batch
 * normalization, 2015; Flux 0.16): activation(γ (x - μ) / √(σ² + ε) + β).
 *
 * <p>In training μ and σ² are those of the batch, and the running ones move towards them: μ becomes (1 - m) μ + m μ_batch,
 * and σ² likewise towards the batch's unbiased variance. A prediction takes the running ones, so it does not depend on
 * what else is in the batch.
 *
 * @param beta β, one shift per feature; null with {@code gamma} for none
 * @param gamma γ, one factor per feature
 * @param mean the running μ
 * @param variance the running σ²
 * @param activation any layer that keeps sizes; {@link Activation#IDENTITY} for none
 * @param epsilon keeps a constant feature from a division by 0
 * @param momentum m, how far the running values move in a step, from 0 to 1
 */
public record BatchNorm(
        Parameter beta, Parameter gamma, State mean, State variance, Layer activation, double epsilon, double momentum)
        implements Layer {
    /** The ε of Flux. */
    public static final double EPSILON = 1e-5;

    /** The momentum of Flux. */
    public static final double MOMENTUM = 0.1;

    public BatchNorm {
        Objects.requireNonNull(activation);
        Shape size = mean.shape();
        boolean fits = size.rank() == 1 && variance.shape().equals(size) && (beta == null) == (gamma == null);
        if (!fits
                || beta != null && !(beta.shape().equals(size) && gamma.shape().equals(size))) {
            throw new ShapeException("a BatchNorm has one β, γ, μ and σ² for each feature, got " + beta + ", " + gamma
                    + ", " + mean + " and " + variance);
        }
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException("the momentum of a BatchNorm is from 0 to 1, got " + momentum);
        }
    }

    /**
     * A fresh layer with running mean 0 and variance 1; its variables are called {@code name.β}, {@code name.γ}, {@code
     * name.μ} and {@code name.σ²}.
     *
     * @param affine whether it scales and shifts; γ starts at 1, β at 0
     */
    public static BatchNorm create(
            String name, int features, Layer activation, boolean affine, double epsilon, double momentum, DType dtype) {
        Tensor zeros = Tensor.zeros(Shape.of(features), dtype);
        Tensor ones = Tensor.full(Shape.of(features), dtype, 1);
        return of(name, affine ? zeros : null, affine ? ones : null, zeros, ones, activation, epsilon, momentum);
    }

    /** A layer with these numbers, named as a fresh one; {@code beta} and {@code gamma} are null for none. */
    public static BatchNorm of(
            String name,
            Tensor beta,
            Tensor gamma,
            Tensor mean,
            Tensor variance,
            Layer activation,
            double epsilon,
            double momentum) {
        return new BatchNorm(
                beta == null ? null : new Parameter(name + ".β", beta),
                gamma == null ? null : new Parameter(name + ".γ", gamma),
                new State(name + ".μ", mean),
                new State(name + ".σ²", variance),
                activation,
                epsilon,
                momentum);
    }

    /** The name its variables carry, such as {@code BatchNorm₂}. */
    public String name() {
        return Fits.owner(mean.name());
    }

    /** Number of features. */
    public int features() {
        return mean.shape().dim(0);
    }

    /** From features x batch to features x batch; a prediction takes a vector too. */
    @Override
    public Var apply(Var x, Mode mode) {
        Fits.require(name() + ", " + this + ",", features(), x.shape());
        if (mode.isTraining() && x.shape().rank() != 2) {
            throw new ShapeException(name() + ", " + this + ", needs features × batch in training, got a vector");
        }
        Var sum = x.in(name(), () -> mode.isTraining() ? ofBatch(x, mode) : normal(x, x.read(mean), x.read(variance)));
        return sum.in(name(), () -> activation.apply(sum, mode));
    }

    private Var ofBatch(Var x, Mode mode) {
        int samples = x.shape().dim(1);
        int count = Math.max(1, samples);
        Var batchMean = x.sumKept(1).div(count);
        Var batchVariance = x.sub(batchMean).square().sumKept(1).div(count);
        // of one sample the unbiased variance is 0/0, which Flux takes over; here it counts as 0
        double unbiased = (double) count / Math.max(1, count - 1);
        move(mean, batchMean, mode);
        move(variance, batchVariance.mul(unbiased), mode);
        return normal(x, batchMean, batchVariance);
    }

    private void move(State running, Var towards, Mode mode) {
        Var target = towards.reshape(running.shape());
        Var now = mode.now(running, target);
        mode.keep(running, now.mul(1 - momentum).add(target.mul(momentum)));
    }

    private Var normal(Var x, Var centre, Var spread) {
        Var normal = x.sub(centre).div(spread.add(epsilon).sqrt());
        return gamma == null ? normal : normal.mul(x.read(gamma)).add(x.read(beta));
    }

    /** {@code BatchNorm(10, relu)}. */
    @Override
    public String toString() {
        return Fits.call(
                "BatchNorm",
                features(),
                Fits.activation(activation),
                gamma == null ? "affine=false" : "",
                epsilon == EPSILON ? "" : "eps=" + Amount.text(epsilon),
                momentum == MOMENTUM ? "" : "momentum=" + Amount.text(momentum));
    }
}
