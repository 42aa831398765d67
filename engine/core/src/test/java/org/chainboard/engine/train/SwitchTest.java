package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.BatchNorm;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Dropout;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on on another backend gives the bits of one that did not move, where the other computes the same bits. */
class SwitchTest {
    /** Two epochs of three steps, the last of them smaller, and two more. */
    private static final int STEPS = 8;

    private record Row(
            String name, UpdateRule optimiser, Map<String, Schedule> schedules, boolean random, DType dtype) {
        TrainingProgram program() {
            return Xor.program(random ? drawing(dtype) : Xor.model(dtype), optimiser, schedules, dtype);
        }

        @Override
        public String toString() {
            return name + " " + dtype;
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (DType dtype : DType.values()) {
            for (Optimiser optimiser : Optimiser.values()) {
                rows.add(new Row(optimiser.text(), optimiser, Map.of(), false, dtype));
            }
            rows.add(new Row("a schedule", Optimiser.ADAM, Map.of("eta", Schedule.of("Exp(0.1, 0.9)")), false, dtype));
            rows.add(new Row("dropout and normalisation", Optimiser.ADAM, Map.of(), true, dtype));
        }
        return rows;
    }

    /** Draws random numbers, and remembers what no gradient trains. */
    private static Chain drawing(DType dtype) {
        Rng rng = new Rng(2, 0);
        return Chain.of(
                Dense.create("Dense₁", 2, 4, Activation.TANH, true, Init.GLOROT_UNIFORM, dtype, rng),
                new Dropout(0.3),
                BatchNorm.create("norm", 4, Activation.TANH, true, 1e-5, 0.1, dtype),
                Dense.create("Dense₂", 4, 1, Activation.SIGMOID, true, Init.GLOROT_UNIFORM, dtype, rng));
    }

    private static Backend processor() {
        return Backends.named(Backends.JVM);
    }

    private static FakeCard card() {
        return new FakeCard(processor());
    }

    private record End(TrainingState state, TrainingRun.Curves curves) {
        static End of(TrainingRun run) {
            return new End(run.state(), run.curves());
        }
    }

    private static End straight(TrainingProgram program) {
        try (TrainingRun run = new TrainingRun(program, processor())) {
            run.advance(STEPS);
            return End.of(run);
        }
    }

    private static void assertSame(End actual, End expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void thereAndBackAgainChangesNoBit(Row row) {
        End expected = straight(row.program());
        for (int there = 0; there <= STEPS; there++) {
            FakeCard card = card();
            TrainingRun run = new TrainingRun(row.program(), processor());
            run.advance(there);
            run = run.on(card);
            int onCard = Math.min(3, STEPS - there);
            run.advance(onCard);
            run = run.on(processor());
            run.advance(STEPS - there - onCard);
            assertSame(End.of(run), expected);
            run.close();
            assertThat(card.open()).isZero();
        }
    }

    @Test
    void movingAtEveryStepChangesNoBit() {
        Row row = new Row("", Optimiser.ADAM, Map.of(), true, DType.F32);
        TrainingRun run = new TrainingRun(row.program(), processor());
        for (int step = 0; step < STEPS; step++) {
            run = run.on(step % 2 == 0 ? card() : processor());
            run.advance(1);
        }
        assertSame(End.of(run), straight(row.program()));
        run.close();
    }

    @Test
    void aBackendThatCannotBeUsedLeavesTheRunAsItIs() {
        Row row = new Row("", Optimiser.ADAM, Map.of(), true, DType.F64);
        try (TrainingRun run = new TrainingRun(row.program(), processor())) {
            run.advance(3);
            assertThatThrownBy(() -> run.on(card().refusing("It is too warm.")))
                    .isInstanceOf(BackendException.class)
                    .hasMessage("It is too warm.");
            run.advance(STEPS - 3);
            assertSame(End.of(run), straight(row.program()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFrozenAndTheStepSizeGoAlong(DType dtype) {
        TrainingProgram program = Xor.program(Optimiser.ADAM, Map.of(), dtype);
        Parameter frozen = program.parameters().get(0);
        TrainingRun run = new TrainingRun(program, processor());
        run.write(program.hypers().get("eta"), Tensor.scalar(0.25).cast(dtype));
        run.advance(2);
        run = run.freeze(List.of(frozen));
        Tensor before = run.read(frozen);
        run = run.on(card());
        run.advance(3);

        assertThat(run.frozen()).containsExactly(frozen);
        assertThat(run.read(frozen)).isEqualTo(before);
        assertThat(run.read(program.hypers().get("eta")).item()).isEqualTo(0.25);
        run.close();
    }
}
