package org.chainboard.engine.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** Products of arrays, and what picks, joins, repeats and reorders: for each place of the result what stands there. */
final class ArrayRows {
    private static final Shape MATRIX = Shape.of(2, 3);
    private static final Shape BLOCK = Shape.of(2, 3, 4);

    private ArrayRows() {}

    static List<Row> all() {
        return Stream.of(products(), productsOfWhatArrives(), sizes(), picked(), joined())
                .flatMap(List::stream)
                .toList();
    }

    private static Row row(
            String name,
            List<Shape> sizes,
            Function<List<Var>, Var> use,
            Shape result,
            ToDoubleBiFunction<List<Tensor>, int[]> again) {
        return new Row(name, -2, 2, sizes, use, x -> Plain.array(result, at -> again.applyAsDouble(x, at)));
    }

    /** With slopes and second slopes of products of what arrives; no factor is 0 here. */
    private static List<Row> productsOfWhatArrives() {
        return Stream.of(MatMul.Arriving.FIRST, MatMul.Arriving.SECOND, MatMul.Arriving.BOTH)
                .flatMap(arriving -> Stream.of(
                        product(2, 3, 4, new MatMul(false, false, arriving)),
                        product(2, 3, 4, new MatMul(true, false, arriving)),
                        product(2, 3, 4, new MatMul(false, true, arriving)),
                        product(2, 3, 4, new MatMul(true, true, arriving))))
                .toList();
    }

    private static List<Row> products() {
        return List.of(
                product(2, 3, 4, false, false),
                product(2, 3, 4, true, false),
                product(2, 3, 4, false, true),
                product(2, 3, 4, true, true),
                product(1, 1, 1, false, false),
                product(2, 0, 3, false, false),
                product(0, 3, 2, false, true),
                row(
                        "matmul",
                        List.of(MATRIX, Shape.of(3)),
                        x -> x.get(0).matmul(x.get(1)),
                        Shape.of(2),
                        (x, at) -> IntStream.range(0, 3)
                                .mapToDouble(
                                        k -> x.get(0).get(at[0], k) * x.get(1).get(k))
                                .sum()),
                row(
                        "dot",
                        List.of(MATRIX, MATRIX),
                        x -> x.get(0).dot(x.get(1)),
                        Shape.scalar(),
                        (x, at) -> IntStream.range(0, 6)
                                .mapToDouble(i -> x.get(0).get(i) * x.get(1).get(i))
                                .sum()),
                row(
                        "dot",
                        List.of(Shape.of(0), Shape.of(0)),
                        x -> x.get(0).dot(x.get(1)),
                        Shape.scalar(),
                        (x, at) -> 0),
                row(
                        "outer",
                        List.of(Shape.of(2), Shape.of(3)),
                        x -> x.get(0).outer(x.get(1)),
                        MATRIX,
                        (x, at) -> x.get(0).get(at[0]) * x.get(1).get(at[1])));
    }

    private static Row product(int m, int inner, int n, boolean first, boolean second) {
        return product(m, inner, n, new MatMul(first, second));
    }

    private static Row product(int m, int inner, int n, MatMul op) {
        boolean first = op.firstTransposed();
        boolean second = op.secondTransposed();
        Shape a = first ? Shape.of(inner, m) : Shape.of(m, inner);
        Shape b = second ? Shape.of(n, inner) : Shape.of(inner, n);
        return row(
                "matmul",
                List.of(a, b),
                x -> x.get(0).apply(op, x.get(1)),
                Shape.of(m, n),
                (x, at) -> IntStream.range(0, inner)
                        .mapToDouble(k -> (first
                                        ? x.get(0).get(k, at[0])
                                        : x.get(0).get(at[0], k))
                                * (second ? x.get(1).get(at[1], k) : x.get(1).get(k, at[1])))
                        .sum());
    }

