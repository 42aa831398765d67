package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** The entries {@code from}, ..., {@code to - 1} along one axis, which stays. Axes and entries count from 0. */
public final class Slice extends Rule {
    private final int axis;
    private final int from;
    private final int to;

    /** The entries {@code from}, …, {@code to - 1} along {@code axis}. */
    public Slice(int axis, int from, int to) {
        this.axis = axis;
        this.from = from;
        this.to = to;
    }

    /** The axis, from 0. */
    public int axis() {
        return axis;
    }

    /** The first entry that is kept. */
    public int from() {
        return from;
    }

    /** The first entry after it that is not. */
    public int to() {
        return to;
    }

    @Override
    public String label() {
        return "slice";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape whole = inputs.get(0);
        if (axis < 0 || axis >= whole.rank() || from < 0 || to < from || to > whole.dim(axis)) {
            throw new ShapeException("there are no entries " + from + " to " + to + " (without " + to + ") along axis "
                    + axis + " of an array of size " + whole + "; axes and entries count from 0");
        }
        return whole.with(axis, to - from);
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        Shape whole = in.get(0).shape();
        Var before = upstream.like(0).expand(whole.with(axis, from));
        Var after = upstream.like(0).expand(whole.with(axis, whole.dim(axis) - to));
        return Var.concat(axis, before, upstream, after);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slice op && axis == op.axis && from == op.from && to == op.to;
    }

    @Override
    public int hashCode() {
        return 71 + 31 * (31 * axis + from) + to;
    }
}
