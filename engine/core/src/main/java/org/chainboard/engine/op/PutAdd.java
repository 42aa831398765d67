package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** Adds entries into an array of zeros along the last axis: result[.., index[j]] += input[.., j]; reverse of take. */
public final class PutAdd extends Rule {
    private final int length;

    /** @param length size of the last axis of the result */
    public PutAdd(int length) {
        this.length = length;
    }

    /** The size of the result along the last axis. */
    public int length() {
        return length;
    }

    @Override
    public String label() {
        return "put_add";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape from = inputs.get(0);
        Shape index = inputs.get(1);
        if (from.rank() == 0 || index.rank() != 1 || from.dim(from.rank() - 1) != index.dim(0)) {
            throw new ShapeException("put_add needs as many places as entries, got sizes " + from + " and " + index);
        }
        return from.with(from.rank() - 1, length);
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        return input == 0 ? upstream.take(in.get(1)) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PutAdd op && length == op.length;
    }

    @Override
    public int hashCode() {
        return 61 + length;
    }
}
