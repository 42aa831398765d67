package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every instruction on ordinary numbers and at the corners. */
class ElementsOnStandInTest {
    private static final double[] NUMBERS = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        -0.5,
        0.1,
        2,
        -2,
        3,
        -3,
        2.5,
        -7.25,
        1 + 0x1p-20,
        1 - 0x1p-20,
        1e-3,
        -1e-8,
        1e-20,
        1e-42,
        10,
        -20,
        60,
        88,
        -89,
        100,
        -1000,
        3e4,
        -1e6,
        1e10,
        3e38,
        -3e38,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    private static BareCard card;

    @BeforeAll
    static void open() {
        StandIn.start();
        card = new BareCard();
    }

    @AfterAll
    static void close() {
        if (card != null) {
            card.close();
        }
    }

    static Stream<Arguments> instructions() {
        return Arrays.stream(GpuCode.values())
                .flatMap(code -> Arrays.stream(DType.values()).map(dtype -> Arguments.of(code, dtype)));
    }

    @ParameterizedTest
    @MethodSource("instructions")
    void anInstructionGivesWhatItsOpIsDefinedAs(GpuCode code, DType dtype) {
        int count = NUMBERS.length;
        int size = count * count;
        double[] a = new double[size];
        double[] b = new double[size];
        double[] c = new double[size];
        for (int i = 0; i < size; i++) {
            a[i] = dtype.round(NUMBERS[i / count]);
            b[i] = dtype.round(NUMBERS[i % count]);
            c[i] = dtype.round(NUMBERS[(i / count + 2 * i) % count]);
        }
        int[] table = {0, 1, size, -1, code.ordinal(), -1, 3 * size, 0, size, 2 * size, 0b010101, 0};

        double[] m = card.run(
                Kernel.RUN,
                dtype,
                BareCard.Grid.of((size + 127) / 128),
                Close.join(a, b, c, Close.room(size)),
                card.table(table),
                0);

        double[] expected = Definition.of(code, dtype, a, b, c);
        double[] scales = code == GpuCode.LOGADDEXP ? largest(a, b, expected) : expected;
        assertThat(Close.differences(dtype, Arrays.copyOfRange(m, 3 * size, 4 * size), expected, scales))
                .isEmpty();
    }

    /** The logarithm of a sum near 1 is as exact as what it is the logarithm of. */
    private static double[] largest(double[]... arrays) {
        double[] largest = new double[arrays[0].length];
        for (double[] array : arrays) {
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], Math.abs(array[i]));
            }
        }
        return largest;
    }
}
