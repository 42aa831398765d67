package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Start values of a layer with 200 inputs and 100 outputs. */
class InitTest {
    private static final int IN = 200;
    private static final int OUT = 100;

    /** Where the numbers must lie, their mean and their deviation, from the textbook formulas of the distribution. */
    private record Row(Init init, double low, double high, double mean, double deviation) {}

    private static Row uniform(Init init, double low, double high) {
        return new Row(init, low, high, (low + high) / 2, (high - low) / Math.sqrt(12));
    }

    private static Row normal(Init init, double deviation) {
        return new Row(init, -6 * deviation, 6 * deviation, 0, deviation);
    }

    static List<Row> rows() {
        return List.of(
                uniform(Init.GLOROT_UNIFORM, -Math.sqrt(0.02), Math.sqrt(0.02)),
                normal(Init.GLOROT_NORMAL, Math.sqrt(2.0 / 300)),
                uniform(Init.KAIMING_UNIFORM, -Math.sqrt(0.03), Math.sqrt(0.03)),
                normal(Init.KAIMING_NORMAL, 0.1),
                normal(Init.LECUN_NORMAL, Math.sqrt(1.0 / 200)),
                // √(1 - 4 φ(2) / (2 Φ(2) - 1))
                new Row(Init.TRUNCATED_NORMAL, -2, 2, 0, 0.87962566103423978),
                // 100 rows of length 1, each over 200 numbers
                new Row(Init.ORTHOGONAL, -1, 1, 0, Math.sqrt(1.0 / 200)),
                // a tenth of 100 rows is zeros
                new Row(Init.SPARSE_INIT, -0.06, 0.06, 0, 0.01 * Math.sqrt(0.9)),
                new Row(Init.IDENTITY_INIT, 0, 1, 0.005, Math.sqrt(0.005 - 0.005 * 0.005)),
                uniform(Init.RAND, 0, 1),
                normal(Init.RANDN, 1),
                uniform(Init.ZEROS, 0, 0),
                uniform(Init.ONES, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theNumbersAreSpreadAsFluxSpreadsThem(Row row) {
        Tensor drawn = row.init.matrix(OUT, IN, DType.F64, new Rng(5, 1));
        DoubleSummaryStatistics seen = DoubleStream.of(drawn.toDoubles()).summaryStatistics();
        double squares = DoubleStream.of(drawn.toDoubles())
                .map(x -> (x - seen.getAverage()) * (x - seen.getAverage()))
                .sum();
        assertThat(seen.getMin()).isGreaterThanOrEqualTo(row.low);
        assertThat(seen.getMax()).isLessThanOrEqualTo(row.high);
        assertThat(seen.getAverage()).isCloseTo(row.mean, Offset.offset(0.03 * (row.high - row.low)));
        assertThat(Math.sqrt(squares / drawn.size())).isCloseTo(row.deviation, Offset.offset(0.02 * row.deviation));
    }

    @Test
    void everyRowIsChecked() {
        assertThat(rows().stream().map(Row::init)).containsExactly(Init.values());
    }

    @Test
    void namesReadBack() {
        assertThat(rows().stream().map(row -> Init.parse(row.init.text()).orElseThrow()))
                .containsExactly(Init.values());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("1.28 every draw comes from the seed and the stream it is given")
    void seedAndStreamDecide(Init init) {
        boolean isRandom =
                !EnumSet.of(Init.ZEROS, Init.ONES, Init.IDENTITY_INIT).contains(init);
        Tensor drawn = init.matrix(4, 3, DType.F32, new Rng(1, 1));
        assertThat(init.matrix(4, 3, DType.F32, new Rng(1, 1))).isEqualTo(drawn);
        assertThat(init.matrix(4, 3, DType.F32, new Rng(1, 2)).equals(drawn)).isNotEqualTo(isRandom);
        assertThat(init.matrix(4, 3, DType.F32, new Rng(2, 1)).equals(drawn)).isNotEqualTo(isRandom);
    }

    @ParameterizedTest
    @CsvSource({"5, 7", "7, 5", "6, 6", "1, 4", "40, 41"})
    void orthogonalHasTheFewerOfItsRowsAndColumnsAtRightAngles(int out, int in) {
        double gain = 1.5;
        Tensor w = Init.ORTHOGONAL.with("gain", gain).draw(Shape.of(out, in), DType.F64, new Rng(3, 0));
        int fewer = Math.min(out, in);
        for (int i = 0; i < fewer; i++) {
            for (int j = 0; j < fewer; j++) {
                double dot = 0;
                for (int k = 0; k < Math.max(out, in); k++) {
                    dot += out < in ? w.get(i, k) * w.get(j, k) : w.get(k, i) * w.get(k, j);
                }
                assertThat(dot).isCloseTo(i == j ? gain * gain : 0, Offset.offset(1e-13));
            }
        }
    }

    @Test
    void sparseHasItsShareOfZerosInEveryColumn() {
        Tensor w = Init.SPARSE_INIT.with(Map.of("sparsity", 0.25)).draw(Shape.of(10, 6), DType.F64, new Rng(3, 0));
        for (int column = 0; column < 6; column++) {
            int zeros = 0;
            for (int row = 0; row < 10; row++) {
                zeros += w.get(row, column) == 0 ? 1 : 0;
            }
            assertThat(zeros).isEqualTo(3);
        }
    }

    @Test
    void identityLeavesItsInputsAsTheyAre() {
        assertThat(Init.IDENTITY_INIT.with("gain", 2).draw(Shape.of(2, 3), DType.F64, new Rng(0, 0)))
                .isEqualTo(Tensor.matrix(new double[][] {{2, 0, 0}, {0, 2, 0}}));
        assertThat(Init.IDENTITY_INIT.draw(Shape.of(2), DType.F64, new Rng(0, 0)))
                .isEqualTo(Tensor.vector(0, 0));
        assertThat(Init.IDENTITY_INIT
                        .draw(Shape.of(3, 1, 2), DType.F64, new Rng(0, 0))
                        .toDoubles())
                .containsExactly(0, 0, 1, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"GLOROT_UNIFORM", "GLOROT_NORMAL", "KAIMING_UNIFORM", "KAIMING_NORMAL", "ORTHOGONAL"})
    void aGainMakesAllOfItLarger(Init init) {
        double usual = init.numbers().get("gain");
        double[] once = init.matrix(6, 5, DType.F64, new Rng(1, 0)).toDoubles();
        double[] larger = init.with("gain", 3 * usual)
                .draw(Shape.of(6, 5), DType.F64, new Rng(1, 0))
                .toDoubles();
        for (int i = 0; i < once.length; i++) {
            assertThat(larger[i]).isCloseTo(3 * once[i], Offset.offset(1e-14));
        }
    }

    @Test
    void anArrayOfMoreAxesHasTheFansOfAConvolution() {
        // 2 x 3 window, 4 in, 5 out: fans 24 and 30
        double[] drawn = Init.GLOROT_UNIFORM
                .draw(Shape.of(2, 3, 4, 5), DType.F64, new Rng(1, 0))
                .toDoubles();
        double bound = Math.sqrt(6.0 / 54);
        assertThat(DoubleStream.of(drawn).map(Math::abs).max().orElseThrow()).isBetween(0.95 * bound, bound);
    }

    @Test
    void changedNumbersArePrintedInFluxsSpelling() {
        assertThat(Init.KAIMING_NORMAL.with("gain", 1).text()).isEqualTo("kaiming_normal(gain=1)");
        assertThat(Init.TRUNCATED_NORMAL.with(Map.of("hi", 1.0, "std", 0.5)).text())
                .isEqualTo("truncated_normal(std=0.5, hi=1)");
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> Init.ZEROS.with("gain", 2)).hasMessage("zeros has no number “gain”, but []");
        assertThatThrownBy(() -> Init.TRUNCATED_NORMAL.with("lo", 50).draw(Shape.of(1), DType.F64, new Rng(0, 0)))
                .hasMessageContaining("practically never");
        assertThatThrownBy(() -> Init.SPARSE_INIT.draw(Shape.of(3), DType.F64, new Rng(0, 0)))
                .hasMessage("sparse_init needs a matrix, got size 3");
    }
}
