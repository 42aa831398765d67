package org.chainboard.engine.op;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.tensor.Shape;

/** Every primitive, once; tests loop over it, so an op without a check is noticed. */
public final class Ops {
    private Ops() {}

    /** One representative of every op; those with a setting are given one that fits a 2 x 3 array. */
    public static List<Op> all() {
        List<Op> all = new ArrayList<>();
        all.addAll(List.of(Unary.values()));
        all.addAll(List.of(Binary.values()));
        all.add(new Where());
        all.add(new ExpandTo(Shape.of(2, 3)));
        all.add(new SumTo(Shape.of(2, 1)));
        all.add(new MaxTo(Shape.of(2, 1)));
        all.add(new Reshape(Shape.of(3, 2)));
        all.add(new Permute(1, 0));
        all.add(new MatMul(false, false));
        all.add(new Take());
        all.add(new PutAdd(4));
        all.add(new Slice(1, 1, 3));
        all.add(new Concat(0));
        all.add(new Uniform(Shape.of(2, 3), 1, 2));
        return List.copyOf(all);
    }
}
