package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.optim.LinkKind;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.OptimiserChain;
import org.chainboard.engine.optim.OptimiserChain.Link;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever a run is stopped, with whatever optimiser: taken up again it gives the bits of one that was not stopped. */
class ResumeTest {
    /** Two epochs of three steps, the last of them smaller, and one more. */
    private static final int STEPS = 7;

    private record Row(UpdateRule optimiser, Map<String, Schedule> schedules, DType dtype, String backend) {
        TrainingProgram program() {
            return Xor.program(optimiser, schedules, dtype);
        }

        Backend named() {
            return Backends.named(backend);
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String backend : Backends.available().stream().map(Backend::name).toList()) {
            for (DType dtype : DType.values()) {
                LinkKind.all().forEach(kind -> rows.add(new Row(rule(kind), Map.of(), dtype, backend)));
                schedules()
                        .forEach(text ->
                                rows.add(new Row(Optimiser.ADAM, Map.of("eta", Schedule.of(text)), dtype, backend)));
            }
        }
        return rows;
    }

    private static UpdateRule rule(LinkKind kind) {
        return kind instanceof Optimiser row
                ? row
                : OptimiserChain.of(Link.of(kind, 0.1), Link.of(Optimiser.MOMENTUM), Link.of(Optimiser.ADAM, 0.1));
    }

    private static Stream<String> schedules() {
        return Stream.of("Exp(0.1, 0.9)", "PerEpoch(Step(0.1, 0.5, 1))", "t -> 0.1*0.9^t");
    }

    private static TrainingState whole(Row row) {
        try (TrainingRun run = new TrainingRun(row.program(), row.named())) {
            run.advance(STEPS);
            assertThat(run.failed()).isFalse();
            return run.state();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRunTakenUpAnywhereEndsAsIfItHadNotStopped(Row row) {
        TrainingState expected = whole(row);
        try (TrainingRun first = new TrainingRun(row.program(), row.named())) {
            for (int stop = 0; stop <= STEPS; stop++) {
                // another program and another model: nothing is known of the first run but its state
                try (TrainingRun second = new TrainingRun(row.program(), row.named(), first.state())) {
                    second.advance(STEPS - stop);
                    assertThat(second.state()).as("stopped after %d", stop).isEqualTo(expected);
                }
                first.advance(1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theSameSeedGivesTheSameBits(Row row) {
        assertThat(whole(row)).isEqualTo(whole(row));
    }

    @Test
    void aChangedNumberOfTheOptimiserIsPartOfTheState() {
        Row row = new Row(Optimiser.ADAM, Map.of(), DType.F64, Backends.REFERENCE);
        TrainingProgram program = row.program();
        try (TrainingRun run = new TrainingRun(program, row.named())) {
            run.write(program.hypers().get("eta"), Tensor.scalar(0.25));
            TrainingProgram other = row.program();
            try (TrainingRun next = new TrainingRun(other, row.named(), run.state())) {
                assertThat(next.read(other.hypers().get("eta")).item()).isEqualTo(0.25);
            }
        }
    }

    @Test
    void theStateOfAnotherTrainingIsRefused() {
        Row adam = new Row(Optimiser.ADAM, Map.of(), DType.F64, Backends.REFERENCE);
        Row single = new Row(Optimiser.ADAM, Map.of(), DType.F32, Backends.REFERENCE);
        Row lion = new Row(Optimiser.LION, Map.of(), DType.F64, Backends.REFERENCE);
        TrainingState state = whole(lion);
        assertThatThrownBy(() -> new TrainingRun(adam.program(), adam.named(), state))
                .hasMessageContaining("another training");
        assertThat(single.program().fits(whole(adam))).isFalse();
        assertThat(adam.program().fits(whole(adam))).isTrue();
    }

    @Test
    void aFrozenParameterIsPartOfTheState() {
        Row row = new Row(Optimiser.ADAM, Map.of(), DType.F64, Backends.REFERENCE);
        TrainingProgram program = row.program();
        Parameter frozen = program.parameters().get(0);
        try (TrainingRun run = new TrainingRun(program, row.named())) {
            run.advance(2);
            try (TrainingRun next = run.freeze(List.of(frozen))) {
                next.advance(2);
                assertThat(row.program().fits(next.state())).isTrue();
            }
        }
    }

    @Test
    void theProgramOfARunThatFailedCanBeTakenUp() {
        TrainingProgram program = Xor.program(UpdateRule.of("Descent(1)"), Map.of(), DType.F64);
        try (TrainingRun run = new TrainingRun(program, Backends.named(Backends.REFERENCE))) {
            run.judge();
            run.advance(1);
            run.write(program.hypers().get("eta"), Tensor.scalar(Double.POSITIVE_INFINITY));
            run.advance(5);
            assertThat(run.failed()).isTrue();
            run.write(program.hypers().get("eta"), Tensor.scalar(0.1));
            run.keep();
            try (TrainingRun next = new TrainingRun(program, Backends.named(Backends.REFERENCE), run.step())) {
                next.advance(5);
                assertThat(next.failed()).isFalse();
                assertThat(next.step()).isEqualTo(run.step() + 5);
            }
        }
    }
}
