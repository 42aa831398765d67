package org.chainboard.engine.op;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** The same numbers in the same row-major order under another shape. */
public final class Reshape extends Rule {
    private final Shape target;

    /** To {@code target}, of as many numbers. */
    public Reshape(Shape target) {
        this.target = Objects.requireNonNull(target);
    }

    /** The size of the result. */
    public Shape target() {
        return target;
    }

    @Override
    public String label() {
        return "reshape";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        if (inputs.get(0).size() != target.size()) {
            throw new ShapeException("an array of size " + inputs.get(0) + " cannot become " + target);
        }
        return target;
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        return upstream.reshape(in.get(0).shape());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reshape op && target.equals(op.target);
    }

    @Override
    public int hashCode() {
        return 43 + target.hashCode();
    }
}