    private static List<Row> sizes() {
        return List.of(
                row(
                        "expand",
                        List.of(Shape.of(2)),
                        x -> x.get(0).expand(BLOCK),
                        BLOCK,
                        (x, at) -> x.get(0).get(at[0])),
                row(
                        "expand",
                        List.of(Shape.of(1, 3)),
                        x -> x.get(0).expand(MATRIX),
                        MATRIX,
                        (x, at) -> x.get(0).get(at[1])),
                row(
                        "sumTo",
                        List.of(MATRIX),
                        x -> x.get(0).sumTo(Shape.of(2)),
                        Shape.of(2),
                        (x, at) -> x.get(0).get(at[0], 0)
                                + x.get(0).get(at[0], 1)
                                + x.get(0).get(at[0], 2)),
                row(
                        "maxTo",
                        List.of(MATRIX),
                        x -> x.get(0).maxTo(Shape.of(1, 3)),
                        Shape.of(1, 3),
                        (x, at) -> Math.max(x.get(0).get(0, at[1]), x.get(0).get(1, at[1]))),
                row(
                        "reshape",
                        List.of(MATRIX),
                        x -> x.get(0).reshape(Shape.of(3, 2)),
                        Shape.of(3, 2),
                        (x, at) -> x.get(0).get(2 * at[0] + at[1])),
                row(
                        "flatten",
                        List.of(MATRIX),
                        x -> x.get(0).flatten(),
                        Shape.of(6),
                        (x, at) -> x.get(0).get(at[0] / 3, at[0] % 3)),
                row(
                        "permute",
                        List.of(BLOCK),
                        x -> x.get(0).permute(2, 0, 1),
                        Shape.of(4, 2, 3),
                        (x, at) -> Plain.at(x.get(0), at[1], at[2], at[0])),
                row(
                        "transpose",
                        List.of(MATRIX),
                        x -> x.get(0).transpose(),
                        Shape.of(3, 2),
                        (x, at) -> x.get(0).get(at[1], at[0])),
                row("transpose", List.of(Shape.of(2, 0)), x -> x.get(0).transpose(), Shape.of(0, 2), (x, at) -> 0));
    }

    private static Var places(Var x, double... places) {
        return x.constant(Tensor.vector(places));
    }

    private static List<Row> picked() {
        int[] picked = {2, 0, 2, 1};
        return List.of(
                row(
                        "uniform",
                        List.of(MATRIX),
                        x -> x.get(0).mul(drawn(x.get(0))),
                        MATRIX,
                        (x, at) -> Plain.at(x.get(0), at) * drawn(3 * at[0] + at[1])),
                row(
                        "slice",
                        List.of(BLOCK),
                        x -> x.get(0).slice(1, 1, 3),
                        Shape.of(2, 2, 4),
                        (x, at) -> Plain.at(x.get(0), at[0], at[1] + 1, at[2])),
                row(
                        "slice",
                        List.of(BLOCK),
                        x -> x.get(0).slice(0, 1, 2),
                        Shape.of(1, 3, 4),
                        (x, at) -> Plain.at(x.get(0), 1, at[1], at[2])),
                row("slice", List.of(MATRIX), x -> x.get(0).slice(1, 0, 3), MATRIX, (x, at) -> Plain.at(x.get(0), at)),
                row("slice", List.of(MATRIX), x -> x.get(0).slice(1, 2, 2), Shape.of(2, 0), (x, at) -> 0),
                row(
                        "at",
                        List.of(BLOCK),
                        x -> x.get(0).at(1, 2, 3),
                        Shape.scalar(),
                        (x, at) -> x.get(0).get(23)),
                row(
                        "at",
                        List.of(Shape.scalar()),
                        x -> x.get(0).at(),
                        Shape.scalar(),
                        (x, at) -> x.get(0).item()),
                row(
                        "take",
                        List.of(MATRIX),
                        x -> x.get(0).take(places(x.get(0), 2, 0, 2, 1)),
                        Shape.of(2, 4),
                        (x, at) -> x.get(0).get(at[0], picked[at[1]])),
                row(
                        "take",
                        List.of(BLOCK),
                        x -> x.get(0).take(1, places(x.get(0), 2, 0, 2, 1)),
                        Shape.of(2, 4, 4),
                        (x, at) -> Plain.at(x.get(0), at[0], picked[at[1]], at[2])),
                row("take", List.of(MATRIX), x -> x.get(0).take(0, places(x.get(0))), Shape.of(0, 3), (x, at) -> 0),
                row(
                        "putAdd",
                        List.of(MATRIX),
                        x -> x.get(0).putAdd(places(x.get(0), 3, 0, 3), 4),
                        Shape.of(2, 4),
                        (x, at) -> at[1] == 0
                                ? x.get(0).get(at[0], 1)
                                : at[1] == 3 ? x.get(0).get(at[0], 0) + x.get(0).get(at[0], 2) : 0));
    }

