package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradients that are shown are those of the latest step that was really taken, wherever it was. */
class GradientsOnCardTest {
    private final FakeCard card = new FakeCard(jvm());
    private final Placement placement = new Placement(System::nanoTime);
    private final TrainingProgram program = program();

    private static Backend jvm() {
        return Backends.named(Backends.JVM);
    }

    private static TrainingProgram program() {
        return Xor.program(Optimiser.ADAM, Map.of(), DType.F32);
    }

    private TrainingRun after(long steps) {
        TrainingRun run = new TrainingRun(program, jvm());
        run.advance(steps);
        return run;
    }

    private static Map<String, Tensor> gradients(TrainingRun run) {
        Map<String, Tensor> all = new LinkedHashMap<>();
        for (Parameter parameter : run.program().parameters()) {
            all.put(parameter.name(), run.gradient(parameter));
        }
        return all;
    }

    /** Of a run that was never compared with another. */
    private static Map<String, Tensor> expected(long steps) {
        TrainingProgram own = program();
        try (TrainingRun run = new TrainingRun(own, jvm())) {
            run.advance(steps);
            Map<String, Tensor> all = gradients(run);
            own.parameters().forEach(parameter -> {
                if (steps == 0) {
                    all.put(parameter.name(), Tensor.zeros(parameter.shape(), parameter.dtype()));
                }
            });
            return all;
        }
    }

    @ParameterizedTest(name = "after {0} steps, a card that is wrong by {1}: then {2} computes")
    @CsvSource({"0, 0, card", "1, 0, card", "3, 0, card", "4, 0, card", "0, 0.01, jvm", "3, 0.01, jvm", "4, 0.01, jvm"})
    void aSwitchShowsNoStepThatWasNotTaken(long steps, double error, String backend) {
        card.wrongBy(error);
        try (TrainingRun run = placement.move(after(steps), () -> card)) {
            assertThat(run.backend().name()).isEqualTo(backend);
            assertThat(gradients(run)).isEqualTo(expected(steps));
        }
    }

    @ParameterizedTest(name = "after {0} steps")
    @ValueSource(longs = {0, 2, 3, 4})
    void theWayBackShowsNoneEither(long steps) {
        TrainingRun there = placement.move(after(steps), () -> card);
        there.advance(steps);
        try (TrainingRun back = placement.move(there, GradientsOnCardTest::jvm)) {
            assertThat(gradients(back)).isEqualTo(expected(2 * steps));
        }
    }

    @Test
    void theNextStepHasItsOwn() {
        try (TrainingRun run = placement.move(after(4), () -> card)) {
            run.advance(1);
            assertThat(gradients(run)).isEqualTo(expected(5));
        }
    }

    @Test
    void aComparisonBesideTheRunLeavesThem() {
        try (TrainingRun run = after(4)) {
            Parity.between(run, card);
            assertThat(gradients(run)).isEqualTo(expected(4));
        }
    }

    @Test
    void freezingLeavesThem() {
        TrainingRun run = placement.move(after(4), () -> card);
        run.advance(1);
        try (TrainingRun frozen = run.freeze(List.of(program.parameters().get(0)))) {
            assertThat(gradients(frozen)).isEqualTo(expected(5));
        }
    }

    @Test
    void aRunThatHasTakenNoStepShowsZeros() {
        try (TrainingRun run = new TrainingRun(program, card)) {
            assertThat(gradients(run)).isEqualTo(expected(0));
        }
    }
}
