package org.chainboard.engine.grad;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * How a scalar changes with what it was computed from: Flux's {@code gradient(f, args...)}.
 *
 * <p>Numbers, vectors, matrices and larger arrays go in, and gradients of the same sizes come out; plain Java numbers
 * and arrays are taken in double precision, a {@link Tensor} in its own. An {@code if} or a loop in {@code f} that looks
 * at a value is followed along the path taken. Derivatives of derivatives are written by nesting: inside {@code f} the
 * methods that take a {@link Var} give more graph. All throw {@link ShapeException} when {@code f} does not give a single
 * number.
 *
 * <p>Reverse accumulation, as in Griewank and Walther, "Evaluating Derivatives", 2008, chapter 3.
 */
public final class Gradient {
    private Gradient() {}

    // ---- plain numbers and arrays

    /** The slope of {@code f} at {@code x}: {@code gradient(x -> x.square(), 3)[0]} is 6. */
    public static double[] gradient(UnaryOperator<Var> f, double x) {
        return new double[] {gradient(f, Tensor.scalar(x)).item()};
    }

    /** The slopes of {@code f} along its two arguments, in their order. */
    public static double[] gradient(BinaryOperator<Var> f, double x, double y) {
        List<Tensor> slopes = gradient(f, Tensor.scalar(x), Tensor.scalar(y));
        return new double[] {slopes.get(0).item(), slopes.get(1).item()};
    }

    /** The gradient of a function of a vector. */
    public static double[] gradient(UnaryOperator<Var> f, double[] x) {
        return gradient(f, Tensor.vector(x)).toDoubles();
    }

    /** The gradients of a function of two vectors, in the order of the arguments. */
    public static double[][] gradient(BinaryOperator<Var> f, double[] x, double[] y) {
        List<Tensor> gradients = gradient(f, Tensor.vector(x), Tensor.vector(y));
        return new double[][] {gradients.get(0).toDoubles(), gradients.get(1).toDoubles()};
    }

    /** The gradient of a function of a matrix, given as its rows. */
    public static double[][] gradient(UnaryOperator<Var> f, double[][] x) {
        return gradient(f, Tensor.matrix(x)).toRows();
    }

    /** The gradient of a function of an array with three axes. */
    public static double[][][] gradient(UnaryOperator<Var> f, double[][][] x) {
        return gradient(f, Tensor.block(x)).toBlock();
    }

    // ---- tensors

    /** The gradient of {@code f} at {@code x}, of the size and precision of x. */
    public static Tensor gradient(UnaryOperator<Var> f, Tensor x) {
        return withGradient(f, x).gradient();
    }

    /** The gradients of a function of two arrays, in the order of the arguments. */
    public static List<Tensor> gradient(BinaryOperator<Var> f, Tensor x, Tensor y) {
        return gradient(args -> f.apply(args.get(0), args.get(1)), List.of(x, y));
    }

    /** The gradients of a function of several arrays, in the order of the arguments. */
    public static List<Tensor> gradient(Function<List<Var>, Var> f, List<Tensor> at) {
        return withGradient(f, at).gradients();
    }

    /** Value and slope at once. */
    public static ValueAndGradient withGradient(UnaryOperator<Var> f, double x) {
        return withGradient(f, Tensor.scalar(x));
    }

    /** Value and gradient at once, for the price of the gradient. */
    public static ValueAndGradient withGradient(UnaryOperator<Var> f, Tensor x) {
        return withGradient(args -> f.apply(args.get(0)), List.of(x));
    }

    /** Value and gradients at once, for the price of the gradients. */
    public static ValueAndGradient withGradient(Function<List<Var>, Var> f, List<Tensor> at) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        List<Var> args =
                at.stream().map(value -> fresh(Var.constant(builder, value))).toList();
        Var result = f.apply(args);
        List<Var> gradients = of(result, args);
        return new ValueAndGradient(
                result.item(), gradients.stream().map(Var::value).toList());
    }

    // ---- parameters

    /**
     * The gradients of {@code loss} with respect to {@code params} at their present numbers, which do not change: Flux's
     * {@code gradient(() -> loss(x, y), params(W, b))}. A parameter without influence gets zeros; one used in several
     * places gets the sum.
     *
     * @param loss computes a single number from what it reads through its argument
     */
    public static Grads gradient(Function<Inputs, Var> loss, Params params) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var result = loss.apply(new Inputs(builder));
        if (result.builder() != builder) {
            throw new IllegalArgumentException("the loss was computed from values of another computation; inside the"
                    + " function read parameters and data through its argument");
        }
        List<Var> read = params.list().stream()
                .map(parameter -> Var.read(builder, parameter))
                .toList();
        return new Grads(
                result.item(), params, of(result, read).stream().map(Var::value).toList());
    }

    // ---- inside functions

    /** The gradient of {@code f} at a value inside another function; this is how derivatives of derivatives are written. */
    public static Var gradient(UnaryOperator<Var> f, Var x) {
        return gradientOf(args -> f.apply(args.get(0)), List.of(x)).get(0);
    }

    /** The gradients of {@code f} at two values inside another function. */
    public static List<Var> gradient(BinaryOperator<Var> f, Var x, Var y) {
        return gradientOf(args -> f.apply(args.get(0), args.get(1)), List.of(x, y));
    }

    /** The gradients of {@code f} at values inside another function. */
    public static List<Var> gradientOf(Function<List<Var>, Var> f, List<Var> at) {
        List<Var> args = at.stream().map(Gradient::fresh).toList();
        return of(f.apply(args), args);
    }

    /**
     * A fresh name for an argument: what a function closes over must not be taken for its argument, and equal arguments
     * must stay apart.
     */
    static Var fresh(Var x) {
        return new Var(x.builder(), x.builder().separate(Unary.IDENTITY, x.node()));
    }

    /**
     * The gradient of the scalar {@code result} with respect to each of {@code wrt}, as more graph. Something the result
     * does not depend on gets zeros.
     */
    public static List<Var> of(Var result, List<Var> wrt) {
        if (result.shape().size() != 1) {
            throw new ShapeException("a gradient needs a function that gives a single number, this one gives size "
                    + result.shape() + "; sum it first");
        }
        return Sweep.of(result, result.like(1).expand(result.shape()), wrt);
    }
}
