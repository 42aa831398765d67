package org.chainboard.engine.layer;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * The element-wise layer activation(scale x + bias), as Flux 0.16 defines it: a Dense whose matrix is diagonal.
 *
 * @param scale one factor per feature; of rank 2 or more where a sample is an array
 * @param bias what is added, as many as factors; null where nothing is
 * @param activation any layer that keeps sizes; {@link Activation#IDENTITY} for none
 */
public record Scale(Parameter scale, Parameter bias, Layer activation) implements Layer {
    public Scale {
        Objects.requireNonNull(activation);
        if (scale.shape().isScalar()) {
            throw new ShapeException(scale + " cannot be the factors of a Scale: it needs one for each feature");
        }
        if (bias != null && !bias.shape().equals(scale.shape())) {
            throw new ShapeException(bias + " does not go with " + scale + ": both have one number per feature");
        }
    }

    /**
     * A fresh layer; its parameters are called {@code name.scale} and {@code name.b}.
     *
     * @param size of one sample
     * @param bias whether a bias is added; it starts at 0
     * @param init how the factors start; Flux starts them at 1
     */
    public static Scale create(
            String name, Shape size, Layer activation, boolean bias, Initialiser init, DType dtype, Rng rng) {
        Parameter scale = new Parameter(name + ".scale", init.draw(size, dtype, rng));
        Parameter start = bias ? new Parameter(name + ".b", Tensor.zeros(size, dtype)) : null;
        return new Scale(scale, start, activation);
    }

    /** A layer with these numbers; its parameters are called {@code name.scale} and {@code name.b}. */
    public static Scale of(String name, Tensor scale, Tensor bias, Layer activation) {
        Parameter sum = bias == null ? null : new Parameter(name + ".b", bias);
        return new Scale(new Parameter(name + ".scale", scale), sum, activation);
    }

    /** The name its parameters carry, such as {@code Scale₂}. */
    public String name() {
        return Fits.owner(scale.name());
    }

    /** From a sample, or samples along one axis more, to as many numbers. */
    @Override
    public Var apply(Var x, Mode mode) {
        Shape size = scale.shape();
        int rank = x.shape().rank();
        boolean fits = rank == size.rank() || rank == size.rank() + 1;
        for (int axis = 0; axis < size.rank() && fits; axis++) {
            fits = x.shape().dim(axis) == size.dim(axis);
        }
        if (!fits && size.rank() == 1) {
            throw Fits.needs(name() + ", " + this + ",", Fits.counted(size.dim(0)), x.shape());
        }
        if (!fits) {
            throw new ShapeException(
                    name() + ", " + this + ", needs samples of size " + size + ", got size " + x.shape());
        }
        Var sum = x.in(name(), () -> {
            Var product = x.mul(x.read(scale));
            return bias == null ? product : product.add(x.read(bias));
        });
        return sum.in(name(), () -> activation.apply(sum, mode));
    }

    /** {@code Scale(10, relu)}. */
    @Override
    public String toString() {
        String size =
                Arrays.stream(scale.shape().dims()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return Fits.call("Scale", size, Fits.activation(activation))
                .replaceFirst("\\)$", bias == null ? "; bias=false)" : ")");
    }
}
