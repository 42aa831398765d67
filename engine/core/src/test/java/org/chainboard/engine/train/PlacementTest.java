package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where runs are computed, by a clock that only the test moves. */
class PlacementTest {
    private final AtomicLong clock = new AtomicLong();
    private final Placement placement = new Placement(clock::get);
    private final FakeCard card = new FakeCard(jvm());
    private final TrainingProgram program = Xor.program(Optimiser.ADAM, Map.of(), DType.F32);

    private static Backend jvm() {
        return Backends.named(Backends.JVM);
    }

    private TrainingRun runOnCard() {
        return placement.move(new TrainingRun(program, jvm()), () -> card);
    }

    /** One step, and a look whether a checkpoint is due. */
    private void lookAt(long millis, TrainingRun run) {
        run.advance(1);
        clock.set(TimeUnit.MILLISECONDS.toNanos(millis));
        placement.holdIfDue(run);
    }

    @ParameterizedTest(name = "looked at after {0} and {1} ms, written {2}: the newest checkpoint is of step {3}")
    @CsvSource({
        "0, 499, false, 0",
        "0, 500, false, 2",
        "499, 500, false, 2",
        "500, 500, false, 1",
        "500, 999, false, 1",
        "500, 1000, false, 2",
        "800, 1299, false, 1",
        "800, 1300, false, 2",
        "0, 1, true, 2",
        "500, 501, true, 2"
    })
    void aCheckpointIsTakenHalfASecondAfterTheOneBeforeOrWhenSomethingWasWritten(
            long first, long second, boolean written, long newest) {
        TrainingRun run = runOnCard();
        lookAt(first, run);
        if (written) {
            run.write(program.hypers().get("eta"), Tensor.scalar(0.25));
        }
        lookAt(second, run);
        run.advance(1);
        try (TrainingRun home = placement.bringHome(run, "lost", FakeCard.GONE)) {
            assertThat(home.step()).isEqualTo(newest);
            assertThat(placement.missing(home)).isEqualTo(3 - newest);
        }
    }
}
