package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.BatchNorm;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Dropout;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that are random in training, or remember something, in a run. */
class StatefulLayersTest {
    private static final Tensor X = Tensor.matrix(new double[][] {{0, 0, 1, 1, 2}, {0, 1, 0, 1, 3}});
    private static final Tensor Y = Tensor.matrix(new double[][] {{0, 1, 1, 0, 1}});

    private final BatchNorm norm = BatchNorm.create("norm", 8, Activation.TANH, true, 1e-5, 0.1, DType.F64);

    private Chain model() {
        Rng rng = new Rng(2, 0);
        return Chain.of(
                Dense.create("Dense₁", 2, 8, Activation.RRELU, true, Init.GLOROT_UNIFORM, DType.F64, rng),
                norm,
                new Dropout(0.3),
                Dense.create("Dense₂", 8, 1, Activation.IDENTITY, true, Init.GLOROT_UNIFORM, DType.F64, rng));
    }

    private static TrainingProgram program(Chain model, double rate) {
        TrainingSettings settings =
                new TrainingSettings(Loss.MSE, Optimiser.ADAM, Map.of(Optimiser.ETA, rate), 2, 5, DType.F64);
        return new TrainingProgram(Learner.of(model), new TrainingData(X, Y, X, Y, false), settings, X);
    }

    private static TrainingRun start(TrainingProgram program, long step) {
        return new TrainingRun(program, Backends.named(Backends.REFERENCE), step);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 37})
    void aRunTakenUpAgainEqualsTheOneThatWentOnBitForBit(int stop) {
        Map<String, Tensor> whole;
        Tensor mean;
        try (TrainingRun run = start(program(model(), 0.01), 0)) {
            run.advance(60);
            whole = run.parameters();
            mean = run.read(norm.mean());
        }
        StatefulLayersTest again = new StatefulLayersTest();
        TrainingProgram program = program(again.model(), 0.01);
        try (TrainingRun first = start(program, 0)) {
            first.advance(stop);
            first.keep();
        }
        try (TrainingRun rest = start(program, stop)) {
            rest.advance(60 - stop);
            assertThat(rest.parameters()).isEqualTo(whole);
            assertThat(rest.read(again.norm.mean())).isEqualTo(mean);
        }
    }

    @Test
    void howTheStepsAreAskedForChangesNothing() {
        try (TrainingRun whole = start(program(model(), 0.01), 0);
                TrainingRun bits = start(program(new StatefulLayersTest().model(), 0.01), 0)) {
            whole.advance(25);
            for (int i = 0; i < 25; i++) {
                bits.advance(1);
            }
            assertThat(bits.parameters()).isEqualTo(whole.parameters());
        }
    }

    @Test
    void predictionsTakeWhatTheLayersRemember() {
        Chain model = model();
        try (TrainingRun run = start(program(model, 0.01), 0)) {
            run.advance(20);
            Tensor predicted = run.predictions();
            run.keep();
            assertThat(norm.mean().value())
                    .isNotEqualTo(Tensor.zeros(norm.mean().shape(), DType.F64));
            assertThat(model.apply(X).toDoubles()).containsExactly(predicted.toDoubles(), Offset.offset(1e-12));
        }
    }

    @Test
    void aStepThatFailsLeavesWhatTheLayersRememberFinite() {
        Chain model = model();
        try (TrainingRun run = start(program(model, 1e300), 0)) {
            run.advance(50);
            run.judge();
            assertThat(run.failed()).isTrue();
            run.keep();
            assertThat(norm.mean().value().isFinite()).isTrue();
            assertThat(norm.variance().value().isFinite()).isTrue();
        }
    }
}
