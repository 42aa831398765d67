package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** Arrays one after the other along one axis, counted from 0; along the others they have the same sizes. */
public final class Concat extends Rule {
    private final int axis;

    /** Along {@code axis}, from 0. */
    public Concat(int axis) {
        this.axis = axis;
    }

    /** The axis along which arrays follow each other. */
    public int axis() {
        return axis;
    }

    @Override
    public String label() {
        return "concat";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape first = inputs.get(0);
        if (axis < 0 || axis >= first.rank()) {
            throw new ShapeException("arrays of size " + first + " have no axis " + axis
                    + " to be joined along; axes count from 0, and stack makes a new one");
        }
        int length = 0;
        for (Shape part : inputs) {
            if (part.rank() != first.rank() || !part.with(axis, 0).equals(first.with(axis, 0))) {
                throw new ShapeException("arrays of sizes " + first + " and " + part + " cannot be joined along axis "
                        + axis + ": along the others they need the same sizes");
            }
            length += part.dim(axis);
        }
        return first.with(axis, length);
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        int from = 0;
        for (int i = 0; i < input; i++) {
            from += in.get(i).shape().dim(axis);
        }
        return upstream.slice(axis, from, from + in.get(input).shape().dim(axis));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Concat op && axis == op.axis;
    }

    @Override
    public int hashCode() {
        return 73 + axis;
    }
}
