package org.chainboard.engine.grad;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * How a scalar changes with what it was computed from.
 *
 * <p>Reverse accumulation, as in Griewank and Walther, "Evaluating Derivatives", 2008, chapter 3: nodes are visited from
 * the result backwards by number, so there is no recursion however deep the graph.
 */
public final class Gradient {
    private Gradient() {}

    /**
     * The gradient of {@code f} at {@code x}, in double precision: {@code gradient(x -> x.square(), 3)[0]} is 6. An
     * {@code if} or a loop in {@code f} that looks at a value is followed along the path taken.
     *
     * @return one number per argument
     * @throws ShapeException when {@code f} does not give a single number
     */
    public static double[] gradient(UnaryOperator<Var> f, double x) {
        return new double[] {
            gradient(args -> f.apply(args.get(0)), List.of(Tensor.scalar(x)))
                    .get(0)
                    .item()
        };
    }

    /**
     * The gradients of a function of several arrays, in the order of the arguments and of their sizes.
     *
     * @throws ShapeException when {@code f} does not give a single number
     */
    public static List<Tensor> gradient(Function<List<Var>, Var> f, List<Tensor> at) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        List<Var> args = at.stream().map(value -> Var.constant(builder, value)).toList();
        return gradientOf(f, args).stream().map(Var::value).toList();
    }

    /** The slope of {@code f} at a value inside another function; this is how derivatives of derivatives are written. */
    public static Var gradient(UnaryOperator<Var> f, Var x) {
        return gradientOf(args -> f.apply(args.get(0)), List.of(x)).get(0);
    }

    /** The gradients of {@code f} at values inside another function. */
    public static List<Var> gradientOf(Function<List<Var>, Var> f, List<Var> at) {
        // A fresh name for each argument: what f closes over must not be taken for its argument, and equal arguments
        // must stay apart.
        List<Var> args = at.stream().map(Gradient::fresh).toList();
        return of(f.apply(args), args);
    }

    private static Var fresh(Var x) {
        return new Var(x.builder(), x.builder().separate(Unary.IDENTITY, x.node()));
    }

    /**
     * The gradient of the scalar {@code result} with respect to each of {@code wrt}, as more graph. Something the result
     * does not depend on gets zeros.
     *
     * @throws ShapeException when the result is not a single number
     */
    public static List<Var> of(Var result, List<Var> wrt) {
        if (result.shape().size() != 1) {
            throw new ShapeException("a gradient needs a function that gives a single number, this one gives size "
                    + result.shape() + "; sum it first");
        }
        Map<Node, Node> gradients = sweep(result, wrt);
        List<Var> answers = new ArrayList<>();
        for (Var variable : wrt) {
            Node found = gradients.get(variable.node());
            answers.add(found == null ? zeros(variable) : new Var(variable.builder(), found));
        }
        return answers;
    }

    private static Var zeros(Var variable) {
        return variable.like(0).expand(variable.shape());
    }

    private static Map<Node, Node> sweep(Var result, List<Var> wrt) {
        GraphBuilder builder = result.builder();
        Reach reach = new Reach(result.node(), wrt.stream().map(Var::node).toList());
        Map<Node, Node> gradients = new IdentityHashMap<>();
        TreeMap<Integer, Node> waiting = new TreeMap<>();
        gradients.put(result.node(), result.like(1).expand(result.shape()).node());
        waiting.put(result.node().id(), result.node());
        while (!waiting.isEmpty()) {
            Node node = waiting.pollLastEntry().getValue();
            Node upstream = gradients.get(node);
            for (int i = 0; i < node.inputs().size(); i++) {
                Node input = node.input(i);
                Node part = reach.matters(input) ? part(builder, node, i, upstream) : null;
                if (part != null) {
                    gradients.merge(input, part, (a, b) -> sum(builder, a, b));
                    waiting.put(input.id(), input);
                }
            }
        }
        return gradients;
    }

    private static Node part(GraphBuilder builder, Node node, int input, Node upstream) {
        return builder.in(node.scope(), () -> {
            Node part = node.op().gradient(builder, node, input, upstream);
            Shape shape = node.input(input).shape();
            return part == null ? null : new Var(builder, part).expand(shape).node();
        });
    }

    private static Node sum(GraphBuilder builder, Node a, Node b) {
        return new Var(builder, a).add(new Var(builder, b)).node();
    }
}
