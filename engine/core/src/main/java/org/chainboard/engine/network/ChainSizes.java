package org.chainboard.engine.network;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/** How many numbers a sample has along a chain. */
final class ChainSizes {
    private ChainSizes() {}

    /**
     * Checks that each Dense takes what the layers before it give. What stands before the first Dense starts with as many
     * numbers as that one declares.
     *
     * @param row the nodes of the elements, with an Input before and a Loss after them
     * @throws ChainMistake where sizes do not go together
     */
    static void check(List<ChainElement> elements, List<NetworkNode> row) {
        OptionalInt size = declared(elements);
        for (int i = 0; i < elements.size(); i++) {
            ChainElement element = elements.get(i);
            if (element.block() instanceof Block.Dense dense) {
                requireFits(element, row.get(i + 1).name(), size);
                size = OptionalInt.of(dense.units());
            } else if (element.layer().isPresent()) {
                size = through(element, row.get(i + 1).name(), size);
            } else if (element.function().isPresent() && size.isPresent()) {
                size = after(element.function().get(), size.getAsInt());
            }
        }
    }

    /** What a written layer makes of {@code size} numbers. */
    private static OptionalInt through(ChainElement element, String name, OptionalInt size) {
        Layer layer = element.layer().orElseThrow();
        if (size.isEmpty()) {
            return size;
        }
        try {
            Shape shape = layer.outputSize(Shape.of(size.getAsInt(), 2));
            return shape.rank() == 2 ? OptionalInt.of(shape.dim(0)) : OptionalInt.empty();
        } catch (ShapeException e) {
            throw new ChainMistake(element.at(), "written", name + ": " + e.getMessage());
        }
    }

    /** How many inputs the first Dense declares; empty where there is none. */
    static OptionalInt declared(List<ChainElement> elements) {
        return elements.stream()
                .mapToInt(ChainElement::inputs)
                .filter(inputs -> inputs > 0)
                .findFirst();
    }

    private static void requireFits(ChainElement dense, String name, OptionalInt came) {
        if (came.isEmpty()) {
            throw new ChainMistake(dense.at(), "noList", name);
        }
        if (came.getAsInt() != dense.inputs()) {
            throw new ChainMistake(dense.at(), "size", name, dense.inputs(), came.getAsInt());
        }
    }

    /** How many numbers {@code function} makes of a list of {@code size}; empty when it does not give a list. */
    static OptionalInt after(TypedFunction function, int size) {
        // without an evaluator there are only sizes here, no numbers
        Var number = Var.constant(new GraphBuilder(), Tensor.scalar(1));
        Map<String, Var> letters =
                function.letters().stream().collect(Collectors.toMap(Function.identity(), letter -> number));
        // a function may go along the batch, as x - mean(x, dims=2) does
        int batch = size == 2 ? 3 : 2;
        try {
            Shape shape = function.apply(List.of(number.expand(Shape.of(size, batch))), letters)
                    .shape();
            boolean isList = shape.rank() == 2 && shape.dim(1) == batch;
            return isList ? OptionalInt.of(shape.dim(0)) : OptionalInt.empty();
        } catch (ShapeException e) {
            return OptionalInt.empty();
        }
    }
}
