package org.chainboard.engine.op;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * Random numbers, uniform in [0, 1): multiples of 2⁻²⁴, so that both number types hold the very same ones.
 *
 * <p>The input is the number of the step as a pair (low, high) that stands for low + 2²⁰ high: a single float counts to
 * 2²⁴ only. What is drawn is a pure function of seed, stream, step and place, by Philox4x32-10 (see {@link
 * org.chainboard.engine.tensor.Rng}), so every backend draws the same.
 *
 * @param target size of the result
 * @param seed of the whole run
 * @param stream keeps apart what is drawn in one step
 */
public record Uniform(Shape target, long seed, long stream) implements Op {
    /** What one of the high half stands for. */
    public static final int HIGH = 1 << 20;

    private static final Shape PAIR = Shape.of(2);

    public Uniform {
        Objects.requireNonNull(target);
    }

    @Override
    public String label() {
        return "uniform";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (!inputs.get(0).equals(PAIR)) {
            throw new ShapeException("uniform needs the two halves of a step's number, got size " + inputs.get(0));
        }
        return target;
    }

    /** What is drawn does not vary smoothly with anything. */
    @Override
    public Node gradient(GraphBuilder builder, Node node, int input, Node upstream) {
        return null;
    }
}
