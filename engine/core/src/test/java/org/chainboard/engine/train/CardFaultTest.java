package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.FakeCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on a card beside its failing in the middle of a step, and what becomes of training. */
class CardFaultTest extends TrainerOnCard {
    private void letStepsRunOutOfMemory() {
        card.everyStep(() -> {
            throw new OutOfMemoryError("no room");
        });
    }

    @Test
    void aComparisonWithoutEnoughMemoryLeavesTheRunWhereItIs() {
        letStepsRunOutOfMemory();
        begin();
        trainer.step(4);
        trainer.start();
        trainer.move(card);
        Snapshot after = reached();

        assertThat(after.phase()).isEqualTo(Snapshot.Phase.RUNNING);
        assertThat(after.place().backend()).isEqualTo("jvm");
        assertThat(after.place().notice().sentence())
                .contains("more memory than there is", "training stays on the processor");
        assertThat(card.open()).isZero();
    }

    @Test
    void aChangedProgramThatIsComparedWithoutEnoughMemoryIsTrainedOnTheProcessor() {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.with(run -> letStepsRunOutOfMemory());
        trainer.use(earlier -> TrainingRun.after(earlier, program(), card), true);
        trainer.step(2);
        Snapshot after = reached();

        assertThat(after.step()).isEqualTo(5);
        assertThat(after.place().backend()).isEqualTo("jvm");
        assertThat(card.open()).isZero();
    }

    @Test
    void aFaultInAComparisonLeavesNothingOnTheCard() {
        card.everyStep(() -> {
            throw new IllegalStateException("planted");
        });
        begin();
        trainer.step(4);
        trainer.move(card);
        Snapshot after = reached();

        assertThat(after.failure()).contains("fault in Chainboard");
        assertThat(card.open()).isZero();
    }

    @Test
    void aRunThatBeginsAnewDoesNotWaitForMissingSteps() {
        FakeCard processor = new FakeCard(jvm()).asProcessor();
        trainer.use(earlier -> new TrainingRun(program, processor), false);
        trainer.move(card);
        trainer.step(200);
        AtomicLong before = new AtomicLong();
        AtomicLong after = new AtomicLong();
        CompletableFuture<Boolean> queued = new CompletableFuture<>();
        trainer.then(() -> {
            // all in the queue at once, so that no step is taken in between
            card.goneAtLook();
            trainer.watch(List.of());
            trainer.then(() -> before.set(processor.steps()));
            trainer.begin(() -> {
                after.set(processor.steps());
                return new TrainingRun(program(), processor);
            });
            queued.complete(true);
        });
        queued.orTimeout(30, TimeUnit.SECONDS).join();
        trainer.step(3);

        assertThat(reached().step()).isEqualTo(3);
        assertThat(after.get()).isEqualTo(before.get());
        assertAsIfAlwaysOnTheProcessor(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nothing but the abacus is left.", "The processor is too warm."})
    void whatCannotLeaveACardIsSaidToStayThere(String reason) {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.move(() -> {
            throw new BackendException(reason);
        });
        trainer.step(2);
        Snapshot after = reached();

        assertThat(after.step()).isEqualTo(5);
        assertThat(after.place().backend()).isEqualTo("card");
        assertThat(after.place().notice().sentence()).isEqualTo(reason + " So training stays on the GPU.");
    }
}
