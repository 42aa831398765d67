package org.chainboard.tools.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.tools.training.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {
    /** How far each sample comes in a student's first twenty seconds of watching. */
    static Stream<Arguments> goals() {
        return Stream.of(
                Arguments.of(Sample.TWO_SPIRALS, 0.97, 0.1),
                Arguments.of(Sample.XOR, 0.95, 0.2),
                // the noise of the line has variance 0.25, and no model can do better
                Arguments.of(Sample.NOISY_LINE, Double.NaN, 0.35),
                Arguments.of(Sample.BENT_LINE, Double.NaN, 0.35));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goals")
    void isLearnedWhileOneWatches(Sample sample, double accuracy, double loss) throws Exception {
        Task task = Task.of(sample.project());
        try (TrainingRun run = new TrainingRun(task.program(), Backends.named(Backends.REFERENCE))) {
            run.advance(1200);

            TrainingRun.Judgement judgement = run.judge();
            assertThat(judgement.loss()).isLessThan(loss);
            assertThat(judgement.accuracy())
                    .satisfiesAnyOf(
                            got -> assertThat(got).isNaN(),
                            got -> assertThat(got).isGreaterThanOrEqualTo(accuracy));
        }
    }

    @Test
    void isFoundByItsId() {
        assertThat(Sample.parse("noisy-line")).isEqualTo(Optional.of(Sample.NOISY_LINE));
    }
}
