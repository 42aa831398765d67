package org.chainboard.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandardiserTest {
    private static final int[] ALL = {0, 1, 2, 3};

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("small", new double[] {1, 1, 3, 3}, 2, 1),
                arguments("signed", new double[] {-6, 2, -2, 6}, 0, Math.sqrt(20)),
                arguments("constant", new double[] {0.1, 0.1, 0.1, 0.1}, 0.1, 1),
                arguments("far from zero", new double[] {1e9, 1e9, 1e9 + 2, 1e9 + 2}, 1e9 + 1, 1),
                arguments("huge", new double[] {1e300, -1e300, 1e300, -1e300}, 0, 1e300),
                arguments("tiny", new double[] {1e-300, -1e-300, 1e-300, -1e-300}, 0, 1e-300));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void meanAndDeviationAreThoseOfTheRow(String name, double[] row, double mean, double deviation) {
        Standardiser fitted = Standardiser.fit(Tensor.matrix(new double[][] {row}), ALL);

        assertThat(fitted.mean().item()).isCloseTo(mean, within(1e-12 * Math.abs(mean)));
        assertThat(fitted.deviation().item()).isCloseTo(deviation, within(1e-12 * deviation));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void invertUndoesApply(String name, double[] row, double mean, double deviation) {
        Tensor data = Tensor.matrix(new double[][] {row});
        Standardiser fitted = Standardiser.fit(data, ALL);

        assertThat(fitted.invert(fitted.apply(data)).toDoubles())
                .containsExactly(row, within(1e-12 * Math.abs(row[0])));
    }

    @Test
    void onlyTheSamplesItIsShownCount() {
        Tensor data = Tensor.matrix(new double[][] {{1, 3, 1000}});

        assertThat(Standardiser.fit(data, new int[] {0, 1}).mean().item()).isEqualTo(2);
    }

    @Test
    void everyRowHasItsOwnNumbers() {
        Tensor data = Tensor.matrix(new double[][] {{1, 3}, {10, 30}});

        assertThat(Standardiser.fit(data, new int[] {0, 1}).apply(data)).isEqualTo(Tensor.matrix(new double[][] {
            {-1, 1}, {-1, 1}
        }));
    }

    @Test
    void oneSampleMayBeAVectorInItsOwnPrecision() {
        Standardiser given = new Standardiser(Tensor.vector(1, 2), Tensor.vector(2, 4));
        Tensor sample = Tensor.vector(2, 4).cast(DType.F32);

        assertThat(given.apply(sample)).isEqualTo(Tensor.vector(0.5, 0.5).cast(DType.F32));
    }

    @Test
    void theIdentityChangesNothing() {
        Tensor data = Tensor.matrix(new double[][] {{1, 3}, {10, 30}});

        assertThat(Standardiser.identity(2).apply(data)).isEqualTo(data);
    }

    @Test
    void anotherNumberOfRowsIsRefused() {
        assertThatThrownBy(() -> Standardiser.identity(4).apply(Tensor.vector(1, 2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("standardising needs 4 rows, got 3");
    }
}
