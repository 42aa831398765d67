package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training that has stopped by itself on a card loses nothing when the card is lost afterwards. */
class StoppedOnCardTest extends TrainerOnCard {
    private static final double TOO_FAR = Double.POSITIVE_INFINITY;

    private TrainingProgram wild;

    /** Five steps, and one that is not finite anywhere. */
    private void stop(Backend backend) {
        TrainingProgram own = Xor.program(UpdateRule.of("Descent(1)"), Map.of(), DType.F64);
        wild = own;
        trainer.use(earlier -> new TrainingRun(own, jvm()), false);
        trainer.move(backend);
        trainer.step(5);
        trainer.with(run -> run.write(own.hypers().get("eta"), Tensor.scalar(TOO_FAR)));
        trainer.step(1);
        assertThat(reached().phase()).isEqualTo(Snapshot.Phase.FAILED);
    }

    private void goOn() {
        TrainingProgram own = wild;
        trainer.use(
                earlier -> {
                    earlier.keep();
                    return TrainingRun.after(earlier, own, jvm());
                },
                true);
        trainer.with(run -> run.write(own.hypers().get("eta"), Tensor.scalar(1)));
        trainer.step(3);
    }

    private record End(Snapshot.Phase phase, TrainingState state, List<Double> steps) {}

    private End end() {
        Snapshot last = reached();
        TrainingState state = ask(TrainingRun::state);
        return new End(
                last.phase(), state, Arrays.stream(last.loss().steps()).boxed().toList());
    }

    /** What a student may do next. */
    private record Row(String name, Consumer<Trainer> next) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row("nothing", trainer -> {}),
                new Row("switch to the processor", trainer -> trainer.move("jvm")),
                new Row("look", trainer -> trainer.watch(List.of())),
                new Row("ask", trainer -> trainer.with(TrainingRun::state)),
                new Row("thaw", trainer -> trainer.thaw(List.of())),
                new Row("step", trainer -> trainer.step(2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void itGoesOnAsOnTheProcessor(Row row) {
        stop(jvm());
        row.next.accept(trainer);
        goOn();
        End expected = end();
        stop(card);
        trainer.then(card::goneNow);
        row.next.accept(trainer);
        goOn();

        assertThat(end()).isEqualTo(expected);
        assertThat(card.open()).isZero();
    }

    @Test
    void itIsStillStoppedAndSaysWhatHappened() {
        stop(card);
        Snapshot before = reached();
        trainer.then(card::goneNow);
        trainer.move("jvm");
        Snapshot after = reached();

        assertThat(after.place().backend()).isEqualTo("jvm");
        assertThat(after.place().notice().sentence()).contains("stopped already", FakeCard.GONE);
        assertThat(List.of(after.phase(), after.step(), after.failure(), after.culprit()))
                .isEqualTo(List.of(before.phase(), before.step(), before.failure(), before.culprit()));
        assertThat(card.open()).isZero();
    }

    @Test
    void afterAFaultItGoesOnFromTheNewestCopy() {
        begin();
        trainer.move(card);
        trainer.step(4);
        trainer.with(run -> {
            throw new IllegalStateException("planted");
        });
        trainer.then(card::goneNow);
        trainer.use(earlier -> TrainingRun.after(earlier, kept(earlier), jvm()), true);
        trainer.step(2);

        assertAsIfAlwaysOnTheProcessor(6);
    }

    private TrainingProgram kept(TrainingRun earlier) {
        earlier.keep();
        return program;
    }
}
