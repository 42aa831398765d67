package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.FakeCard;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.AfterEach;

/** What tests of a trainer and a card have in common. */
abstract class TrainerOnCard {
    final Trainer trainer = new Trainer();
    final TrainingProgram program = program();
    final FakeCard card = new FakeCard(jvm());

    static Backend jvm() {
        return Backends.named(Backends.JVM);
    }

    static TrainingProgram program() {
        return Xor.program(Optimiser.ADAM, Map.of(), DType.F32);
    }

    @AfterEach
    void close() {
        trainer.close();
    }

    void begin() {
        trainer.use(earlier -> new TrainingRun(program, jvm()), false);
    }

    /** The newest snapshot once all commands so far were carried out. */
    Snapshot reached() {
        return ask(run -> trainer.latest());
    }

    <T> T ask(Function<TrainingRun, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        trainer.with(run -> {});
        trainer.with(run -> answer.complete(question.apply(run)));
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static void assertSame(TrainingRun run, TrainingRun expected) {
        assertThat(run.state()).isEqualTo(expected.state());
        assertThat(run.curves().loss())
                .usingRecursiveComparison()
                .isEqualTo(expected.curves().loss());
        assertThat(run.curves().norms())
                .usingRecursiveComparison()
                .isEqualTo(expected.curves().norms());
    }

    void assertAsIfAlwaysOnTheProcessor(long steps) {
        ask(run -> {
            try (TrainingRun straight = new TrainingRun(program(), jvm())) {
                straight.advance(steps);
                assertSame(run, straight);
            }
            return true;
        });
    }
}
