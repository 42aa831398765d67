package org.chainboard.engine.layer;

import java.util.List;
import java.util.stream.Collectors;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/** Arrays one below the other. */
final class Stack {
    private Stack() {}

    /** All rows of all values, which agree in everything but their first axis. */
    static Var of(List<Var> values) {
        Shape first = values.get(0).shape();
        boolean fits = values.stream()
                .map(Var::shape)
                .allMatch(shape -> !shape.isScalar() && shape.with(0, 1).equals(first.with(0, 1)));
        if (!fits) {
            String sizes =
                    values.stream().map(value -> value.shape().toString()).collect(Collectors.joining(" and "));
            throw new ShapeException("arrays go one below the other when all but their first size agree, got " + sizes);
        }
        int rows = values.stream().mapToInt(value -> value.shape().dim(0)).sum();
        Var all = null;
        int from = 0;
        for (Var value : values) {
            Var placed = placed(value, from, rows);
            all = all == null ? placed : all.add(placed);
            from += value.shape().dim(0);
        }
        return all;
    }

    /** {@code value} from row {@code from} on, in {@code rows} rows of zeros. */
    private static Var placed(Var value, int from, int rows) {
        int count = value.shape().dim(0);
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = from + i;
        }
        int[] turned = turned(value.shape().rank());
        return value.permute(turned)
                .putAdd(value.constant(Tensor.vector(places)), rows)
                .permute(turned);
    }

    /** The first axis and the last one swapped. */
    private static int[] turned(int rank) {
        int[] order = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            order[axis] = axis;
        }
        order[0] = rank - 1;
        order[rank - 1] = 0;
        return order;
    }
}
