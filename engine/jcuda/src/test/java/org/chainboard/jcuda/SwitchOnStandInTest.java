package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Parity;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.engine.train.Trainer;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that goes to the card in its middle, and comes back by itself when the card is lost. */
class SwitchOnStandInTest {
    private static final String[] RANDOM = {"Dense(2 => 8)", "BatchNorm(8)", "Dropout(0.3)", "Dense(8 => 1)"};

    private final Backend processor = Backends.named(Backends.USUAL);
    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        standIn.set("name", "RTX");
    }

    @AfterEach
    void forget() {
        standIn.reset();
    }

    private static TrainingProgram program(DType dtype) {
        return Trainings.of(Optimiser.ADAM, dtype, RANDOM);
    }

    private static Snapshot reached(Trainer trainer) throws Exception {
        CompletableFuture<Snapshot> answer = new CompletableFuture<>();
        trainer.then(() -> answer.complete(trainer.latest()));
        return answer.get(60, TimeUnit.SECONDS);
    }

    private static Map<String, Tensor> parameters(Trainer trainer) throws Exception {
        CompletableFuture<Map<String, Tensor>> answer = new CompletableFuture<>();
        trainer.with(run -> answer.complete(run.parameters()));
        return answer.get(60, TimeUnit.SECONDS);
    }

    private static void assertClose(Map<String, Tensor> found, Map<String, Tensor> expected, double tolerance) {
        expected.forEach((name, tensor) -> assertThat(found.get(name).toDoubles())
                .as(name)
                .containsExactly(tensor.toDoubles(), within(tolerance)));
    }

    private Map<String, Tensor> straight(DType dtype, long steps) {
        try (TrainingRun run = new TrainingRun(program(dtype), processor)) {
            run.advance(steps);
            return run.parameters();
        }
    }

    @ParameterizedTest
    @CsvSource({"F32", "F64"})
    void aStepAgreesWithTheProcessor(DType dtype) {
        try (TrainingRun run = new TrainingRun(program(dtype), processor)) {
            for (int i = 0; i < 4; i++) {
                assertThat(Parity.between(run, new JCudaBackend())).matches(Parity::passed, "passes");
                run.advance(1);
            }
        }
    }

    @Test
    void aRunGoesThereAndBack() throws Exception {
        try (Trainer trainer = new Trainer()) {
            trainer.use(earlier -> new TrainingRun(program(DType.F64), processor), false);
            trainer.step(3);
            trainer.move(Backends.CUDA);
            trainer.step(4);
            String there = reached(trainer).place().backend();
            trainer.move(Backends.USUAL);
            trainer.step(3);

            assertThat(there).isEqualTo(Backends.CUDA);
            assertThat(reached(trainer).place().notice().sentence()).isEmpty();
            assertThat(reached(trainer).step()).isEqualTo(10);
            assertClose(parameters(trainer), straight(DType.F64, 10), 1e-7);
        }
    }

    @ParameterizedTest(name = "after {0} launches")
    @CsvSource({"0", "40", "200"})
    void aCardThatIsLostLosesNothing(int launches) throws Exception {
        try (Trainer trainer = new Trainer()) {
            trainer.use(earlier -> new TrainingRun(program(DType.F64), processor), false);
            trainer.step(3);
            trainer.move(new JCudaBackend(false, true));
            trainer.then(() -> standIn.set("loseAfterLaunches", launches));
            trainer.step(40);
            Snapshot after = reached(trainer);

            assertThat(after.phase()).isEqualTo(Snapshot.Phase.PAUSED);
            assertThat(after.step()).isEqualTo(43);
            assertThat(after.place().backend()).isEqualTo(Backends.USUAL);
            assertThat(after.place().notice().sentence()).contains("RTX has stopped answering", "nothing is lost");
            assertClose(parameters(trainer), straight(DType.F64, 43), 1e-7);
        }
    }
}
