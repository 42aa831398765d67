package org.chainboard.engine.op;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.tensor.Shape;

/**
 * The largest along the axes that {@code target} lacks or has with size 1. Where several are largest they share the slope
 * equally, so the weights sum to 1.
 */
public final class MaxTo extends Rule {
    private final Shape target;

    /** Down to {@code target}. */
    public MaxTo(Shape target) {
        this.target = Objects.requireNonNull(target);
    }

    /** The size of the result. */
    public Shape target() {
        return target;
    }

    @Override
    public String label() {
        return "maximum";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        return SumTo.shrunk(inputs.get(0), target, label());
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        Var x = in.get(0);
        Var largest = x.equalTo(result.expand(x.shape()));
        Var share = largest.div(largest.sumTo(target).expand(x.shape()));
        return upstream.expand(x.shape()).chain(share);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MaxTo op && target.equals(op.target);
    }

    @Override
    public int hashCode() {
        return 41 + target.hashCode();
    }
}
