package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
