package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many numbers to one, to one per row, and to one per column. */
class FoldsOnStandInTest {
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

    private static double fold(Code code, DType dtype, double[] a, double[] b) {
        IntStream all = IntStream.range(0, a.length);
        return dtype.round(
                switch (code) {
                    case SUM -> all.mapToDouble(i -> a[i]).reduce(0, Double::sum);
                    case SUM_SQUARES -> all.mapToDouble(i -> a[i] * a[i]).reduce(0, Double::sum);
                    case SUM_PRODUCTS -> all.mapToDouble(i -> a[i] * b[i]).reduce(0, Double::sum);
                    case SUM_ZEROS -> all.mapToDouble(i -> a[i] * 0).reduce(0, Double::sum);
                    default -> all.mapToDouble(i -> a[i]).reduce(Double.NEGATIVE_INFINITY, Math::max);
                });
    }

    /** Of the whole sum when no two terms cancel. */
    private static double scale(Code code, DType dtype, double[] a, double[] b) {
        return fold(code, dtype, absolute(a), absolute(b));
    }

    private static double[] absolute(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).toArray();
    }

    static List<Arguments> lengths() {
        List<Arguments> rows = new ArrayList<>();
        for (DType dtype : DType.values()) {
            for (int extent : new int[] {1, 2, 31, 32, 255, 256, 257, 1000, 5000}) {
                for (int blocks : new int[] {1, 3, 64}) {
                    rows.add(Arguments.of(dtype, extent, blocks));
                }
            }
        }
        return rows;
    }

    /** All five in one launch: two arrays, five results, and room for what the blocks leave. */
    @ParameterizedTest
    @MethodSource("lengths")
    void allNumbersBecomeOne(DType dtype, int extent, int blocks) {
        double[] a = Close.random(dtype, extent, 1);
        double[] b = Close.random(dtype, extent, 2);

        double[] results = folded(dtype, a, b, blocks);

        double[] expected = folds().mapToDouble(code -> fold(code, dtype, a, b)).toArray();
        double[] scales = folds().mapToDouble(code -> scale(code, dtype, a, b)).toArray();
        assertThat(Close.differences(dtype, results, expected, scales)).isEmpty();
    }

    private static Stream<Code> folds() {
        return Arrays.stream(Code.values()).filter(Code::reduces);
    }

    private static double[] folded(DType dtype, double[] a, double[] b, int most) {
        int extent = a.length;
        int out = 2 * extent;
        int count = (int) folds().count();
        int[] table = new int[8 * count];
        for (int i = 0; i < count; i++) {
            // each with its own number of blocks, some with one
            int blocks = Math.max(1, most - i);
            int[] row = {i, 0, extent, extent, out + i, out + count + 64 * i, blocks, 0};
            System.arraycopy(row, 0, table, 8 * i, 8);
        }
        BareCard.Array m = card.array(dtype, Close.join(a, b, Close.room(count + 64 * count)));
        BareCard.Table rows = card.table(table);
        card.start(Kernel.FOLD, dtype, BareCard.Grid.of(most, count), m, rows);
        card.start(Kernel.FOLD_END, dtype, BareCard.Grid.of(1, count), m, rows);
        return Arrays.copyOfRange(card.read(m), out, out + count);
    }

    static List<Arguments> corners() {
        double infinite = Double.POSITIVE_INFINITY;
        return List.of(
                Arguments.of("NaN", new double[] {1, Double.NaN, 2}),
                Arguments.of("an infinity", new double[] {1, infinite, 2}),
                Arguments.of("both infinities", new double[] {-infinite, 1, infinite}),
                Arguments.of("only -∞", new double[] {-infinite, -infinite}),
                Arguments.of("zeros of both signs", new double[] {-0.0, 0.0, -0.0}),
                Arguments.of("only -0", new double[] {-0.0, -0.0}),
                Arguments.of("more than a float holds, on the way", new double[] {3e38, 3e38, -3e38}),
                Arguments.of("only negative numbers", new double[] {-3, -1, -2}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corners")
    void cornersAreAsInTheDefinition(String name, double[] numbers) {
        for (DType dtype : DType.values()) {
            double[] a = Arrays.stream(numbers).map(dtype::round).toArray();
            double[] one = Arrays.stream(numbers).map(x -> 1).toArray();
            List<Code> exact = List.of(Code.SUM, Code.SUM_PRODUCTS, Code.SUM_ZEROS, Code.LARGEST);
            double[] expected = exact.stream()
                    .mapToDouble(code -> fold(code, dtype, a, one))
                    .toArray();

            double[] results = folded(dtype, a, one, 1);

            assertThat(exact.stream()
                            .mapToDouble(code -> results[code.ordinal() - Code.SUM.ordinal()])
                            .toArray())
                    .isEqualTo(expected);
        }
    }

    @Test
    void manyFloatsAddUpWithAllTheirDigits() {
        double[] tenths = new double[100_000];
        Arrays.fill(tenths, (float) 0.1);
        double[] results = folded(DType.F32, tenths, tenths, 1);

        assertThat(results[0]).isEqualTo((float) (100_000 * (double) 0.1f));
    }

    @Test
    void theSameNumbersGiveTheSameBits() {
        double[] a = Close.random(DType.F64, 3000, 5);

        assertThat(folded(DType.F64, a, a, 7)).isEqualTo(folded(DType.F64, a, a, 7));
    }

    static List<Arguments> matrices() {
        List<Arguments> rows = new ArrayList<>();
        int[][] sizes = {{1, 1}, {1, 7}, {7, 1}, {5, 33}, {40, 300}, {300, 3}, {129, 17}, {64, 16}, {3, 1000}};
        for (DType dtype : DType.values()) {
            for (int[] size : sizes) {
                rows.add(Arguments.of(dtype, size[0], size[1]));
            }
        }
        return rows;
    }

    private static double[] row(double[] a, int row, int columns) {
        return Arrays.copyOfRange(a, row * columns, (row + 1) * columns);
    }

    private static double[] column(double[] a, int column, int columns) {
        return IntStream.range(0, a.length / columns)
                .mapToDouble(row -> a[row * columns + column])
                .toArray();
    }

    private static double[] results(Kernel kernel, DType dtype, int blocks, double[] a, int count, int... size) {
        double[] m = card.run(
                kernel,
                dtype,
                BareCard.Grid.of(blocks),
                Close.join(a, Close.room(count)),
                0,
                a.length,
                size[0],
                size[1]);
        return Arrays.copyOfRange(m, a.length, m.length);
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void rowsAreAddedUp(DType dtype, int rows, int columns) {
        double[] a = Close.random(dtype, rows * columns, 3);

        double[] sums = results(Kernel.ROW_SUMS, dtype, rows, a, rows, rows, columns);

        assertThat(Close.differences(
                        dtype,
                        sums,
                        each(rows, row -> fold(Code.SUM, dtype, row(a, row, columns), a)),
                        each(rows, row -> scale(Code.SUM, dtype, row(a, row, columns), a))))
                .isEmpty();
    }

    private static double[] each(int count, IntToDoubleFunction function) {
        return IntStream.range(0, count).mapToDouble(function).toArray();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void fewerBlocksThanRowsWillDo(DType dtype, int rows, int columns) {
        double[] a = Close.random(dtype, rows * columns, 3);

        assertThat(results(Kernel.ROW_SUMS, dtype, 2, a, rows, rows, columns))
                .isEqualTo(results(Kernel.ROW_SUMS, dtype, rows, a, rows, rows, columns));
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void columnsAreAddedUp(DType dtype, int rows, int columns) {
        double[] a = Close.random(dtype, rows * columns, 3);

        double[] sums = results(Kernel.COLUMN_SUMS, dtype, (columns + 31) / 32, a, columns, rows, columns);

        assertThat(Close.differences(
                        dtype,
                        sums,
                        each(columns, column -> fold(Code.SUM, dtype, column(a, column, columns), a)),
                        each(columns, column -> scale(Code.SUM, dtype, column(a, column, columns), a))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void theLargestOfEachColumnIsFoundAndNaNIsLargest(DType dtype, int rows, int columns) {
        double[] a = Close.random(dtype, rows * columns, 3);
        for (int i = 0; i < a.length; i += 5) {
            a[i] = i % 3 == 0 ? Double.NaN : -0.0;
        }

        double[] maxima = results(Kernel.COLUMN_MAXIMA, dtype, (columns + 31) / 32, a, columns, rows, columns);

        assertThat(maxima).isEqualTo(each(columns, column -> fold(Code.LARGEST, dtype, column(a, column, columns), a)));
    }
}
