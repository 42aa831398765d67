package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrix products of all layouts, whole and in parts. */
class ProductOnStandInTest {
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

    /**
     * @param layout bit 0 for an A, bit 1 for a B that lies column by column; bit 2 for a bias
     * @param arriving bit 0 where terms in which A is 0 are left out, bit 1 for B
     */
    private record Case(
            DType dtype, Kernel kernel, int rows, int columns, int inner, int layout, int splits, int arriving) {
        int aRow() {
            return layout % 2 == 0 ? inner : 1;
        }

        int aStep() {
            return layout % 2 == 0 ? 1 : rows;
        }

        int bRow() {
            return layout / 2 % 2 == 0 ? columns : 1;
        }

        int bStep() {
            return layout / 2 % 2 == 0 ? 1 : inner;
        }

        boolean biased() {
            return layout >= 4;
        }

        double term(double x, double y) {
            return arriving % 2 == 1 && x == 0 || arriving / 2 == 1 && y == 0 ? 0 : x * y;
        }
    }

    static List<Case> products() {
        int[][] sizes = {
            {1, 1, 1},
            {1, 40, 7},
            {40, 1, 7},
            {3, 5, 1},
            {32, 32, 32},
            {33, 31, 70},
            {70, 65, 20},
            {64, 64, 16},
            {5, 66, 129}
        };
        List<Case> cases = new ArrayList<>();
        int number = 0;
        for (DType dtype : DType.values()) {
            for (Kernel kernel : List.of(Kernel.MATMUL, Kernel.MATMUL_LARGE)) {
                for (int[] size : sizes) {
                    for (int splits : new int[] {1, 3}) {
                        // each size in two layouts; together they are all there often
                        cases.add(of(dtype, kernel, size, number++ % 8, splits, 0));
                        cases.add(of(dtype, kernel, size, (number + 3) % 8, splits, number % 4));
                    }
                }
            }
        }
        return cases;
    }

    private static Case of(DType dtype, Kernel kernel, int[] size, int layout, int splits, int arriving) {
        return new Case(dtype, kernel, size[0], size[1], size[2], layout, splits, arriving);
    }

    /** In every layout and with every factor as what arrives. */
    static List<Case> productsOfWhatArrives() {
        List<Case> cases = new ArrayList<>();
        for (DType dtype : DType.values()) {
            for (Kernel kernel : List.of(Kernel.MATMUL, Kernel.MATMUL_LARGE)) {
                for (int way = 0; way < 32; way++) {
                    int[] size = way % 3 == 0 ? new int[] {5, 66, 129} : new int[] {33, 31, 70};
                    cases.add(of(dtype, kernel, size, way % 8, way % 5 < 2 ? 3 : 1, way / 8));
                }
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("products")
    void theProductIsWhatALoopGives(Case the) {
        double[] a = Close.random(the.dtype, the.rows * the.inner, 1);
        double[] b = Close.random(the.dtype, the.inner * the.columns, 2);

        isWhatALoopGives(the, a, b);
    }

    /** Some numbers of both factors are 0, some not finite. */
    private static double[] withZeros(DType dtype, int count, int seed) {
        double[] numbers = Close.random(dtype, count, seed);
        double[] others = {Double.POSITIVE_INFINITY, Double.NaN, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < count; i++) {
            double ordinary = i % 97 == 13 ? others[i % 3] : numbers[i];
            numbers[i] = i % 3 != seed ? ordinary : i % 2 == 0 ? 0 : -0.0;
        }
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("productsOfWhatArrives")
    void termsInWhichWhatArrivesIsZeroAreLeftOut(Case the) {
        double[] a = withZeros(the.dtype, the.rows * the.inner, 1);
        double[] b = withZeros(the.dtype, the.inner * the.columns, 2);

        isWhatALoopGives(the, a, b);
    }

    private static void isWhatALoopGives(Case the, double[] a, double[] b) {
        double[] bias = Close.random(the.dtype, the.rows, 3);
        double[] expected = new double[the.rows * the.columns];
        double[] scales = new double[expected.length];
        for (int i = 0; i < expected.length; i++) {
            int row = i / the.columns;
            int column = i % the.columns;
            for (int k = 0; k < the.inner; k++) {
                double x = a[row * the.aRow() + k * the.aStep()];
                double term = the.term(x, b[k * the.bRow() + column * the.bStep()]);
                expected[i] += term;
                scales[i] += Math.abs(term);
            }
            expected[i] += the.biased() ? bias[row] : 0;
            scales[i] += the.biased() ? Math.abs(bias[row]) : 0;
        }

        double[] actual = multiplied(the, a, b, bias);

        assertThat(Close.differences(the.dtype, actual, expected, scales)).isEmpty();
    }

    private static double[] multiplied(Case the, double[] a, double[] b, double[] bias) {
        int size = the.rows * the.columns;
        int atBias = a.length + b.length;
        int out = atBias + bias.length;
        int partials = out + size;
        int width = the.kernel == Kernel.MATMUL ? 32 : 64;
        BareCard.Array m = card.array(
                the.dtype,
                Close.join(a, b, bias, Close.room(size), Close.room(the.splits > 1 ? size * the.splits : 0)));
        int biased = the.biased() ? atBias : -1;
        card.start(
                the.kernel,
                the.dtype,
                new BareCard.Grid((the.columns + width - 1) / width, (the.rows + width - 1) / width, the.splits, 0),
                m,
                0,
                a.length,
                biased,
                out,
                the.rows,
                the.columns,
                the.inner,
                the.aRow(),
                the.aStep(),
                the.bRow(),
                the.bStep(),
                the.splits,
                partials,
                the.arriving);
        if (the.splits > 1) {
            card.start(
                    Kernel.MATMUL_END,
                    the.dtype,
                    BareCard.Grid.of((size + 255) / 256),
                    m,
                    partials,
                    biased,
                    out,
                    the.rows,
                    the.columns,
                    the.splits);
        }
        return Arrays.copyOfRange(card.read(m), out, out + size);
    }
}
