package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trainer that is told to compute elsewhere, and what becomes of it when a card fails. */
class TrainerMoveTest extends TrainerOnCard {
    @Test
    void aRunGoesOnOnACardAndComesBack() {
        begin();
        trainer.step(4);
        trainer.move(card);
        trainer.step(5);
        Snapshot there = reached();
        trainer.move("jvm");
        trainer.step(3);
        Snapshot back = reached();

        assertThat(there.place().backend()).isEqualTo("card");
        assertThat(there.place().onCard()).isTrue();
        assertThat(there.place().parity()).get().matches(Parity::passed);
        assertThat(back.place().backend()).isEqualTo("jvm");
        assertThat(back.place().notice().number()).isZero();
        assertThat(card.open()).isZero();
        assertAsIfAlwaysOnTheProcessor(12);
    }

    @Test
    void whatIsRunningKeepsRunning() {
        begin();
        trainer.start();
        trainer.move(card);

        assertThat(reached().phase()).isEqualTo(Snapshot.Phase.RUNNING);
        assertThat(reached().place().backend()).isEqualTo("card");
    }

    @Test
    void aCardThatGivesOtherNumbersIsRefused() {
        card.wrongBy(0.01);
        begin();
        trainer.step(4);
        trainer.move(card);
        trainer.step(4);
        Snapshot after = reached();

        assertThat(after.place().backend()).isEqualTo("jvm");
        assertThat(after.place().parity()).get().matches(parity -> !parity.passed());
        assertThat(after.place().notice().sentence()).contains("∇Dense", "1.0e-2", "1.0e-4");
        assertThat(card.open()).isZero();
        assertAsIfAlwaysOnTheProcessor(8);
    }

    @Test
    void aCardThatCannotBeUsedLeavesTheRunWhereItIs() {
        card.refusing("It is too warm.");
        begin();
        trainer.step(4);
        trainer.move(card);
        trainer.step(4);

        assertThat(reached().place().notice().sentence()).startsWith("It is too warm. ");
        assertThat(reached().place().backend()).isEqualTo("jvm");
        assertAsIfAlwaysOnTheProcessor(8);
    }

    @Test
    void aBackendThatIsNotThereLeavesTheRunWhereItIs() {
        begin();
        trainer.move("abacus");
        trainer.step(2);

        assertThat(reached().place().notice().sentence()).contains("abacus");
        assertAsIfAlwaysOnTheProcessor(2);
    }

    @Test
    void aCardThatFailsWhileItIsComparedLeavesTheRunWhereItIs() {
        card.goneAfter(0);
        begin();
        trainer.step(4);
        trainer.move(card);
        trainer.step(4);

        assertThat(reached().place().notice().sentence()).startsWith(FakeCard.GONE);
        assertAsIfAlwaysOnTheProcessor(8);
    }

