package org.chainboard.engine.op;

import java.util.Arrays;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * The methods of {@link Var} that pick, join, repeat and reorder numbers without changing them. Axes and entries count
 * from 0; arrays are row-major. All throw {@link ShapeException} for an axis or an entry
 * that is not there; only {@link #take}, whose entries are computed, goes to the nearer end.
 */
public sealed interface Arranging permits Var {
    /** Applies {@code op} to this and {@code others}. */
    Var apply(Op op, Var... others);

    private Var self() {
        return (Var) this;
    }

    private Shape size() {
        return self().shape();
    }

    /** Repeats up to {@code target}; see {@link ExpandTo}. */
    default Var expand(Shape target) {
        return size().equals(target) ? self() : apply(new ExpandTo(target));
    }

    /** Adds up down to {@code target}; see {@link SumTo}. */
    default Var sumTo(Shape target) {
        return size().equals(target) ? self() : apply(new SumTo(target));
    }

    /** The largest, down to {@code target}; see {@link MaxTo}. */
    default Var maxTo(Shape target) {
        return size().equals(target) ? self() : apply(new MaxTo(target));
    }

    /** The same numbers in the same row-major order under another shape. */
    default Var reshape(Shape target) {
        return size().equals(target) ? self() : apply(new Reshape(target));
    }

    /** All numbers as a vector, row by row. */
    default Var flatten() {
        return reshape(Shape.of(size().size()));
    }

    /** Reorders the axes: axis {@code i} of the result is axis {@code order[i]} of this. */
    default Var permute(int... order) {
        return apply(new Permute(order));
    }

    /** The transpose of a matrix. */
    default Var transpose() {
        return permute(1, 0);
    }

    /** The entries {@code from}, ..., {@code to - 1} along {@code axis}, which stays. */
    default Var slice(int axis, int from, int to) {
        return apply(new Slice(axis, from, to));
    }

    /** The number at one place, a scalar: {@code matrix.at(row, column)}. */
    default Var at(int... place) {
        Shape shape = size();
        boolean inside = place.length == shape.rank();
        int flat = 0;
        for (int axis = 0; inside && axis < place.length; axis++) {
            inside = place[axis] >= 0 && place[axis] < shape.dim(axis);
            flat = flat * shape.dim(axis) + place[axis];
        }
        if (!inside) {
            throw new ShapeException("an array of size " + shape + " has no number at " + Arrays.toString(place)
                    + "; a place has one whole number for each axis, counted from 0");
        }
        return flatten().slice(0, flat, flat + 1).reshape(Shape.scalar());
    }

    /** Picks entries along the last axis; see {@link Take}. */
    default Var take(Var index) {
        return apply(new Take(), index);
    }

    /** Picks entries along {@code axis}, in the order of the vector {@code index}, as often as they are named there. */
    default Var take(int axis, Var index) {
        int last = size().rank() - 1;
        requireAxis(axis, last);
        return axis == last ? take(index) : swapped(swapped(self(), axis, last).take(index), axis, last);
    }

    private static Var swapped(Var x, int axis, int other) {
        int[] order = new int[x.shape().rank()];
        Arrays.setAll(order, i -> i == axis ? other : i == other ? axis : i);
        return x.permute(order);
    }

    private void requireAxis(int axis, int last) {
        if (axis < 0 || axis > last) {
            throw new ShapeException("an array of size " + size() + " has no axis " + axis + "; axes count from 0");
        }
    }

    /** Adds entries into zeros along the last axis; see {@link PutAdd}. */
    default Var putAdd(Var index, int length) {
        return apply(new PutAdd(length), index);
    }

    /** The whole array {@code times} times along {@code axis}, one after the other. */
    default Var repeat(int axis, int times) {
        Shape shape = size();
        requireAxis(axis, shape.rank() - 1);
        if (times < 0) {
            throw new ShapeException("an array cannot be repeated " + times + " times");
        }
        Shape single = inserted(shape, axis, 1);
        return reshape(single).expand(single.with(axis, times)).reshape(shape.with(axis, times * shape.dim(axis)));
    }

    /** Arrays one after the other along {@code axis}; along the others they need the same sizes. */
    static Var concat(int axis, Var first, Var... others) {
        return first.apply(new Concat(axis), others);
    }

    /** Arrays of one size next to each other along a new axis, which becomes number {@code axis}. */
    static Var stack(int axis, Var first, Var... others) {
        Var[] parts = new Var[others.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = others[i].reshape(inserted(others[i].shape(), axis, 1));
        }
        return concat(axis, first.reshape(inserted(first.shape(), axis, 1)), parts);
    }

    private static Shape inserted(Shape shape, int axis, int dim) {
        if (axis < 0 || axis > shape.rank()) {
            throw new ShapeException("an array of size " + shape + " cannot get a new axis number " + axis);
        }
        int[] dims = new int[shape.rank() + 1];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = i == axis ? dim : shape.dim(i < axis ? i : i - 1);
        }
        return Shape.of(dims);
    }
}