    private static List<Row> joined() {
        return List.of(
                row(
                        "concat",
                        List.of(MATRIX, Shape.of(2, 1), Shape.of(2, 0)),
                        x -> Var.concat(1, x.get(0), x.get(1), x.get(2)),
                        Shape.of(2, 4),
                        (x, at) -> at[1] < 3
                                ? x.get(0).get(at[0], at[1])
                                : x.get(1).get(at[0])),
                row(
                        "concat",
                        List.of(MATRIX, Shape.of(1, 3)),
                        x -> Var.concat(0, x.get(0), x.get(1)),
                        Shape.of(3, 3),
                        (x, at) -> at[0] < 2
                                ? x.get(0).get(at[0], at[1])
                                : x.get(1).get(at[1])),
                row(
                        "concat",
                        List.of(BLOCK, Shape.of(2, 1, 4)),
                        x -> Var.concat(1, x.get(0), x.get(1), x.get(0)),
                        Shape.of(2, 7, 4),
                        (x, at) -> at[1] == 3
                                ? Plain.at(x.get(1), at[0], 0, at[2])
                                : Plain.at(x.get(0), at[0], at[1] % 4, at[2])),
                row(
                        "stack",
                        List.of(Shape.of(3), Shape.of(3)),
                        x -> Var.stack(0, x.get(0), x.get(1)),
                        MATRIX,
                        (x, at) -> x.get(at[0]).get(at[1])),
                row(
                        "stack",
                        List.of(MATRIX, MATRIX),
                        x -> Var.stack(1, x.get(0), x.get(1)),
                        Shape.of(2, 2, 3),
                        (x, at) -> x.get(at[1]).get(at[0], at[2])),
                row(
                        "stack",
                        List.of(Shape.scalar(), Shape.scalar()),
                        x -> Var.stack(0, x.get(0), x.get(1)),
                        Shape.of(2),
                        (x, at) -> x.get(at[0]).item()),
                row(
                        "repeat",
                        List.of(MATRIX),
                        x -> x.get(0).repeat(0, 3),
                        Shape.of(6, 3),
                        (x, at) -> x.get(0).get(at[0] % 2, at[1])),
                row(
                        "repeat",
                        List.of(MATRIX),
                        x -> x.get(0).repeat(1, 2),
                        Shape.of(2, 6),
                        (x, at) -> x.get(0).get(at[0], at[1] % 3)),
                row("repeat", List.of(Shape.of(3)), x -> x.get(0).repeat(0, 0), Shape.of(0), (x, at) -> 0));
    }

    /** Step 3 of stream 2 of seed 1. */
    private static Var drawn(Var x) {
        Node step = x.constant(Tensor.vector(3, 0)).node();
        return new Var(x.builder(), x.builder().apply(new Uniform(MATRIX, 1, 2), step));
    }

    /** Four neighbours come from one block of random words. */
    private static double drawn(int number) {
        int[] words = new int[4];
        Rng.words(number / 4, 3, Rng.key(1, 2), words);
        return Integer.toUnsignedLong(words[number % 4]) / 256 / 0x1.0p24;
    }
}
