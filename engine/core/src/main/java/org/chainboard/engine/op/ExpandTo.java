package org.chainboard.engine.op;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** Repeats an array along axes it lacks or has with size 1, until it has the size {@code target}. */
public final class ExpandTo extends Rule {
    private final Shape target;

    /** Up to {@code target}. */
    public ExpandTo(Shape target) {
        this.target = Objects.requireNonNull(target);
    }

    /** The size of the result. */
    public Shape target() {
        return target;
    }

    @Override
    public String label() {
        return "expand";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape from = inputs.get(0);
        if (!Shape.canBroadcast(from, target) || !Shape.broadcast(from, target).equals(target)) {
            throw new ShapeException("an array of size " + from + " cannot be repeated to size " + target);
        }
        return target;
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        return upstream.sumTo(in.get(0).shape());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExpandTo op && target.equals(op.target);
    }

    @Override
    public int hashCode() {
        return 31 + target.hashCode();
    }
}
