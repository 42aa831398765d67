package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.data.BatchOrder;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.loss.Agg;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many pairs, some in a step. */
class BatchesTest {
    private static final int SEED = 5;
    private static final Dataset DATA = new Dataset(
            "squares",
            Tensor.matrix(new double[][] {{0, 1, 2, 3, 4}}),
            Tensor.matrix(new double[][] {{0, 1, 4, 9, 16}}),
            List.of("x"),
            List.of("x²"),
            List.of());

    /** The model predicts 2x and does not learn, so each loss is known. */
    private static TrainingRun run(LossFunction loss, int batch) {
        Dense model = Dense.of("double", Tensor.matrix(new double[][] {{2}}), Tensor.vector(0), Activation.IDENTITY);
        TrainingData data = new TrainingData(DATA.x(), DATA.y(), DATA.x(), DATA.y(), false);
        TrainingSettings settings =
                new TrainingSettings(loss, UpdateRule.of("Descent(0)"), Map.of(), batch, SEED, DType.F64);
        TrainingProgram program = new TrainingProgram(Learner.of(model), data, settings, null);
        return new TrainingRun(program, Backends.named(Backends.USUAL));
    }

    /** The squared differences of the samples in a batch, in the order of the first epoch. */
    private static double[] squares(int from, int to) {
        int[] order = new BatchOrder(SEED, DATA.samples()).epoch(0);
        return Arrays.stream(order, from, Math.min(to, order.length))
                .mapToDouble(i -> Math.pow(2 * DATA.x().get(i) - DATA.y().get(i), 2))
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "100"})
    @DisplayName("1.30 the loss of a step is the mean over its batch, or the sum; the last batch may be smaller")
    void lossOfABatch(int batch) {
        int steps = (DATA.samples() + batch - 1) / batch;
        try (TrainingRun mean = run(Loss.MSE, batch);
                TrainingRun sum = run(Loss.MSE.with(Agg.SUM), batch)) {
            mean.advance(steps);
            sum.advance(steps);
            assertThat(List.of(mean.epoch(), sum.epoch())).containsExactly(1L, 1L);
            for (int step = 0; step < steps; step++) {
                double[] squares = squares(step * batch, (step + 1) * batch);
                assertThat(mean.curves().loss().last()[step])
                        .isCloseTo(Arrays.stream(squares).average().orElseThrow(), Offset.offset(1e-12));
                assertThat(sum.curves().loss().last()[step])
                        .isCloseTo(Arrays.stream(squares).sum(), Offset.offset(1e-12));
            }
        }
    }

    @Test
    @DisplayName("1.30 an epoch is every sample once, each epoch in another order")
    void everySampleOnce() {
        BatchOrder order = new BatchOrder(SEED, 100);
        assertThat(order.epoch(0))
                .containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
        assertThat(order.epoch(1))
                .containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
        assertThat(order.epoch(1)).isNotEqualTo(order.epoch(0));
    }

    @Test
    @DisplayName("1.30 with data a model is trained: y = 2x + 1 is found from a hundred pairs")
    void learns() {
        Dense model = Dense.of("line", Tensor.matrix(new double[][] {{0}}), Tensor.vector(0), Activation.IDENTITY);
        Tensor x = Tensor.matrix(new double[][] {
            IntStream.range(0, 100).mapToDouble(i -> i / 50.0 - 1).toArray()
        });
        Tensor y = x.times(2).plus(Tensor.full(x.shape(), DType.F64, 1));
        TrainingSettings settings =
                new TrainingSettings(Loss.MSE, UpdateRule.of("Descent(0.1)"), Map.of(), 20, SEED, DType.F64);
        TrainingProgram program =
                new TrainingProgram(Learner.of(model), new TrainingData(x, y, x, y, false), settings, null);
        try (TrainingRun run = new TrainingRun(program, Backends.named(Backends.USUAL))) {
            run.advance(500);
            run.keep();
        }
        assertThat(model.weight().value().item()).isCloseTo(2, Offset.offset(1e-6));
        assertThat(model.bias().value().item()).isCloseTo(1, Offset.offset(1e-6));
    }
}
