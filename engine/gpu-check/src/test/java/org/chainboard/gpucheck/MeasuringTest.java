package org.chainboard.gpucheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the parts do, with the processor in the place of the card. */
class MeasuringTest {
    private static final Stopwatch.Method SHORT = new Stopwatch.Method(1, 0, 3, 1);

    @Test
    void asManyStepsAreMeasuredAsWereAskedFor() {
        try (Stopwatch watch = new Stopwatch(Workload.W6, Way.processor(), SHORT)) {
            assertThat(watch.measure(Workload.W6, "here").steps()).isEqualTo(3);
        }
    }

    @Test
    void whatComputesTheSameHasTheSameFirstLosses() {
        FirstLosses right = FirstLosses.of(Workload.W1);

        assertThat(right.wrong("again", FirstLosses.of(Workload.W1).losses())).isEmpty();
    }

    @Test
    void otherLossesAreToldWithTheNetworkAndTheWay() {
        FirstLosses right = FirstLosses.of(Workload.W1);
        double[] others = right.losses().clone();
        others[4] *= 1.001;

        assertThat(right.wrong("elsewhere", others))
                .get()
                .asString()
                .startsWith("W1, elsewhere: the first losses are [");
    }

    @ParameterizedTest
    @MethodSource
    void everyLessonHasASmallerLastBatch(Lesson lesson) {
        assertThat(lesson.program(DType.F32).stepsPerEpoch()).isEqualTo(101 / lesson.batch() + 1);
    }

    static Iterable<Lesson> everyLessonHasASmallerLastBatch() {
        return Lesson.all();
    }

    @Test
    void oneTrainingIsAsFarFromTheDefinitionsAsRounding() {
        Lesson lesson = Lesson.layers();
        Story wanted = Story.of(lesson.program(DType.F64), Backends.named(Backends.REFERENCE), 7);

        assertThat(Story.of(lesson.program(DType.F64), Way.processor(), 7)
                        .from(wanted)
                        .off())
                .isBetween(1e-18, 1e-12);
    }

    @Test
    void anotherTrainingIsFarAway() {
        Story descent = Story.of(Lesson.optimisers().get(0).program(DType.F64), Way.processor(), 7);
        Story momentum = Story.of(Lesson.optimisers().get(1).program(DType.F64), Way.processor(), 7);

        assertThat(descent.from(momentum).off()).isGreaterThan(1e-3);
    }

    @Test
    void aNetworkIsDescribedToPyTorch() {
        assertThat(TorchPart.described(Workload.W2))
                .isEqualTo("{\"network\": \"W2\", \"sizes\": [4, 16, 3], \"activations\": [\"relu\", \"identity\"], "
                        + "\"loss\": \"logitcrossentropy\", \"optimiser\": \"Adam\", \"batch\": 150}");
    }
}
