package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledRunTest {
    private static TrainingRun start(TrainingProgram program) {
        return new TrainingRun(program, Backends.named(Backends.REFERENCE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exp(0.1, 0.9)", "Step(0.1, 0.5, 4)", "PerEpoch(Exp(0.1, 0.5))", "Constant(0.2)"})
    void everyStepIsTakenWithItsOwnNumber(String text) {
        Schedule schedule = Schedule.of(text);
        TrainingProgram scheduled = Xor.program(Optimiser.MOMENTUM, Map.of(Optimiser.ETA, schedule), DType.F64);
        TrainingProgram byHand = Xor.program(Optimiser.MOMENTUM, Map.of(), DType.F64);
        try (TrainingRun run = start(scheduled);
                TrainingRun expected = start(byHand)) {
            run.advance(11);
            for (int step = 1; step <= 11; step++) {
                double eta = schedule.at(step, byHand.stepsPerEpoch());
                expected.write(byHand.hypers().get(Optimiser.ETA), Tensor.scalar(eta));
                expected.advance(1);
            }
            assertThat(run.state()).isEqualTo(expected.state());
        }
    }

    @Test
    void anyNumberCanFollowASchedule() {
        TrainingProgram program =
                Xor.program(Optimiser.MOMENTUM, Map.of("rho", Schedule.of("Warmup(0.5, 0.9, 10)")), DType.F64);
        try (TrainingRun run = start(program)) {
            run.advance(6);
            assertThat(run.read(program.hypers().get("rho")).item()).isEqualTo(0.5 + 0.4 * 0.5);
        }
    }

    @Test
    void aNumberThatTheOptimiserLacksIsTold() {
        assertThatThrownBy(() -> Xor.program(Optimiser.ADADELTA, Map.of("eta", Schedule.of("1")), DType.F64))
                .hasMessageContaining("AdaDelta has no number “eta”");
    }
}
