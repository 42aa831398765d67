package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private final Trainer trainer = new Trainer();

    private static TrainingRun run() {
        return new TrainingRun(program(), Backends.named(Backends.REFERENCE));
    }

    private static TrainingProgram program() {
        Tensor x = Tensor.matrix(new double[][] {{0, 1, 2, 3}});
        Tensor y = Tensor.matrix(new double[][] {{1, 3, 5, 7}});
        Dense model = Dense.create("Dense", 1, 1, Activation.IDENTITY, true, Init.ZEROS, DType.F64, new Rng(1, 0));
        TrainingSettings settings =
                new TrainingSettings(Loss.MSE, Optimiser.DESCENT, Map.of(Optimiser.ETA, 0.05), 4, 1, DType.F64);
        TrainingData data = new TrainingData(x, y, x, y, false);
        return new TrainingProgram(Learner.of(model), data, settings, null);
    }

    /** What a question to the run gives, once the trainer has come to it. */
    private Snapshot afterAll() throws Exception {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        trainer.with(run -> {});
        trainer.with(run -> reached.complete(true));
        reached.get(20, TimeUnit.SECONDS);
        return trainer.latest();
    }

    /** The newest snapshot once all commands so far were carried out, whether there is a run or not. */
    private Snapshot afterCommands() throws Exception {
        CompletableFuture<Boolean> reached = new CompletableFuture<>();
        trainer.then(() -> reached.complete(true));
        reached.get(20, TimeUnit.SECONDS);
        return trainer.latest();
    }

    @AfterEach
    void close() {
        trainer.close();
    }

    @Test
    void waitsForACommand() throws Exception {
        trainer.use(earlier -> run(), false);
        Snapshot snapshot = afterAll();
        assertThat(snapshot.phase()).isEqualTo(Snapshot.Phase.READY);
        assertThat(snapshot.step()).isZero();
    }

    @Test
    void stepTakesThatManySteps() throws Exception {
        trainer.use(earlier -> run(), false);
        trainer.step(3);
        assertThat(afterAll().step()).isEqualTo(3);
    }

    @Test
    void startedItGoesOnUntilItIsPaused() throws Exception {
        trainer.use(earlier -> run(), false);
        trainer.start();
        CompletableFuture<Boolean> far = new CompletableFuture<>();
        while (!far.isDone()) {
            trainer.with(run -> {
                if (run.step() > 500) {
                    far.complete(true);
                }
            });
            afterAll();
        }
        trainer.pause();
        Snapshot paused = afterAll();
        assertThat(paused.phase()).isEqualTo(Snapshot.Phase.PAUSED);
        assertThat(afterAll().step()).isEqualTo(paused.step());
        assertThat(paused.loss().newest()).isLessThan(1e-3);
    }

    @Test
    void anotherRunGoesOnWhereTheEarlierOneStood() throws Exception {
        trainer.use(earlier -> run(), false);
        trainer.step(3);
        trainer.use(earlier -> TrainingRun.after(earlier, program(), Backends.named(Backends.REFERENCE)), true);
        trainer.step(2);

        assertThat(afterAll().loss().steps()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aBackendThatCannotBeUsedIsToldAndTheNextRunIsFine() throws Exception {
        trainer.use(
                earlier -> {
                    throw new BackendException("No such thing here.");
                },
                false);
        Snapshot failed = afterCommands();
        trainer.use(earlier -> run(), false);

        assertThat(failed.failure()).isEqualTo("No such thing here.");
        assertThat(afterAll().phase()).isEqualTo(Snapshot.Phase.READY);
    }

    @Test
    void aRunThatNeedsTooMuchMemoryIsToldAndTheNextRunIsFine() throws Exception {
        trainer.use(
                earlier -> {
                    throw new OutOfMemoryError("no room");
                },
                false);
        Snapshot failed = afterCommands();
        trainer.use(earlier -> run(), false);
        trainer.step(1);

        assertThat(failed.phase()).isEqualTo(Snapshot.Phase.FAILED);
        assertThat(failed.failure()).contains("memory");
        assertThat(afterAll().step()).isEqualTo(1);
    }

    @Test
    void aFaultInAnActionStopsTrainingAndNotTheTrainer() throws Exception {
        trainer.use(earlier -> run(), false);
        trainer.with(run -> {
            throw new IllegalStateException("planted");
        });
        Snapshot failed = afterCommands();
        trainer.use(earlier -> run(), false);

        assertThat(failed.failure()).contains("fault in Chainboard").doesNotContain("planted");
        assertThat(afterAll().phase()).isEqualTo(Snapshot.Phase.READY);
    }
}
