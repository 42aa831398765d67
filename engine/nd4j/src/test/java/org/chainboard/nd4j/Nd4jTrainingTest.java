package org.chainboard.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.reference.ReferenceBackend;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.OptimiserChain;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Learner;
import org.chainboard.engine.train.TrainingData;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.engine.train.TrainingSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class Nd4jTrainingTest {
    private static final int STEPS = 50;

    /** Three whole batches of 32 and a smaller one of 5. */
    private static final int SAMPLES = 101;

    private final Backend nd4j = new Nd4jBackend();
    private final Backend reference = new ReferenceBackend();

    /** Points of the plane; the answer is the sign of their product. */
    private static TrainingData data() {
        Random random = new Random(7);
        double[] x = random.doubles(2 * SAMPLES, -1, 1).toArray();
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            y[i] = Math.signum(x[i] * x[SAMPLES + i]);
        }
        Tensor points = Tensor.of(Shape.of(2, SAMPLES), DType.F64, x);
        Tensor answers = Tensor.of(Shape.of(1, SAMPLES), DType.F64, y);
        return new TrainingData(points, answers, points, answers, false);
    }

    private static TrainingProgram program(Optimiser optimiser, double rate, DType dtype) {
        return program(optimiser, Map.of(Optimiser.ETA, rate), dtype);
    }

    private static TrainingProgram program(UpdateRule optimiser, Map<String, Double> hypers, DType dtype) {
        Rng rng = new Rng(2, 0);
        Chain model = Chain.of(
                Dense.create("Dense₁", 2, 8, Activation.TANH, true, Init.GLOROT_UNIFORM, dtype, rng),
                Dense.create("Dense₂", 8, 8, Activation.TANH, true, Init.GLOROT_UNIFORM, dtype, rng),
                Dense.create("Dense₃", 8, 1, Activation.TANH, true, Init.GLOROT_UNIFORM, dtype, rng));
        TrainingSettings settings = new TrainingSettings(Loss.MSE, optimiser, hypers, 32, 5, dtype);
        return new TrainingProgram(Learner.of(model), data(), settings, data().x());
    }

    /** The loss of every step, then the numbers of the model: its judgement, its answers and its parameters. */
    private static double[] story(TrainingProgram program, Backend backend) {
        List<Double> story = new ArrayList<>();
        try (TrainingRun run = new TrainingRun(program, backend)) {
            for (int step = 0; step < STEPS; step++) {
                run.advance(1);
                story.add(run.curves().loss().newest());
                run.curves().norms().forEach(norm -> story.add(norm.newest()));
            }
            story.add(run.judge().testLoss());
            addAll(story, run.predictions());
            run.parameters().values().forEach(value -> addAll(story, value));
        }
        return story.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void addAll(List<Double> story, Tensor tensor) {
        for (double number : tensor.toDoubles()) {
            story.add(number);
        }
    }

    @ParameterizedTest
    @CsvSource({"DESCENT, 0.1, F64, 1e-10", "ADAM, 0.01, F64, 1e-10", "DESCENT, 0.1, F32, 2e-4", "ADAM, 0.01, F32, 2e-4"
    })
    void aTrainingFollowsTheReferenceStepByStep(Optimiser optimiser, double rate, DType dtype, double tolerance) {
        double[] followed = story(program(optimiser, rate, dtype), reference);

        double[] story = story(program(optimiser, rate, dtype), nd4j);

        assertThat(story).containsExactly(followed, within(tolerance));
    }

    /** Every optimiser, in the middle of the second epoch. */
    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void aRunTakenUpGoesOnBitForBit(Optimiser optimiser) {
        UpdateRule rule = OptimiserChain.of("OptimiserChain(WeightDecay(), " + optimiser.text() + ")");
        try (TrainingRun whole = new TrainingRun(program(rule), nd4j);
                TrainingRun first = new TrainingRun(program(rule), nd4j)) {
            whole.advance(9);
            first.advance(5);
            try (TrainingRun second = new TrainingRun(program(rule), nd4j, first.state())) {
                second.advance(4);
                assertThat(second.state()).isEqualTo(whole.state());
            }
        }
    }

    private static TrainingProgram program(UpdateRule rule) {
        return program(rule, Map.of(), DType.F32);
    }

    @Test
    void howTheStepsAreAskedForChangesNothing() {
        try (TrainingRun whole = new TrainingRun(program(Optimiser.ADAM, 0.01, DType.F32), nd4j);
                TrainingRun bits = new TrainingRun(program(Optimiser.ADAM, 0.01, DType.F32), nd4j)) {
            whole.advance(STEPS);
            for (int step = 0; step < STEPS; step++) {
                bits.advance(1);
            }
            assertThat(bits.parameters()).isEqualTo(whole.parameters());
        }
    }

    @Test
    void aNumberThatIsNotFiniteStopsTheRunAtTheStepAtWhichTheReferenceStops() {
        Chain line = Chain.of(
                Dense.create("Dense", 2, 1, Activation.IDENTITY, true, Init.GLOROT_UNIFORM, DType.F64, new Rng(1, 0)));
        TrainingSettings tooFast =
                new TrainingSettings(Loss.MSE, Optimiser.DESCENT, Map.of(Optimiser.ETA, 10.0), 32, 5, DType.F64);
        TrainingProgram program = new TrainingProgram(Learner.of(line), data(), tooFast, null);
        try (TrainingRun run = new TrainingRun(program, nd4j);
                TrainingRun followed = new TrainingRun(program, reference)) {
            run.advance(5000);
            followed.advance(5000);

            assertThat(run.failed()).isTrue();
            assertThat(run.step()).isEqualTo(followed.step());
            assertThat(run.parameters().values()).allMatch(Tensor::isFinite);
        }
    }
}
