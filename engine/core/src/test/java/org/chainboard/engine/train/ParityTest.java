package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.BatchNorm;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Dropout;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same step on two backends. */
class ParityTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    private static Backend jvm() {
        return Backends.named(Backends.JVM);
    }

    private static Backend reference() {
        return Backends.named(Backends.REFERENCE);
    }

    /** The gradient of the first bias is rounding alone, for the normalisation takes the bias out again. */
    private static Chain normalised(DType dtype) {
        Rng rng = new Rng(2, 0);
        return Chain.of(
                Dense.create("Dense₁", 2, 8, Activation.IDENTITY, true, Init.GLOROT_UNIFORM, dtype, rng),
                BatchNorm.create("norm", 8, Activation.TANH, true, 1e-5, 0.1, dtype),
                new Dropout(0.2),
                Dense.create("Dense₂", 8, 1, Activation.SIGMOID, true, Init.GLOROT_UNIFORM, dtype, rng));
    }

    private static TrainingRun run(Chain model, DType dtype, Backend backend) {
        return new TrainingRun(Xor.program(model, Optimiser.ADAM, Map.of(), dtype), backend);
    }

    @ParameterizedTest
    @EnumSource
    void aStepThatIsTheSameHasNoDifference(DType dtype) {
        try (TrainingRun run = run(Xor.model(dtype), dtype, jvm())) {
            run.advance(2);
            Parity parity = Parity.between(run, new FakeCard(jvm()));

            assertThat(parity.passed()).isTrue();
            assertThat(parity.difference()).isZero();
            assertThat(parity.step()).isEqualTo(2);
            assertThat(parity.base().backend()).isEqualTo("jvm");
            assertThat(parity.other().backend()).isEqualTo("card");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsComparedStaysWhereItIs(DType dtype) {
        FakeCard card = new FakeCard(jvm());
        try (TrainingRun straight = run(normalised(dtype), dtype, jvm());
                TrainingRun run = run(normalised(dtype), dtype, jvm())) {
            straight.advance(9);
            for (int i = 0; i < 9; i++) {
                Parity.between(run, card);
                run.advance(1);
            }
            assertThat(run.state()).isEqualTo(straight.state());
            assertThat(run.curves()).usingRecursiveComparison().isEqualTo(straight.curves());
        }
        assertThat(card.open()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void twoWaysOfAddingUpAgree(DType dtype) {
        try (TrainingRun plain = run(Xor.model(dtype), dtype, jvm());
                TrainingRun rounding = run(normalised(dtype), dtype, jvm())) {
            for (int i = 0; i < 5; i++) {
                assertThat(Parity.between(plain, reference())).matches(Parity::passed);
                assertThat(Parity.between(rounding, reference())).matches(Parity::passed);
                plain.advance(1);
                rounding.advance(1);
            }
        }
    }

    @ParameterizedTest(name = "{0} wrong by {1}")
    @CsvSource({"F32, 1e-6, true", "F32, 1e-3, false", "F64, 1e-6, false", "F64, 1e-11, true"})
    void aGradientThatIsWrongIsFound(DType dtype, double error, boolean passes) {
        try (TrainingRun run = run(Xor.model(dtype), dtype, jvm())) {
            Parity parity = Parity.between(run, new FakeCard(jvm()).wrongBy(error));

            assertThat(parity.passed()).isEqualTo(passes);
            assertThat(parity.worst()).startsWith("∇Dense");
            assertThat(parity.difference()).isCloseTo(error, within(error / 2));
        }
    }

    @ParameterizedTest(name = "{0} µs against {1} µs")
    @CsvSource({"2, 30, true, so small a network", "4000, 9000, true, processor is faster", "30, 2, false, ''"})
    void bothTimesAreMeasuredAndExplained(long here, long there, boolean slower, String because) {
        AtomicLong clock = new AtomicLong();
        FakeCard one = new FakeCard(jvm()).everyStep(() -> clock.addAndGet(here * 1000));
        FakeCard two = new FakeCard(jvm()).everyStep(() -> clock.addAndGet(there * 1000));
        try (TrainingRun run = run(Xor.model(DType.F32), DType.F32, one);
                TrainingRun other = run.beside(two)) {
            Parity parity = Parity.of(run, other, clock::get);

            assertThat(parity.base().seconds()).isCloseTo(here * 1e-6, within(1e-12));
            assertThat(parity.other().seconds()).isCloseTo(there * 1e-6, within(1e-12));
            assertThat(parity.isSlower()).isEqualTo(slower);
            assertThat(parity.explanation()).contains(because);
        }
    }

    /** What is saved in half a second: as much again where a step takes half as long, and so on. */
    @ParameterizedTest(name = "{0} ms against {1} ms, {2} ms to copy")
    @CsvSource({
        "2, 1, 499, ''",
        "2, 1, 501, copying costs more",
        "3, 1, 999, ''",
        "3, 1, 1001, copying costs more",
        "1, 1, 0, ''",
        "1, 1, 1, copying costs more",
        "0.5, 0.4, 126, copying costs more",
        "1, 2, 501, processor is faster",
        "0.5, 2, 501, so small a network"
    })
    void copiesThatCostMoreThanIsSavedAreExplained(double here, double there, double copying, String because) {
        Parity parity = new Parity(
                0,
                0,
                "loss",
                1e-4,
                new Parity.Side("jvm", here / 1000),
                new Parity.Side("card", there / 1000),
                copying / 1000);

        assertThat(parity.explanation()).contains(because);
        assertThat(parity.explanation().isEmpty()).isEqualTo(because.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1.5, 1.5 s", "12, 12 s", "0.0345, 35 ms", "0.0000021, 2.1 µs", "0.00000021, 0.2 µs", "0, 0.0 µs"})
    void aTimeReadsWell(double seconds, String text) {
        assertThat(Parity.text(seconds)).isEqualTo(text);
    }

    private static double difference(double[] base, double[] shaken, double[] other) {
        return Difference.between(
                        Map.of("a", Tensor.vector(base)),
                        List.of(Map.of("a", Tensor.vector(shaken))),
                        Map.of("a", Tensor.vector(other)),
                        1e-4)
                .value();
    }

    private record Row(double[] base, double[] shaken, double[] other, double difference) {}

    @Test
    void aDifferenceIsRelativeToTheLengthOfTheArray() {
        double[] right = {3, 4};
        double[] tiny = {1e-20, -1e-20};
        double nan = Double.NaN;
        for (Row row : new Row[] {
            new Row(right, right, new double[] {3, 4}, 0),
            new Row(right, right, new double[] {3, 4.005}, 1e-3),
            new Row(new double[] {3e200, 4e200}, new double[] {3e200, 4e200}, new double[] {3e200, 4.005e200}, 1e-3),
            new Row(right, right, new double[] {3, nan}, INF),
            new Row(new double[] {3, nan}, new double[] {3, nan}, new double[] {3, INF}, 0),
            new Row(new double[2], new double[2], new double[2], 0),
            new Row(new double[2], new double[2], tiny, INF),
            new Row(tiny, new double[] {3e-20, 0}, new double[] {0, 2e-20}, 1e-4 * Math.sqrt(10) / 64 / Math.sqrt(5))
        }) {
            assertThat(difference(row.base, row.shaken, row.other))
                    .as("%s", (Object) row.other)
                    .isCloseTo(row.difference, within(1e-9));
        }
    }
}
