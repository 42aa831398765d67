package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Concat;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Permute;
import org.chainboard.engine.op.PutAdd;
import org.chainboard.engine.op.Slice;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Take;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers that go from one place to another. */
class PlacesOnStandInTest {
    private static final int SUM = 0;
    private static final int LARGEST = 4;

    private static BareCard card;

    @BeforeAll
    static void open() {
        StandIn.start().set("order", "random:1");
        card = new BareCard();
    }

    @AfterAll
    static void close() {
        if (card != null) {
            card.close();
        }
    }

    /** Runs a kernel on inputs with room for its result behind them, and gives what is there afterwards. */
    private static double[] result(
            Kernel kernel, DType dtype, int blocks, double[] inputs, int size, Object... arguments) {
        double[] m = card.run(kernel, dtype, BareCard.Grid.of(blocks), Close.join(inputs, Close.room(size)), arguments);
        return Arrays.copyOfRange(m, inputs.length, m.length);
    }

    private static double[] one(DType dtype, Op op, Shape from, Shape to, double[] a) {
        return Definition.op(op, dtype, List.of(from), to, a);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 1, 1", "1, 9, 1", "5, 7, 2", "300, 3, 1", "40, 33, 9"})
    void rowsAreFilled(int rows, int columns, int blocks) {
        double[] a = Close.random(DType.F32, rows, 1);
        double[] out = result(Kernel.FILL_ROWS, DType.F32, blocks, a, rows * columns, 0, rows, rows, columns);

        assertThat(out)
                .isEqualTo(one(
                        DType.F32, new ExpandTo(Shape.of(rows, columns)), Shape.of(rows), Shape.of(rows, columns), a));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 1, 1", "1, 9, 1", "5, 7, 2", "300, 3, 1", "40, 33, 9"})
    void rowsAreRepeated(int rows, int columns, int blocks) {
        double[] a = Close.random(DType.F64, columns, 1);
        double[] out = result(Kernel.REPEAT_ROWS, DType.F64, blocks, a, rows * columns, 0, columns, rows, columns);

        assertThat(out)
                .isEqualTo(IntStream.range(0, rows * columns)
                        .mapToDouble(i -> a[i % columns])
                        .toArray());
    }

    private static double[] index(DType dtype, int count, int length) {
        double[] index = new double[count];
        for (int j = 0; j < count; j++) {
            index[j] = j * 7 % (length + 4) - 2;
        }
        double[] corners = {Double.NaN, 1e30, -1e30, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, 1.75};
        for (int j = 0; j < Math.min(count, corners.length); j++) {
            index[j] = dtype.round(corners[j]);
        }
        return index;
    }

    @ParameterizedTest
    @CsvSource({"F32, 1, 1, 1", "F32, 3, 5, 40", "F64, 3, 5, 40", "F32, 50, 300, 9", "F64, 1, 70, 300"})
    void entriesAreTaken(DType dtype, int rows, int length, int count) {
        double[] a = Close.random(dtype, rows * length, 1);
        double[] index = index(dtype, count, length);
        double[] out = result(
                Kernel.GATHER,
                dtype,
                2,
                Close.join(a, index),
                rows * count,
                0,
                a.length,
                a.length + count,
                rows,
                length,
                count);

        assertThat(out)
                .isEqualTo(Definition.op(
                        new Take(),
                        dtype,
                        List.of(Shape.of(rows, length), Shape.of(count)),
                        Shape.of(rows, count),
                        a,
                        index));
    }

    @ParameterizedTest
    @CsvSource({"F32, 1, 1, 1", "F32, 3, 40, 5", "F64, 3, 40, 5", "F32, 50, 9, 300", "F64, 1, 300, 70"})
    void entriesAreAddedWhereTheyWereTaken(DType dtype, int rows, int count, int length) {
        double[] a = Close.random(dtype, rows * count, 1);
        double[] index = index(dtype, count, length);
        double[] out = result(
                Kernel.PUT_ADD,
                dtype,
                2,
                Close.join(a, index),
                rows * length,
                0,
                a.length,
                a.length + count,
                rows,
                count,
                length);

        assertThat(out)
                .isEqualTo(Definition.op(
                        new PutAdd(length),
                        dtype,
                        List.of(Shape.of(rows, count), Shape.of(count)),
                        Shape.of(rows, length),
                        a,
                        index));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void axesChangePlaces(DType dtype) {
        double[] a = Close.random(dtype, 3 * 4 * 50, 1);
        // out has 50 x 3 x 4
        BareCard.Table shape = card.table(3, 4, 50, 200, 50, 1, 4, 1, 12);

        assertThat(result(Kernel.COPY_STRIDED, dtype, 3, a, 600, 0, 600, shape, 3, 600))
                .isEqualTo(one(dtype, new Permute(2, 0, 1), Shape.of(3, 4, 50), Shape.of(50, 3, 4), a));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void anArrayIsStretched(DType dtype) {
        double[] a = Close.random(dtype, 3 * 5, 1);
        BareCard.Table shape = card.table(3, 4, 5, 5, 0, 1, 20, 5, 1);

        assertThat(result(Kernel.COPY_STRIDED, dtype, 1, a, 60, 0, 15, shape, 3, 60))
                .isEqualTo(one(dtype, new ExpandTo(Shape.of(3, 4, 5)), Shape.of(3, 1, 5), Shape.of(3, 4, 5), a));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void aPartIsCutOut(DType dtype) {
        double[] a = Close.random(dtype, 4 * 6, 1);
        BareCard.Table shape = card.table(4, 3, 6, 1, 3, 1);

        assertThat(result(Kernel.COPY_STRIDED, dtype, 1, a, 12, 2, 24, shape, 2, 12))
                .isEqualTo(one(dtype, new Slice(1, 2, 5), Shape.of(4, 6), Shape.of(4, 3), a));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void arraysArePutSideBySide(DType dtype) {
        double[] a = Close.random(dtype, 4 * 2, 1);
        double[] b = Close.random(dtype, 4 * 3, 2);
        BareCard.Array m = card.array(dtype, Close.join(a, b, Close.room(20)));
        card.start(Kernel.COPY_STRIDED, dtype, BareCard.Grid.of(1), m, 0, 20, card.table(4, 2, 2, 1, 5, 1), 2, 8);
        card.start(Kernel.COPY_STRIDED, dtype, BareCard.Grid.of(1), m, 8, 22, card.table(4, 3, 3, 1, 5, 1), 2, 12);

        assertThat(Arrays.copyOfRange(card.read(m), 20, 40))
                .isEqualTo(Definition.op(
                        new Concat(1), dtype, List.of(Shape.of(4, 2), Shape.of(4, 3)), Shape.of(4, 5), a, b));
    }

    /** The middle one of three axes is folded. */
    @ParameterizedTest
    @CsvSource({"F32, 3, 70, 5", "F64, 3, 70, 5", "F32, 20, 2, 20", "F64, 1, 1, 1"})
    void anAxisInTheMiddleIsFolded(DType dtype, int first, int middle, int last) {
        double[] a = Close.random(dtype, first * middle * last, 1);
        BareCard.Table shape = card.table(first, last, middle * last, 1, last, 1);
        BareCard.Table inner = card.table(middle, last);
        Shape from = Shape.of(first, middle, last);
        Shape to = Shape.of(first, 1, last);

        double[] sums = result(
                Kernel.FOLD_STRIDED,
                dtype,
                2,
                a,
                first * last,
                0,
                a.length,
                shape,
                2,
                first * last,
                inner,
                1,
                middle,
                SUM);
        double[] maxima = result(
                Kernel.FOLD_STRIDED,
                dtype,
                2,
                a,
                first * last,
                0,
                a.length,
                shape,
                2,
                first * last,
                inner,
                1,
                middle,
                LARGEST);

        double[] all = Close.join(one(dtype, new SumTo(to), from, to, a), one(dtype, new MaxTo(to), from, to, a));
        double[] scales = new double[all.length];
        Arrays.fill(scales, middle);
        assertThat(Close.differences(dtype, Close.join(sums, maxima), all, scales))
                .isEmpty();
    }

    /** The first and the last of three axes are folded. */
    @ParameterizedTest
    @EnumSource(DType.class)
    void twoAxesAreFolded(DType dtype) {
        double[] a = Close.random(dtype, 4 * 3 * 10, 1);
        double[] out = result(
                Kernel.FOLD_STRIDED,
                dtype,
                1,
                a,
                3,
                0,
                120,
                card.table(3, 10, 1),
                1,
                3,
                card.table(4, 10, 30, 1),
                2,
                40,
                SUM);

        Shape to = Shape.of(1, 3, 1);
        assertThat(Close.differences(
                        dtype, out, one(dtype, new SumTo(to), Shape.of(4, 3, 10), to, a), new double[] {40, 40, 40}))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "F32, 1, 0, 0",
        "F32, 5, 1, 0",
        "F64, 1027, 1048575, 3",
        "F32, 1027, 1048575, 1048575",
        "F64, 64, 7, 1000000000000"
    })
    void drawsAreTheEngines(DType dtype, int size, double low, double high) {
        Uniform op = new Uniform(Shape.of(size), 42, Rng.stream("dropout"));
        double[] step = {dtype.round(low), dtype.round(high)};

        assertThat(result(Kernel.UNIFORM, dtype, 2, step, size, 0, 2, size, Rng.key(op.seed(), op.stream())))
                .isEqualTo(one(dtype, op, Shape.of(2), Shape.of(size), step));
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false", "1, true", "2, false", "3, true"})
    void aCopyIsMadeWhenANumberIsNotZero(int when, boolean made) {
        double[] conditions = {0, 1, -0.0, Double.NaN};
        double[] a = Close.random(DType.F32, 300, 1);

        double[] out = result(Kernel.COPY_WHEN, DType.F32, 1, Close.join(conditions, a), 300, 4, 304, 300, when);

        assertThat(out).isEqualTo(made ? a : Close.room(300));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void watchedNumbersComeInRows(DType dtype) {
        double[] a = Close.random(dtype, 400, 1);
        BareCard.Array m = card.array(dtype, a);
        int[] places = IntStream.range(0, 300).map(i -> (i * 7) % 400).toArray();
        BareCard.Array ring = card.array(DType.F64, Close.room(900));
        BareCard.Table row = card.table(1);
        BareCard.Table watched = card.table(places);
        card.start(Kernel.REPORT, dtype, BareCard.Grid.of(1), m, watched, 300, ring, row);
        card.start(Kernel.REPORT, dtype, BareCard.Grid.of(1), m, watched, 300, ring, row);

        double[] seen = Arrays.stream(places).mapToDouble(place -> a[place]).toArray();
        assertThat(Close.join(card.read(ring), new double[] {card.read(row)[0]}))
                .isEqualTo(Close.join(Close.room(300), seen, seen, new double[] {3}));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void theTinyKernelOfTheProbeCountsInFortyTwos(DType dtype) {
        BareCard.Table out = card.table(new int[32]);
        card.start(Kernel.PROBE, dtype, BareCard.Grid.of(1), out);

        assertThat(card.read(out))
                .isEqualTo(IntStream.range(0, 32).map(i -> 42 * i).toArray());
    }
}
