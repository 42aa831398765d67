package org.chainboard.engine.op;

import java.util.Arrays;
import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** Reorders the axes: axis {@code i} of the result is axis {@code order[i]} of the input. */
public final class Permute extends Rule {
    private final int[] order;

    /** Axis i of the result is axis {@code order[i]} of the input. */
    public Permute(int... order) {
        this.order = order.clone();
    }

    /** For each axis of the result, that of the input. */
    public int[] order() {
        return order.clone();
    }

    @Override
    public String label() {
        return "permute";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape from = inputs.get(0);
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        int[] dims = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            if (order.length != from.rank() || sorted[axis] != axis) {
                throw new ShapeException("axes " + Arrays.toString(order) + " do not reorder an array of size " + from);
            }
            dims[axis] = from.dim(order[axis]);
        }
        return Shape.of(dims);
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        int[] back = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            back[order[axis]] = axis;
        }
        return upstream.permute(back);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Permute op && Arrays.equals(order, op.order);
    }

    @Override
    public int hashCode() {
        return 47 + Arrays.hashCode(order);
    }
}
