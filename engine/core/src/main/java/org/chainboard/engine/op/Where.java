package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * Element by element, the second input where the first is not 0, else the third. The gradient of the branch not taken is
 * exactly 0, even where its slope is not finite.
 */
public final class Where extends Rule {
    @Override
    public String label() {
        return "where";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape first = inputs.get(0);
        if (!inputs.stream().allMatch(first::equals)) {
            throw new ShapeException("where needs three arrays of one size, got " + inputs);
        }
        return first;
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        Var none = upstream.like(0);
        return switch (input) {
            case 1 -> Var.where(in.get(0), upstream, none);
            case 2 -> Var.where(in.get(0), none, upstream);
            default -> null;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Where;
    }

    @Override
    public int hashCode() {
        return 67;
    }
}
