package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.tensor.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Freezing and thawing on a card gives the numbers of the processor, whatever the card does. */
class FreezeOnCardTest extends TrainerOnCard {
    private record Row(
            String name, Consumer<FakeCard> before, Consumer<FakeCard> after, String backend, String notice) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final Consumer<FakeCard> NOTHING = card -> {};

    static List<Row> rows() {
        return List.of(
                new Row("all is well", NOTHING, NOTHING, "card", ""),
                new Row("other numbers", card -> card.wrongBy(0.01), NOTHING, "jvm", "differs"),
                new Row(
                        "no room",
                        card -> card.refusing("It is full."),
                        NOTHING,
                        "jvm",
                        "It is full. So the processor"),
                new Row("lost at it", FakeCard::goneAtBind, NOTHING, "jvm", "The card is gone. So the processor"),
                new Row("lost while compared", card -> card.goneAfter(0), NOTHING, "jvm", FakeCard.GONE),
                new Row("lost right after it", NOTHING, FakeCard::goneNow, "jvm", FakeCard.GONE));
    }

    private Parameter weight() {
        return program.parameters().get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void freezingOnACardIsFreezing(Row row) {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.then(() -> row.before.accept(card));
        trainer.freeze(List.of(weight()));
        trainer.then(() -> row.after.accept(card));
        trainer.step(2);

        assertThat(reached().place().backend()).isEqualTo(row.backend);
        assertThat(reached().place().notice().sentence()).contains(row.notice);
        assertThat(card.open()).isEqualTo(row.backend.equals("card") ? 1 : 0);
        assertFrozenAfterThree(2, 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void thawingOnACardIsThawing(Row row) {
        begin();
        trainer.move(card);
        trainer.step(3);
        trainer.freeze(List.of(weight()));
        trainer.step(2);
        trainer.then(() -> row.before.accept(card));
        trainer.thaw(List.of(weight()));
        trainer.then(() -> row.after.accept(card));
        trainer.step(4);

        assertThat(reached().place().backend()).isEqualTo(row.backend);
        assertFrozenAfterThree(2, 4);
    }

    /** The same bits as of a run that never left the processor. */
    private void assertFrozenAfterThree(int frozen, int thawed) {
        ask(run -> {
            TrainingProgram own = program();
            List<Parameter> weight = List.of(own.parameters().get(0));
            TrainingRun straight = new TrainingRun(own, jvm());
            straight.advance(3);
            straight = straight.freeze(weight);
            straight.advance(frozen);
            straight = thawed == 0 ? straight : straight.thaw(weight);
            straight.advance(thawed);
            assertSame(run, straight);
            assertThat(run.frozen()).hasSameSizeAs(straight.frozen());
            straight.close();
            return true;
        });
    }
}
