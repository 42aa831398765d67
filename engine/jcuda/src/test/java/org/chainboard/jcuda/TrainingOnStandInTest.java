package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.reference.ReferenceBackend;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.OptimiserChain;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole trainings by the kernels that are shipped. */
class TrainingOnStandInTest {
    private static final Backend REFERENCE = new ReferenceBackend();
    private static final String[] MODEL = {"Dense(2 => 8, tanh)", "Dense(8 => 1, tanh)"};

    private final Backend recorded = new JCudaBackend(false, true);
    private final Backend eager = new JCudaBackend(false, false);
    private final Backend cublas = new JCudaBackend(true, true);

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        System.setProperty(CublasFiles.SETTING, standIn.folder().toString());
    }

    @AfterEach
    void nothingWentWrong() {
        System.clearProperty(CublasFiles.SETTING);
        assertThat(standIn.log()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Optimiser.class)
    void everyOptimiserTrainsAlikeRecordedAndNot(Optimiser optimiser) {
        double[] story = Trainings.story(program(optimiser, DType.F32), recorded, 50);

        assertThat(story).isEqualTo(Trainings.story(program(optimiser, DType.F32), eager, 50));
        assertThat(story).containsExactly(Trainings.story(program(optimiser, DType.F32), REFERENCE, 50), within(1e-3));
    }

    private static TrainingProgram program(Optimiser optimiser, DType dtype) {
        UpdateRule rule = OptimiserChain.of("OptimiserChain(WeightDecay(), " + optimiser.text() + ")");
        return Trainings.of(rule, dtype, MODEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dense(8 => 8, relu)",
                "Dropout(0.3)",
                "BatchNorm(8)",
                "LayerNorm(8)",
                "Maxout(Dense(8 => 8), Dense(8 => 8))",
            })
    void everyKindOfLayerFollowsTheReference(String layer) {
        String[] layers = {"Dense(2 => 8, tanh)", layer, "Dense(8 => 1)"};

        assertThat(Trainings.story(Trainings.of(Optimiser.ADAM, DType.F64, layers), recorded, 20))
                .containsExactly(
                        Trainings.story(Trainings.of(Optimiser.ADAM, DType.F64, layers), REFERENCE, 20), within(1e-9));
    }

    @Test
    void theOrderInWhichBlocksRunChangesNothing() {
        double[] story = Trainings.story(program(Optimiser.ADAM, DType.F32), recorded, 10);

        standIn.set("order", "random:5");

        assertThat(Trainings.story(program(Optimiser.ADAM, DType.F32), recorded, 10))
                .isEqualTo(story);
    }

    @ParameterizedTest
    @CsvSource({"F32, 1e-4", "F64, 1e-10"})
    void cublasFollowsTheReference(DType dtype, double tolerance) {
        assertThat(Trainings.story(program(Optimiser.ADAM, dtype), cublas, 20))
                .containsExactly(Trainings.story(program(Optimiser.ADAM, dtype), REFERENCE, 20), within(tolerance));
    }

    @Test
    void howTheStepsAreAskedForChangesNothing() {
        try (TrainingRun whole = new TrainingRun(program(Optimiser.ADAM, DType.F32), recorded);
                TrainingRun bits = new TrainingRun(program(Optimiser.ADAM, DType.F32), recorded)) {
            whole.advance(13);
            for (int step = 0; step < 13; step++) {
                bits.advance(1);
            }
            assertThat(bits.parameters()).isEqualTo(whole.parameters());
        }
    }

    @Test
    void aRunThatIsTakenUpGoesOnBitForBit() {
        try (TrainingRun whole = new TrainingRun(program(Optimiser.ADAM, DType.F32), recorded);
                TrainingRun first = new TrainingRun(program(Optimiser.ADAM, DType.F32), recorded)) {
            whole.advance(9);
            first.advance(5);
            try (TrainingRun second = new TrainingRun(program(Optimiser.ADAM, DType.F32), recorded, first.state())) {
                second.advance(4);
                assertThat(second.state()).isEqualTo(whole.state());
            }
        }
    }

    @Test
    void anUpdateThatIsNotFiniteIsNotTaken() {
        TrainingProgram program = program(Optimiser.DESCENT, DType.F32);
        try (TrainingRun run = new TrainingRun(program, recorded)) {
            run.advance(2);
            run.write(
                    program.parameters().iterator().next(),
                    Tensor.full(program.parameters().iterator().next().shape(), DType.F32, Double.NaN));
            run.advance(3);

            assertThat(run.failed()).isTrue();
            assertThat(run.step()).isEqualTo(2);
        }
    }
}
