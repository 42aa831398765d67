package org.chainboard.engine.layer;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * A layer of two inputs: output i is activation(x' W[i] y + b[i]), as Flux 0.16 defines it. With one input it takes that
 * for both. It can also join two ways.
 *
 * @param weight outputs x first inputs x second inputs
 * @param bias one number per output; null where there is none
 * @param activation any layer that keeps sizes; {@link Activation#IDENTITY} for none
 */
public record Bilinear(Parameter weight, Parameter bias, Layer activation) implements Layer, Connection {
    public Bilinear {
        Objects.requireNonNull(activation);
        if (weight.shape().rank() != 3) {
            throw new ShapeException(
                    weight + " cannot be the weights of a Bilinear: they are outputs × first inputs × second inputs");
        }
        if (bias != null && !bias.shape().equals(Shape.of(weight.shape().dim(0)))) {
            throw new ShapeException(bias + " does not go with " + weight + ": a bias is one number per output");
        }
    }

    /**
     * A fresh layer; its parameters are called {@code name.W} and {@code name.b}.
     *
     * @param first number of first inputs
     * @param second number of second inputs
     * @param bias whether a bias is added; it starts at 0
     */
    public static Bilinear create(
            String name,
            int first,
            int second,
            int out,
            Layer activation,
            boolean bias,
            Initialiser init,
            DType dtype,
            Rng rng) {
        Parameter weight = new Parameter(name + ".W", init.draw(Shape.of(out, first, second), dtype, rng));
        Parameter start = bias ? new Parameter(name + ".b", Tensor.zeros(Shape.of(out), dtype)) : null;
        return new Bilinear(weight, start, activation);
    }

    /** A layer with these numbers; its parameters are called {@code name.W} and {@code name.b}. */
    public static Bilinear of(String name, Tensor weight, Tensor bias, Layer activation) {
        Parameter sum = bias == null ? null : new Parameter(name + ".b", bias);
        return new Bilinear(new Parameter(name + ".W", weight), sum, activation);
    }

    /** The name its parameters carry, such as {@code Bilinear₂}. */
    public String name() {
        return Fits.owner(weight.name());
    }

    @Override
    public Var apply(Var x, Mode mode) {
        return apply(x, x, mode);
    }

    /** The result for a first and a second input, both vectors or both features x batch. */
    public Var apply(Var x, Var y, Mode mode) {
        Shape size = weight.shape();
        String layer = name() + ", " + this + ",";
        Fits.require(layer, size.dim(1), x.shape());
        Fits.require(layer, size.dim(2), y.shape());
        if (x.shape().rank() != y.shape().rank()
                || x.shape().rank() == 2 && x.shape().dim(1) != y.shape().dim(1)) {
            throw new ShapeException(
                    layer + " needs as many first as second inputs, got sizes " + x.shape() + " and " + y.shape());
        }
        if (x.shape().rank() == 1) {
            Var column = apply(column(x), column(y), mode);
            return column.reshape(Shape.of(column.shape().dim(0)));
        }
        Var sum = x.in(name(), () -> product(x, y));
        return sum.in(name(), () -> activation.apply(sum, mode));
    }

    private static Var column(Var x) {
        return x.reshape(Shape.of(x.shape().dim(0), 1));
    }

    private Var product(Var x, Var y) {
        int out = weight.shape().dim(0);
        int first = weight.shape().dim(1);
        int samples = x.shape().dim(1);
        Var rows = x.read(weight).reshape(Shape.of(out * first, weight.shape().dim(2)));
        Var right = rows.matmul(y).reshape(Shape.of(out, first, samples));
        Var product = right.mul(x.reshape(Shape.of(1, first, samples))).sum(1);
        return bias == null ? product : product.add(x.read(bias));
    }

    @Override
    public Var join(List<Var> values, Mode mode) {
        if (values.size() != 2) {
            throw new ShapeException(this + " joins two values, got " + values.size());
        }
        return apply(values.get(0), values.get(1), mode);
    }

    /** {@code Bilinear((5, 4) => 3, tanh)}. */
    @Override
    public String toString() {
        Shape size = weight.shape();
        String sizes = "(" + size.dim(1) + ", " + size.dim(2) + ") => " + size.dim(0);
        return Fits.call("Bilinear", sizes, Fits.activation(activation))
                .replaceFirst("\\)$", bias == null ? "; bias=false)" : ")");
    }
}
