package org.chainboard.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.tensor.Shape;

/**
 * How a small array is repeated to become a large one, in as few axes as possible: neighbours that are both repeated, or
 * both kept, are one axis. Axes are matched from the first on, so those that the small array lacks are at the end.
 *
 * @param sizes of the large array, with those few axes
 * @param repeated for each of them whether the small array has size 1 there
 */
record Stretch(long[] sizes, boolean[] repeated) {

    static Stretch of(Shape small, Shape large) {
        List<Long> sizes = new ArrayList<>();
        List<Boolean> repeated = new ArrayList<>();
        for (int axis = 0; axis < large.rank(); axis++) {
            int size = large.dim(axis);
            boolean repeats = axis >= small.rank() || small.dim(axis) != size;
            int last = sizes.size() - 1;
            if (last >= 0 && (size == 1 || repeated.get(last) == repeats)) {
                sizes.set(last, sizes.get(last) * size);
            } else if (size != 1) {
                sizes.add((long) size);
                repeated.add(repeats);
            }
        }
        boolean[] flags = new boolean[repeated.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = repeated.get(i);
        }
        return new Stretch(sizes.stream().mapToLong(Long::longValue).toArray(), flags);
    }

    /** Whether the two arrays hold the same numbers. */
    boolean isNone() {
        for (boolean axis : repeated) {
            if (axis) {
                return false;
            }
        }
        return true;
    }

    /** The axes that are repeated. */
    long[] axes() {
        List<Long> axes = new ArrayList<>();
        for (int axis = 0; axis < repeated.length; axis++) {
            if (repeated[axis]) {
                axes.add((long) axis);
            }
        }
        return axes.stream().mapToLong(Long::longValue).toArray();
    }

    /** The sizes of the small array with the same axes. */
    long[] small() {
        long[] small = sizes.clone();
        for (int axis = 0; axis < small.length; axis++) {
            small[axis] = repeated[axis] ? 1 : small[axis];
        }
        return small;
    }

    /** Strides with which the small array's memory reads as the large array. */
    long[] strides() {
        long[] strides = new long[sizes.length];
        long step = 1;
        for (int axis = strides.length - 1; axis >= 0; axis--) {
            strides[axis] = repeated[axis] ? 0 : step;
            step *= repeated[axis] ? 1 : sizes[axis];
        }
        return strides;
    }
}
