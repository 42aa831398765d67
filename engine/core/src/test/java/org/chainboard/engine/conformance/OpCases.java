package org.chainboard.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Concat;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Permute;
import org.chainboard.engine.op.PutAdd;
import org.chainboard.engine.op.Reshape;
import org.chainboard.engine.op.Slice;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Take;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.op.Where;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** The table of ops, sizes and special numbers on which a backend is held against the definitions. */
final class OpCases {
    private static final double[] SPECIAL = {
        0,
        -0.0,
        1,
        -1,
        2,
        -2,
        0.5,
        -0.5,
        3,
        -3,
        2.5,
        1e-3,
        -1e-3,
        1e-10,
        -1e-10,
        1e-30,
        20,
        -20,
        50,
        -50,
        100,
        -100,
        800,
        -800,
        1e30,
        -1e30,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private static final List<Shape> SIZES = List.of(
            Shape.scalar(),
            Shape.of(1),
            Shape.of(7),
            Shape.of(1, 1),
            Shape.of(2, 3),
            Shape.of(0),
            Shape.of(2, 0),
            Shape.of(2, 3, 4),
            Shape.of(40, 50));

    /** Small and large size, axes matched from the first on. */
    private static final Shape[][] STRETCHES = {
        {Shape.scalar(), Shape.scalar()},
        {Shape.scalar(), Shape.of(5)},
        {Shape.scalar(), Shape.of(2, 3)},
        {Shape.scalar(), Shape.of(1, 1)},
        {Shape.of(1), Shape.of(4)},
        {Shape.of(1), Shape.of(0)},
        {Shape.of(2), Shape.of(2, 3)},
        {Shape.of(2), Shape.of(2, 3, 4)},
        {Shape.of(3), Shape.of(3, 3)},
        {Shape.of(2, 1), Shape.of(2, 3)},
        {Shape.of(1, 3), Shape.of(2, 3)},
        {Shape.of(1, 3), Shape.of(1, 3)},
        {Shape.of(2, 1), Shape.of(2, 0)},
        {Shape.of(2, 1, 4), Shape.of(2, 3, 4)},
        {Shape.of(1, 3, 1), Shape.of(2, 3, 4)},
        {Shape.of(1, 3, 4), Shape.of(2, 3, 4)},
        {Shape.of(2, 3), Shape.of(2, 3, 4)},
        {Shape.of(40, 1), Shape.of(40, 50)},
        {Shape.of(1, 50), Shape.of(40, 50)},
        {Shape.scalar(), Shape.of(40, 50)},
    };

    private OpCases() {}

    /** Every case, in double precision. */
    static Stream<OpCase> all() {
        List<OpCase> cases = new ArrayList<>();
        elementWise(cases);
        stretches(cases);
        reorders(cases);
        products(cases);
        places(cases);
        parts(cases);
        draws(cases);
        return cases.stream();
    }

    /** Every function of one number on numbers at which things go wrong. */
    static Stream<OpCase> ofOneNumber() {
        return Stream.of(Unary.values()).map(op -> new OpCase(op, List.of(Tensor.vector(SPECIAL))));
    }

    /** Every function of two numbers on all pairs of such numbers. */
    static Stream<OpCase> ofTwoNumbers() {
        int count = SPECIAL.length;
        double[] first = new double[count * count];
        double[] second = new double[count * count];
        for (int i = 0; i < first.length; i++) {
            first[i] = SPECIAL[i / count];
            second[i] = SPECIAL[i % count];
        }
        List<Tensor> pair = List.of(Tensor.vector(first), Tensor.vector(second));
        return Stream.of(Binary.values()).map(op -> new OpCase(op, pair));
    }

    /** Sums, maxima and products out of numbers of which some are not finite. */
    static Stream<OpCase> notFinite() {
        Tensor x = Tensor.matrix(new double[][] {
            {1, Double.NaN, 0}, {2, Double.POSITIVE_INFINITY, 3}, {4, Double.NEGATIVE_INFINITY, -1e30}
        });
        Tensor zeros = Tensor.zeros(Shape.of(3, 3), DType.F64);
        return Stream.of(
                new OpCase(new SumTo(Shape.of(3, 1)), List.of(x)),
                new OpCase(new SumTo(Shape.of(1, 3)), List.of(x)),
                new OpCase(new SumTo(Shape.scalar()), List.of(x)),
                new OpCase(new MaxTo(Shape.of(3)), List.of(x)),
                new OpCase(new MaxTo(Shape.of(1, 3)), List.of(x)),
                new OpCase(new MatMul(false, false), List.of(x, zeros)),
                new OpCase(new MatMul(true, true), List.of(zeros, x)));
    }

    /** Matrix products in which 0 meets numbers that are not finite. */
    static Stream<OpCase> nothingArrives() {
        return ArrivingCases.all().stream();
    }

    private static void elementWise(List<OpCase> cases) {
        for (Shape size : SIZES) {
            for (Unary op : Unary.values()) {
                add(cases, op, size);
            }
            for (Binary op : Binary.values()) {
                add(cases, op, size, size);
            }
            cases.add(new OpCase(new Where(), List.of(zeroOrNot(size), numbers(size, 2), numbers(size, 3))));
            add(cases, new Reshape(Shape.of(size.size())), size);
            add(cases, new Reshape(Shape.of(1, size.size())), size);
        }
    }

    private static void stretches(List<OpCase> cases) {
        for (Shape[] stretch : STRETCHES) {
            add(cases, new ExpandTo(stretch[1]), stretch[0]);
            add(cases, new SumTo(stretch[0]), stretch[1]);
            add(cases, new MaxTo(stretch[0]), stretch[1]);
        }
    }

    private static void reorders(List<OpCase> cases) {
        add(cases, new Permute(), Shape.scalar());
        add(cases, new Permute(0), Shape.of(5));
        int[][] swaps = {{0, 1}, {1, 0}};
        for (int[] order : swaps) {
            add(cases, new Permute(order), Shape.of(2, 3));
            add(cases, new Permute(order), Shape.of(1, 3));
            add(cases, new Permute(order), Shape.of(2, 0));
            add(cases, new Permute(order), Shape.of(40, 50));
        }
        int[][] turns = {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] order : turns) {
            add(cases, new Permute(order), Shape.of(2, 3, 4));
        }
    }

