package org.chainboard.engine.layer;

import java.util.Objects;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * The fully connected layer activation(W x + b).
 *
 * @param weight W, outputs x inputs
 * @param bias b, one number per output; null where there is none
 * @param activation any layer that keeps sizes; {@link Activation#IDENTITY} for none
 */
public record Dense(Parameter weight, Parameter bias, Layer activation) implements Layer {
    private static final String WEIGHT = ".W";
    private static final String BIAS = ".b";

    public Dense {
        Objects.requireNonNull(activation);
        Shape shape = weight.shape();
        if (shape.rank() != 2) {
            throw new ShapeException(weight + " cannot be the weights of a Dense: they are outputs × inputs");
        }
        if (bias != null && !bias.shape().equals(Shape.of(shape.dim(0)))) {
            throw new ShapeException(bias + " does not go with " + weight + ": a bias is one number per output");
        }
    }

    /**
     * A fresh layer; its parameters are called {@code name.W} and {@code name.b}.
     *
     * @param bias whether a bias is added; it starts at 0
     * @param rng where the weights come from; two layers never share numbers
     */
    public static Dense create(
            String name, int in, int out, Layer activation, boolean bias, Initialiser init, DType dtype, Rng rng) {
        Parameter weight = new Parameter(name + WEIGHT, init.draw(Shape.of(out, in), dtype, rng));
        Parameter start = bias ? new Parameter(name + BIAS, Tensor.zeros(Shape.of(out), dtype)) : null;
        return new Dense(weight, start, activation);
    }

    /**
     * A layer with these numbers; its parameters are called {@code name.W} and {@code name.b}.
     *
     * @param weight outputs x inputs
     * @param bias one number per output; null for none
     */
    public static Dense of(String name, Tensor weight, Tensor bias, Layer activation) {
        Parameter sum = bias == null ? null : new Parameter(name + BIAS, bias);
        return new Dense(new Parameter(name + WEIGHT, weight), sum, activation);
    }

    /** Number of inputs. */
    public int in() {
        return weight.shape().dim(1);
    }

    /** Number of outputs. */
    public int out() {
        return weight.shape().dim(0);
    }

    /** The name its parameters carry, such as {@code Dense₂}. */
    public String name() {
        String path = weight.name();
        return path.endsWith(WEIGHT) ? path.substring(0, path.length() - WEIGHT.length()) : path;
    }

    @Override
    public Var apply(Var x, Mode mode) {
        Fits.require(name() + ", " + this + ",", in(), x.shape());
        Var sum = x.in(name(), () -> {
            Var product = x.read(weight).matmul(x);
            return bias == null ? product : product.add(x.read(bias));
        });
        return sum.in(name(), () -> activation.apply(sum, mode));
    }

    /** {@code Dense(2 => 8, tanh)}. */
    @Override
    public String toString() {
        String function = activation == Activation.IDENTITY ? "" : ", " + activation;
        return "Dense(" + in() + " => " + out() + function + (bias == null ? "; bias=false" : "") + ")";
    }
}