    /** Counts from the first step after the comparison. */
    private void killAfter(long steps) {
        trainer.with(run -> card.goneAfter(steps));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 5, 8, 300, 999})
    void aCardThatFailsLosesNothing(long kill) {
        begin();
        trainer.step(4);
        trainer.move(card);
        killAfter(kill);
        trainer.step(1000);
        Snapshot after = reached();

        assertThat(after.step()).isEqualTo(1004);
        assertThat(after.phase()).isEqualTo(Snapshot.Phase.PAUSED);
        assertThat(after.place().backend()).isEqualTo("jvm");
        assertThat(after.place().notice().sentence()).contains(FakeCard.GONE, "step 4");
        assertAsIfAlwaysOnTheProcessor(1004);
    }

    @Test
    void stepsAreShownInOrderWhileARunComesHome() {
        begin();
        trainer.move(card);
        killAfter(5000);
        trainer.start();
        long shown = 0;
        while (shown < 8000) {
            Snapshot now = trainer.latest();
            if (now != null) {
                assertThat(now.step()).isGreaterThanOrEqualTo(shown);
                shown = now.step();
            }
            Thread.onSpinWait();
        }
        trainer.pause();

        assertThat(reached().place().backend()).isEqualTo("jvm");
        assertAsIfAlwaysOnTheProcessor(reached().step());
    }

    @Test
    void aCardThatIsLostInAPauseIsNoticedAndWhatWasAskedForIsDone() {
        begin();
        trainer.move(card);
        trainer.step(7);
        trainer.then(card::goneNow);
        trainer.step(2);

        assertThat(reached().place().backend()).isEqualTo("jvm");
        assertAsIfAlwaysOnTheProcessor(9);
    }

    @Test
    void aCardThatFailsAtALookIsNoticedAndWhatWasAskedForIsDone() {
        begin();
        trainer.move(card);
        trainer.step(7);
        trainer.then(card::goneAtLook);
        trainer.step(2);

        assertThat(reached().place().backend()).isEqualTo("jvm");
        assertAsIfAlwaysOnTheProcessor(9);
    }

    @Test
    void aStepSizeThatWasChangedOnTheCardIsNotLostWithIt() {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.with(run -> run.write(program.hypers().get("eta"), Tensor.scalar(0.25)));
        trainer.with(run -> card.goneAfter(2));
        trainer.step(5);

        assertStepSizeWasChangedAtStepThree();
    }

    @Test
    void aStepSizeAtWhichTheCardFailsIsNotLostWithIt() {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.with(run -> {
            card.goneAtWrite();
            run.write(program.hypers().get("eta"), Tensor.scalar(0.25));
        });
        trainer.step(5);

        assertThat(reached().place().backend()).isEqualTo("jvm");
        assertStepSizeWasChangedAtStepThree();
    }

    private void assertStepSizeWasChangedAtStepThree() {
        ask(run -> {
            TrainingProgram own = program();
            try (TrainingRun straight = new TrainingRun(own, jvm())) {
                straight.advance(3);
                straight.write(own.hypers().get("eta"), Tensor.scalar(0.25));
                straight.advance(5);
                assertSame(run, straight);
            }
            return true;
        });
    }

    @Test
    void whatIsNotFiniteOnTheCardOnlyIsTakenAgainOnTheProcessor() {
        begin();
        trainer.move(card);
        trainer.with(run -> card.notFiniteAt(card.steps() + 5));
        trainer.step(9);
        Snapshot after = reached();

        assertThat(after.phase()).isEqualTo(Snapshot.Phase.PAUSED);
        assertThat(after.place().backend()).isEqualTo("jvm");
        assertThat(after.place().notice().sentence()).startsWith("Step 5 ").contains("definitions");
        assertAsIfAlwaysOnTheProcessor(9);
    }

    @Test
    void whatIsNotFiniteAnywhereStopsTrainingAndIsNamed() {
        TrainingProgram wild = Xor.program(UpdateRule.of("Descent(1)"), Map.of(), DType.F64);
        trainer.use(earlier -> new TrainingRun(wild, jvm()), false);
        trainer.move(card);
        trainer.step(2);
        trainer.with(run -> run.write(wild.hypers().get("eta"), Tensor.scalar(Double.POSITIVE_INFINITY)));
        trainer.step(5);
        Snapshot after = reached();

        assertThat(after.phase()).isEqualTo(Snapshot.Phase.FAILED);
        assertThat(after.place().backend()).isEqualTo("card");
        assertThat(after.culprit()).isNotEmpty();
    }

    @Test
    void nobodyIsKeptOnACardThatGoesWrong() {
        begin();
        trainer.move(card);
        trainer.with(run -> card.wrongBy(0.01));
        trainer.move("jvm");
        Snapshot after = reached();

        assertThat(after.place().backend()).isEqualTo("jvm");
        assertThat(after.place().notice().sentence()).contains("inexact");
    }

    @Test
    void anotherProgramStaysOnTheCardWhereItAgrees() {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.use(earlier -> TrainingRun.after(earlier, program(), card), true);
        trainer.step(2);

        assertThat(reached().place().backend()).isEqualTo("card");
        assertThat(reached().place().parity()).get().matches(Parity::passed);
        assertThat(reached().loss().steps()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void anotherProgramThatTheCardGetsWrongIsTrainedOnTheProcessor() {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.with(run -> card.wrongBy(0.01));
        trainer.use(earlier -> TrainingRun.after(earlier, program(), card), true);
        trainer.step(2);

        assertThat(reached().place().backend()).isEqualTo("jvm");
        assertThat(reached().place().notice().sentence()).contains("differs");
        assertThat(reached().loss().steps()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void whatIsFrozenOnTheCardComesHomeFrozen() {
        begin();
        trainer.move(card);
        trainer.freeze(List.of(program.parameters().get(0)));
        trainer.step(3);
        trainer.with(run -> card.goneAfter(0));
        trainer.step(1);
        List<?> frozen = ask(run -> List.copyOf(run.frozen()));

        assertThat(frozen).isEqualTo(List.of(program.parameters().get(0)));
        assertThat(reached().step()).isEqualTo(4);
        assertThat(reached().place().backend()).isEqualTo("jvm");
    }

    @Test
    void movingWhereItIsAlreadyDoesNothing() {
        begin();
        trainer.move("jvm");
        trainer.step(1);

        assertThat(reached().place().parity()).isEmpty();
        assertThat(reached().place().notice().number()).isZero();
    }
}
