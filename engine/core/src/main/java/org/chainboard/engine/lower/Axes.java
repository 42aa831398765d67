package org.chainboard.engine.lower;

import org.chainboard.engine.tensor.Shape;

/** Whether stretching one size to another repeats whole rows or whole columns, when both are seen as matrices. */
final class Axes {
    private Axes() {}

    private static int dim(Shape shape, int axis) {
        return axis < shape.rank() ? shape.dim(axis) : 1;
    }

    /** How many rows there are when the first axes are kept and all after them repeated; 0 where it is not so. */
    static int kept(Shape small, Shape large) {
        int axis = 0;
        int rows = 1;
        while (axis < large.rank() && dim(small, axis) == large.dim(axis)) {
            rows *= large.dim(axis++);
        }
        return rows == small.size() && rows > 1 ? rows : 0;
    }

    /** How many columns there are when the last axes are kept and all before them repeated; 0 where it is not so. */
    static int keptLast(Shape small, Shape large) {
        int axis = large.rank() - 1;
        int columns = 1;
        while (axis >= 0 && dim(small, axis) == large.dim(axis)) {
            columns *= large.dim(axis--);
        }
        return columns == small.size() && columns > 1 ? columns : 0;
    }
}
