package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients whose squares are infinite: finite ones never stop a run, others do within the step. */
class LongGradientTest {
    /** ŷ = second · first · x for one sample, compared with 0 by its size; both biases stay 0. */
    private static TrainingRun start(
            String rule, DType dtype, String backend, boolean frozen, double first, double second, double x) {
        Dense one = dense("Dense₁", dtype, first);
        Dense two = dense("Dense₂", dtype, second);
        Tensor inputs = Tensor.matrix(new double[][] {{x}});
        Tensor targets = Tensor.matrix(new double[][] {{0}});
        Set<Parameter> still = frozen ? Set.copyOf(one.parameters()) : Set.of();
        TrainingProgram program = new TrainingProgram(
                new Learner(Chain.of(one, two), null, still),
                new TrainingData(inputs, targets, inputs, targets, false),
                new TrainingSettings(Loss.MAE, UpdateRule.of(rule), Map.of(), 1, 1, dtype),
                null);
        return new TrainingRun(program, Backends.named(backend));
    }

    private static Dense dense(String name, DType dtype, double weight) {
        Dense dense = Dense.create(name, 1, 1, Activation.IDENTITY, true, Init.ZEROS, dtype, new Rng(1, 0));
        dense.parameters().get(0).set(Tensor.full(Shape.of(1, 1), dtype, weight));
        return dense;
    }

    private static Stream<Arguments> everywhere(List<String> rules) {
        return Arrays.stream(DType.values())
                .flatMap(dtype -> Backends.available().stream()
                        .flatMap(backend -> rules.stream().map(rule -> Arguments.of(rule, dtype, backend.name()))));
    }

    static Stream<Arguments> finite() {
        return everywhere(List.of(
                "Descent(tiny)",
                "Momentum(tiny)",
                "Nesterov(tiny)",
                "Lion(0.001)",
                "AdaMax(0.001)",
                "OptimiserChain(ClipGrad(1), Descent(0.1))",
                "OptimiserChain(ClipNorm(1), Adam(0.1))",
                "OptimiserChain(ClipNorm(1, 1), Descent(0.1))",
                "OptimiserChain(ClipNorm(1, Inf), Descent(0.1))",
                "OptimiserChain(ClipNorm(1, 3), Descent(0.1))"));
    }

    /** The gradient of the first weight is 1e25, or 1e200 in double precision, that of the second is small. */
    private static TrainingRun startLong(String rule, DType dtype, String backend, boolean frozen) {
        double second = dtype == DType.F32 ? 1e10 : 1e100;
        double x = dtype == DType.F32 ? 1e15 : 1e100;
        String written = rule.replace("tiny", dtype == DType.F32 ? "1e-36" : "1e-301");
        return start(written, dtype, backend, frozen, 1 / second, second, x);
    }

    @ParameterizedTest(name = "{0} in {1} on {2}")
    @MethodSource("finite")
    void aLongGradientGoesOn(String rule, DType dtype, String backend) {
        for (boolean frozen : new boolean[] {false, true}) {
            try (TrainingRun run = startLong(rule, dtype, backend, frozen)) {
                run.advance(3);
                assertThat(run.failure()).isEmpty();
                assertThat(run.step()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongGradientIsFollowed(DType dtype) {
        try (TrainingRun run = startLong("Descent(tiny)", dtype, Backends.USUAL, false)) {
            double before = run.parameters().get("Dense₁.W").item();
            run.advance(3);
            assertThat(run.parameters().get("Dense₁.W").item() / before).isCloseTo(0.7, within(1e-6));
            assertThat(run.curves().norms()).extracting(Curve::newest).startsWith(Double.POSITIVE_INFINITY);
        }
    }

    static Stream<Arguments> infinite() {
        return everywhere(List.of(
                "Descent(0)",
                "Momentum()",
                "Adam()",
                "RAdam()",
                "AdaMax()",
                "AdaDelta()",
                "Lion()",
                "OptimiserChain(ClipGrad(1), Descent(0.1))",
                "OptimiserChain(Lion(), ClipGrad(1))",
                "OptimiserChain(ClipNorm(1), Descent(0.1))",
                "OptimiserChain(ClipNorm(1; throw = false), Descent(0.1))",
                "OptimiserChain(ClipNorm(1, Inf; throw = false), Descent(0.1))"));
    }

    /** The loss is finite, the gradient of the first weight is infinite. */
    @ParameterizedTest(name = "{0} in {1} on {2}")
    @MethodSource("infinite")
    void anInfiniteGradientStopsWithinTheStepAndIsNamed(String rule, DType dtype, String backend) {
        double half = dtype == DType.F32 ? 1e20 : 1e160;
        for (boolean frozen : new boolean[] {false, true}) {
            try (TrainingRun run = start(rule, dtype, backend, frozen, 1 / half, half, half)) {
                Map<String, Tensor> before = run.parameters();
                run.advance(3);
                assertThat(run.step()).isZero();
                assertThat(run.parameters()).isEqualTo(before);
                assertThat(run.culprit()).contains(new Culprit("Dense₁", "matmul"));
                assertThat(run.failure()).startsWith("Step 0").contains("Dense₁ (matmul)");
            }
        }
    }

    /** The squares of Adam's memory are numbers, too: where one of them is infinite, the memory is named. */
    @ParameterizedTest
    @CsvSource({"reference", "jvm"})
    void aMemoryThatIsInfiniteStopsTheRun(String backend) {
        try (TrainingRun run = start("Adam()", DType.F32, backend, false, 1e-10, 1e10, 1e15)) {
            run.advance(3);
            assertThat(run.step()).isZero();
            assertThat(run.culprit()).contains(new Culprit("Dense₁.W.vt", "square"));
        }
    }

    /** A sum of sizes that is too large for single precision, of finite numbers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ClipNorm(1, 1) | 0", "ClipNorm(1, 1; throw = false) | 3"})
    void aLengthBeyondAllNumbersStopsUnlessItIsToldNotTo(String clip, long steps) {
        String rule = "OptimiserChain(" + clip + ", Descent(0.1))";
        Dense model = Dense.create("Dense", 2, 1, Activation.IDENTITY, false, Init.ZEROS, DType.F32, new Rng(1, 0));
        Tensor x = Tensor.matrix(new double[][] {{3e38}, {-3e38}});
        Tensor y = Tensor.matrix(new double[][] {{-1}});
        TrainingProgram program = new TrainingProgram(
                Learner.of(model),
                new TrainingData(x, y, x, y, false),
                new TrainingSettings(Loss.MAE, UpdateRule.of(rule), Map.of(), 1, 1, DType.F32),
                null);
        try (TrainingRun run = new TrainingRun(program, Backends.named(Backends.USUAL))) {
            run.advance(3);
            assertThat(run.step()).isEqualTo(steps);
            assertThat(run.failed()).isEqualTo(steps == 0);
            assertThat(run.culprit().map(Culprit::place).orElse("")).isEqualTo(steps == 0 ? "Dense.W" : "");
            assertThat(run.parameters().get("Dense.W").toDoubles()).containsExactly(new double[2], within(0.0));
        }
    }
}
