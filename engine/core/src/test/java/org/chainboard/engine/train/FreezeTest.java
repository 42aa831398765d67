package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Freezing and thawing in the middle of a run. */
class FreezeTest {
    private static TrainingRun start(TrainingProgram program) {
        return new TrainingRun(program, Backends.named(Backends.REFERENCE));
    }

    private static List<Tensor> memory(TrainingRun run, TrainingProgram program, Parameter parameter) {
        return program.memory(parameter).stream().map(run::read).toList();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("1.27 what is frozen stays, with its memory, and its gradient can still be read")
    void whatIsFrozenStaysWithItsMemoryAndItsGradientIsRead(Optimiser optimiser) {
        TrainingProgram program = Xor.program(optimiser, Map.of(), DType.F64);
        Parameter weight = program.parameters().get(0);
        Parameter bias = program.parameters().get(1);
        TrainingRun free = start(program);
        free.advance(4);
        Tensor value = free.read(weight);
        List<Tensor> remembered = memory(free, program, weight);
        Tensor others = free.read(bias);
        try (TrainingRun frozen = free.freeze(List.of(weight))) {
            frozen.advance(5);
            assertThat(frozen.step()).isEqualTo(9);
            assertThat(frozen.read(weight)).isEqualTo(value);
            assertThat(memory(frozen, program, weight)).isEqualTo(remembered);
            assertThat(frozen.read(bias)).isNotEqualTo(others);
            assertThat(frozen.gradient(weight)).isNotEqualTo(Tensor.zeros(weight.shape(), DType.F64));
            assertThat(frozen.curves().norms().get(0).newest()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("1.27 what is thawed goes on from where it was")
    void whatIsThawedGoesOnFromWhereItWas(Optimiser optimiser) {
        TrainingProgram program = Xor.program(optimiser, Map.of(), DType.F64);
        Parameter weight = program.parameters().get(0);
        TrainingRun run = start(program);
        run.advance(4);
        run = run.freeze(List.of(weight));
        run.advance(3);
        Tensor before = run.read(weight);
        List<Tensor> remembered = memory(run, program, weight);
        try (TrainingRun thawed = run.thaw(List.of(weight))) {
            assertThat(thawed.frozen()).isEmpty();
            assertThat(memory(thawed, program, weight)).isEqualTo(remembered);
            thawed.advance(1);
            assertThat(thawed.read(weight)).isNotEqualTo(before);
            assertThat(thawed.read(weight)).isEqualTo(alone(optimiser, thawed, program, before, remembered));
        }
    }

    /** What the rule alone makes of the same gradient, number and memory. */
    private static Tensor alone(
            Optimiser optimiser, TrainingRun run, TrainingProgram program, Tensor value, List<Tensor> remembered) {
        Parameter parameter = new Parameter("alone", value);
        return Alone.step(
                optimiser, parameter, run.gradient(program.parameters().get(0)), remembered);
    }

    @Test
    void freezingAndThawingNothingChangesNoBit() {
        TrainingProgram program = Xor.program(Optimiser.ADAM, Map.of(), DType.F32);
        TrainingState expected;
        try (TrainingRun straight = start(program)) {
            straight.advance(8);
            expected = straight.state();
        }
        TrainingRun run = start(program);
        run.advance(4);
        try (TrainingRun next = run.freeze(List.of()).thaw(List.of())) {
            next.advance(4);
            assertThat(next.state()).isEqualTo(expected);
        }
    }

    @Test
    void nothingIsComputedForWhatIsFrozen() {
        TrainingProgram program = Xor.program(Optimiser.ADAM, Map.of(), DType.F32);
        Parameter weight = program.parameters().get(0);
        TrainingProgram frozen = program.withFrozen(Set.of(weight));
        List<State> memory = program.memory(weight);
        assertThat(program.plans().get(0).graph().variables()).containsAll(memory);
        assertThat(frozen.plans().get(0).graph().variables()).doesNotContainAnyElementsOf(memory);
    }

    @Test
    void onlyParametersOfTheModelCanBeFrozen() {
        TrainingProgram program = Xor.program(Optimiser.ADAM, Map.of(), DType.F32);
        Parameter stranger = new Parameter("stranger", Tensor.scalar(1));
        try (TrainingRun run = start(program)) {
            assertThatThrownBy(() -> run.freeze(List.of(stranger))).hasMessageContaining("stranger");
        }
    }
}