    private static void products(List<OpCase> cases) {
        int[][] sizes = {
            {2, 3, 4}, {1, 1, 1}, {1, 3, 1}, {3, 1, 4}, {1, 5, 4}, {4, 5, 1}, {2, 0, 3}, {0, 3, 2}, {40, 30, 50}
        };
        for (int[] size : sizes) {
            for (int way = 0; way < 4; way++) {
                boolean first = way % 2 == 1;
                boolean second = way > 1;
                Shape a = first ? Shape.of(size[1], size[0]) : Shape.of(size[0], size[1]);
                Shape b = second ? Shape.of(size[2], size[1]) : Shape.of(size[1], size[2]);
                for (MatMul.Arriving arriving : MatMul.Arriving.values()) {
                    add(cases, new MatMul(first, second, arriving), a, b);
                }
            }
        }
    }

    private static void places(List<OpCase> cases) {
        Tensor places = Tensor.vector(3, 0, 1, 1, -2, 99, 2);
        Tensor none = Tensor.vector();
        for (Shape rest : List.of(Shape.of(1), Shape.of(2, 1), Shape.of(2, 3, 1))) {
            int last = rest.rank() - 1;
            cases.add(new OpCase(new Take(), List.of(numbers(rest.with(last, 4), 1), places)));
            cases.add(new OpCase(new Take(), List.of(numbers(rest.with(last, 4), 1), none)));
            cases.add(new OpCase(new PutAdd(4), List.of(numbers(rest.with(last, 7), 1), places)));
            cases.add(new OpCase(new PutAdd(4), List.of(numbers(rest.with(last, 0), 1), none)));
            cases.add(new OpCase(new PutAdd(0), List.of(numbers(rest.with(last, 0), 1), none)));
        }
    }

    private static void parts(List<OpCase> cases) {
        for (int axis = 0; axis < 3; axis++) {
            Shape size = Shape.of(4, 4, 4);
            add(cases, new Slice(axis, 1, 3), size);
            add(cases, new Slice(axis, 0, 4), size);
            add(cases, new Slice(axis, 4, 4), size);
            add(cases, new Concat(axis), size);
            add(cases, new Concat(axis), size, size.with(axis, 1), size.with(axis, 0), size.with(axis, 7));
        }
        add(cases, new Slice(0, 2, 5), Shape.of(7));
        add(cases, new Slice(1, 3, 40), Shape.of(40, 50));
        add(cases, new Slice(0, 0, 1), Shape.of(2, 0));
        add(cases, new Concat(1), Shape.of(40, 50), Shape.of(40, 3));
        add(cases, new Concat(0), Shape.of(0), Shape.of(0));
        add(cases, new Concat(0), Shape.of(2, 0), Shape.of(1, 0));
    }

    private static void draws(List<OpCase> cases) {
        for (Shape size : SIZES) {
            cases.add(new OpCase(new Uniform(size, 7, 11), List.of(Tensor.vector(5, 3))));
        }
    }

    private static void add(List<OpCase> cases, Op op, Shape... sizes) {
        List<Tensor> inputs = new ArrayList<>();
        for (Shape size : sizes) {
            inputs.add(numbers(size, inputs.size() + 1));
        }
        cases.add(new OpCase(op, inputs));
    }

    private static Tensor numbers(Shape size, int seed) {
        return OpCase.numbers(size, seed);
    }

    private static Tensor zeroOrNot(Shape size) {
        double[] values = new double[size.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 - 1;
        }
        return Tensor.of(size, DType.F64, values);
    }
}
