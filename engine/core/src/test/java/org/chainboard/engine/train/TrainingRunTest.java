package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
    /** XOR by its four corners. */
    private static final Tensor CORNERS = Tensor.matrix(new double[][] {{0, 0, 1, 1}, {0, 1, 0, 1}});

    private static final Tensor ANSWERS = Tensor.matrix(new double[][] {{0, 1, 1, 0}});

    private static TrainingData xor() {
        return new TrainingData(CORNERS, ANSWERS, CORNERS, ANSWERS, true);
    }

    private static Chain model() {
        Rng rng = new Rng(2, 0);
        return Chain.of(
                Dense.create("Dense₁", 2, 8, Activation.TANH, true, Init.GLOROT_UNIFORM, DType.F64, rng),
                Dense.create("Dense₂", 8, 1, Activation.SIGMOID, true, Init.GLOROT_UNIFORM, DType.F64, rng));
    }

    private static TrainingSettings settings(Optimiser optimiser, double rate, int batch) {
        return new TrainingSettings(
                Loss.BINARYCROSSENTROPY, optimiser, Map.of(Optimiser.ETA, rate), batch, 5, DType.F64);
    }

    private static TrainingRun start(Chain model, TrainingSettings settings) {
        return new TrainingRun(
                new TrainingProgram(Learner.of(model), xor(), settings, CORNERS), Backends.named(Backends.REFERENCE));
    }

    @Test
    void learnsXor() {
        try (TrainingRun run = start(model(), settings(Optimiser.ADAM, 0.05, 4))) {
            run.advance(500);
            assertThat(run.judge().accuracy()).isEqualTo(1.0);
        }
    }

    @Test
    void howTheStepsAreAskedForChangesNothing() {
        try (TrainingRun whole = start(model(), settings(Optimiser.ADAM, 0.05, 3));
                TrainingRun bits = start(model(), settings(Optimiser.ADAM, 0.05, 3))) {
            whole.advance(37);
            for (int i = 0; i < 37; i++) {
                bits.advance(1);
            }
            assertThat(bits.parameters()).isEqualTo(whole.parameters());
        }
    }

    @Test
    void theLastSmallerBatchIsTaken() {
        try (TrainingRun run = start(model(), settings(Optimiser.DESCENT, 0.1, 3))) {
            run.advance(5);
            assertThat(List.of(run.epoch(), run.step())).containsExactly(2L, 5L);
        }
    }

    @Test
    void aRunTakenUpAgainGoesOnAsIfItHadNotStopped() {
        Chain model = model();
        TrainingProgram program =
                new TrainingProgram(Learner.of(model), xor(), settings(Optimiser.MOMENTUM, 0.05, 4), null);
        Map<String, Tensor> expected;
        try (TrainingRun whole = new TrainingRun(program, Backends.named(Backends.REFERENCE))) {
            whole.advance(20);
            expected = whole.parameters();
        }
        try (TrainingRun first = new TrainingRun(program, Backends.named(Backends.REFERENCE))) {
            first.advance(12);
            first.keep();
        }
        try (TrainingRun second = new TrainingRun(program, Backends.named(Backends.REFERENCE), 12)) {
            second.advance(8);
            assertThat(second.parameters()).isEqualTo(expected);
        }
    }

    @Test
    void aNumberThatIsNotFiniteStopsTheRunAndKeepsTheParameters() {
        Chain line = Chain.of(
                Dense.create("Dense", 2, 1, Activation.IDENTITY, true, Init.GLOROT_UNIFORM, DType.F64, new Rng(1, 0)));
        try (TrainingRun run = start(line, descent(10))) {
            run.advance(5000);
            assertThat(run.failed()).isTrue();
            assertThat(run.parameters().values()).allMatch(Tensor::isFinite);
        }
    }

    @Test
    void aRunThatDivergedGoesOnWithASmallerStepSize() {
        Chain line = Chain.of(
                Dense.create("Dense", 2, 1, Activation.IDENTITY, true, Init.GLOROT_UNIFORM, DType.F64, new Rng(1, 0)));
        try (TrainingRun tooFast = start(line, descent(1e9))) {
            tooFast.judge();
            tooFast.advance(5000);
            tooFast.keep();
            assertThat(tooFast.failed()).isTrue();
        }
        try (TrainingRun slower = start(line, descent(0.01))) {
            slower.advance(50);
            assertThat(slower.failed()).isFalse();
        }
    }

    private static TrainingSettings descent(double rate) {
        return new TrainingSettings(Loss.MSE, Optimiser.DESCENT, Map.of(Optimiser.ETA, rate), 4, 5, DType.F64);
    }

    @Test
    void aFrozenParameterStaysButItsGradientIsReported() {
        Chain model = model();
        Parameter frozen = model.parameters().get(0);
        TrainingProgram program = new TrainingProgram(
                new Learner(model, null, Set.of(frozen)), xor(), settings(Optimiser.ADAM, 0.05, 4), null);
        try (TrainingRun run = new TrainingRun(program, Backends.named(Backends.REFERENCE))) {
            run.advance(10);
            assertThat(run.read(frozen)).isEqualTo(frozen.value());
            assertThat(run.curves().norms().get(0).newest()).isPositive();
        }
    }

    @Test
    void theStepSizeCanBeChangedOnTheWay() {
        TrainingProgram program =
                new TrainingProgram(Learner.of(model()), xor(), settings(Optimiser.DESCENT, 0.1, 4), null);
        try (TrainingRun run = new TrainingRun(program, Backends.named(Backends.REFERENCE))) {
            run.write(program.hypers().get(Optimiser.ETA), Tensor.scalar(0));
            Map<String, Tensor> before = run.parameters();
            run.advance(3);
            assertThat(run.parameters()).isEqualTo(before);
        }
    }

    @Test
    void answersToWatchedInputsAreThoseOfTheModel() {
        Chain model = model();
        try (TrainingRun run = start(model, settings(Optimiser.ADAM, 0.05, 4))) {
            assertThat(run.predictions()).isEqualTo(model.apply(CORNERS));
            assertThat(run.predictions().shape()).isEqualTo(Shape.of(1, 4));
        }
    }
}
