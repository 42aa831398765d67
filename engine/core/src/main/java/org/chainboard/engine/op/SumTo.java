package org.chainboard.engine.op;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** Adds up along the axes that {@code target} lacks or has with size 1: the reverse of {@link ExpandTo}. */
public final class SumTo extends Rule {
    private final Shape target;

    /** Down to {@code target}. */
    public SumTo(Shape target) {
        this.target = Objects.requireNonNull(target);
    }

    /** The size of the result. */
    public Shape target() {
        return target;
    }

    @Override
    public String label() {
        return "sum";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return shrunk(inputs.get(0), target, label());
    }

    static Shape shrunk(Shape from, Shape target, String label) {
        if (!Shape.canBroadcast(from, target) || !Shape.broadcast(from, target).equals(from)) {
            throw new ShapeException(label + " cannot take size " + from + " to size " + target);
        }
        return target;
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        return upstream.expand(in.get(0).shape());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SumTo op && target.equals(op.target);
    }

    @Override
    public int hashCode() {
        return 37 + target.hashCode();
    }
}
