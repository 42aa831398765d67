package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes after products that cuBLAS has made. */
class MatmulAgainOnStandInTest {
    private static final double NAN = Double.NaN;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static BareCard card;

    @BeforeAll
    static void open() {
        StandIn.start().set("order", "random:2");
        card = new BareCard();
    }

    @AfterAll
    static void close() {
        if (card != null) {
            card.close();
        }
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void numbersThatAreNaNAreMadeAgainAndAllOthersStay(DType dtype) {
        double[] a = {0, 2, 3, 4};
        double[] b = {INFINITE, 5, 6, 7};
        double[] bias = {10, 20};
        // of a b, what is no sum of any terms but is not NaN stays
        double[] made = {NAN, 1234, INFINITE, NAN};
        double[] other = {NAN, NAN};
        int[] table = {
            // a b + bias, where a arrives
            10, 2, 2, 2, 0, 2, 1, 1, 4, 2, 1, 8,
            // a column of a with a row of b, no 0 left out; then a row of b with one of a, those of a left out
            14, 1, 1, 2, 0, 1, 2, 0, 4, 1, 2, -1,
            15, 1, 1, 2, 4, 1, 1, 2, 0, 1, 1, -1
        };
        BareCard.Array m = card.array(dtype, Close.join(a, b, bias, made, other));

        card.start(Kernel.MATMUL_AGAIN, dtype, BareCard.Grid.of(2, 3), m, card.table(table));

        double[] left = Arrays.copyOfRange(card.read(m), 10, 16);
        double[] expected = {2 * 6 + 10, 1234, INFINITE, 3 * 5 + 4 * 7 + 20, NAN, 2 * 5};
        assertThat(Close.differences(dtype, left, expected)).isEmpty();
    }
}
