package org.chainboard.engine.eval;

import org.chainboard.engine.tensor.Shape;

/** For every element of one array, where its partner lies in another; worked out once, when a kernel is made. */
final class Places {
    private Places() {}

    /** For every element of {@code large}, the element of {@code small} that is repeated there. */
    static int[] stretched(Shape small, Shape large) {
        int[] strides = small.strides();
        int[] steps = new int[large.rank()];
        for (int axis = 0; axis < steps.length; axis++) {
            boolean repeated = axis >= small.rank() || small.dim(axis) == 1;
            steps[axis] = repeated ? 0 : strides[axis];
        }
        return walk(large, steps);
    }

    /** For every element of the reordered array, where it stood before. */
    static int[] permuted(Shape from, int[] order) {
        int[] strides = from.strides();
        int[] steps = new int[order.length];
        int[] dims = new int[order.length];
        for (int axis = 0; axis < order.length; axis++) {
            steps[axis] = strides[order[axis]];
            dims[axis] = from.dim(order[axis]);
        }
        return walk(Shape.of(dims), steps);
    }

    private static int[] walk(Shape shape, int[] steps) {
        int[] places = new int[shape.size()];
        int[] strides = shape.strides();
        for (int i = 0; i < places.length; i++) {
            int place = 0;
            for (int axis = 0; axis < steps.length; axis++) {
                place += i / strides[axis] % shape.dim(axis) * steps[axis];
            }
            places[i] = place;
        }
        return places;
    }
}
