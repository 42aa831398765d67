package org.chainboard.engine.layer;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * Brings each sample to mean 0 and deviation 1, then scales, shifts and activates (Ba, Kiros and Hinton, Layer
 * normalization, 2016): activation(scale (x - μ) / √(σ² + ε²) + bias), where μ and σ² are over the sample. The ε² is that
 * of Flux 0.14 to 0.16.
 *
 * @param size of one sample
 * @param diagonal the scale and shift; null for none
 * @param activation any layer that keeps sizes; {@link Activation#IDENTITY} for none
 * @param epsilon keeps a constant sample from a division by 0; at least 0
 */
public record LayerNorm(Shape size, Scale diagonal, Layer activation, double epsilon) implements Layer {
    /** The ε of Flux. */
    public static final double EPSILON = 1e-5;

    public LayerNorm {
        Objects.requireNonNull(activation);
        if (size.isScalar() || diagonal != null && !diagonal.scale().shape().equals(size)) {
            throw new ShapeException("a LayerNorm of size " + size + " does not go with " + diagonal);
        }
    }

    /**
     * A fresh layer; its parameters are called {@code name.scale} and {@code name.b}.
     *
     * @param affine whether it scales and shifts; the factors start at 1, the shifts at 0
     */
    public static LayerNorm create(
            String name, Shape size, Layer activation, boolean affine, double epsilon, DType dtype) {
        Scale diagonal =
                affine ? Scale.create(name, size, Activation.IDENTITY, true, Init.ONES, dtype, new Rng(0, 0)) : null;
        return new LayerNorm(size, diagonal, activation, epsilon);
    }

    /** From a sample, or samples along one axis more, to as many numbers. */
    @Override
    public Var apply(Var x, Mode mode) {
        requireFits(x.shape());
        int[] axes = IntStream.range(0, size.rank()).toArray();
        Var centred = x.sub(x.sumKept(axes).div(size.size()));
        Var variance = centred.square().sumKept(axes).div(size.size());
        Var normal = centred.div(variance.add(epsilon * epsilon).sqrt());
        return activation.apply(diagonal == null ? normal : diagonal.apply(normal, mode), mode);
    }

    private void requireFits(Shape came) {
        boolean fits = came.rank() == size.rank() || came.rank() == size.rank() + 1;
        for (int axis = 0; axis < size.rank() && fits; axis++) {
            fits = came.dim(axis) == size.dim(axis);
        }
        if (!fits && size.rank() == 1) {
            throw Fits.needs(this, Fits.counted(size.dim(0)), came);
        }
        if (!fits) {
            throw new ShapeException(this + " needs samples of size " + size + ", got size " + came);
        }
    }

    /** {@code LayerNorm(10, relu)}. */
    @Override
    public String toString() {
        String sizes = Arrays.stream(size.dims()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return Fits.call(
                "LayerNorm",
                sizes,
                Fits.activation(activation),
                diagonal == null ? "affine=false" : "",
                epsilon == EPSILON ? "" : "eps=" + Amount.text(epsilon));
    }
}
