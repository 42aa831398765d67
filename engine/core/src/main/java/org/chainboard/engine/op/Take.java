package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * Picks entries along the last axis: result[.., j] = input[.., index[j]]. The index is a vector of whole numbers counted
 * from 0; an index outside the axis is taken to its nearer end.
 */
public final class Take extends Rule {
    @Override
    public String label() {
        return "take";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape from = inputs.get(0);
        Shape index = inputs.get(1);
        if (from.rank() == 0 || index.rank() != 1) {
            throw new ShapeException("take needs an array and a vector of places, got sizes " + from + " and " + index);
        }
        if (from.dim(from.rank() - 1) == 0 && index.dim(0) > 0) {
            throw new ShapeException("take needs entries to pick from, got size " + from);
        }
        return from.with(from.rank() - 1, index.dim(0));
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        Shape from = in.get(0).shape();
        return input == 0 ? upstream.putAdd(in.get(1), from.dim(from.rank() - 1)) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Take;
    }

    @Override
    public int hashCode() {
        return 59;
    }
}
