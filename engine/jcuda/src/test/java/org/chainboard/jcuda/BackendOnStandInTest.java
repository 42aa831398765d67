package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the backend takes and gives back, and what it says when the card fails. */
class BackendOnStandInTest {
    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = StandIn.start();
        standIn.set("name", "RTX");
        System.setProperty(CublasFiles.SETTING, standIn.folder().toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(CublasFiles.SETTING);
        standIn.reset();
    }

    private static TrainingProgram program() {
        return Trainings.of(Optimiser.ADAM, DType.F32, "Dense(2 => 8, tanh)", "Dense(8 => 1)");
    }

    private static Stream<Backend> backends() {
        return Stream.of(
                new JCudaBackend(false, false),
                new JCudaBackend(false, true),
                new JCudaBackend(true, false),
                new JCudaBackend(true, true));
    }

    /** What is held of the driver. */
    private Map<StandIn.Figure, Integer> held() {
        return Arrays.stream(StandIn.Figure.values())
                .filter(figure -> figure.compareTo(StandIn.Figure.WAITING) < 0)
                .collect(Collectors.toMap(figure -> figure, standIn::figure));
    }

    @Test
    void itIsFoundByItsName() {
        assertThat(Backends.named("jcuda")).isInstanceOf(JCudaBackend.class);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void allIsGivenBackAtTheEnd(Backend backend) {
        Map<StandIn.Figure, Integer> before = held();

        Trainings.story(program(), backend, 10);

        assertThat(held()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("backends")
    void aCardWithoutMemoryIsToldAndNothingIsKept(Backend backend) {
        Map<StandIn.Figure, Integer> before = held();
        standIn.set("memory", 20_000);

        assertThatThrownBy(() -> new TrainingRun(program(), backend))
                .isInstanceOf(BackendException.class)
                .hasMessage(
                        "RTX has too little free memory for this. Close other programs that use the card, or make a "
                                + "layer or the batch smaller.");
        assertThat(held()).isEqualTo(before);
    }

    @ParameterizedTest(name = "after {0} calls of cuMemAlloc")
    @ValueSource(ints = {0, 1, 2, 3})
    void whereverMemoryEndsNothingIsKept(int calls) {
        Map<StandIn.Figure, Integer> before = held();
        standIn.set("fail.cuMemAlloc", 2).set("fail.cuMemAlloc.after", calls);

        assertThatThrownBy(() -> new TrainingRun(program(), new JCudaBackend(false, true)))
                .isInstanceOf(BackendException.class);
        assertThat(held()).isEqualTo(before);
    }

    @ParameterizedTest(name = "after {0} launches")
    @ValueSource(ints = {0, 5, 30, 200})
    void aCardThatIsLostIsTold(int launches) {
        for (Backend backend : List.of(new JCudaBackend(false, false), new JCudaBackend(false, true))) {
            try (TrainingRun run = new TrainingRun(program(), backend)) {
                standIn.set("loseAfterLaunches", launches);

                assertThatThrownBy(() -> run.advance(50))
                        .isInstanceOf(BackendException.class)
                        .hasMessage("RTX has stopped answering (CUDA error 719, CUDA_ERROR_LAUNCH_FAILED).");
            }
            standIn.unset("loseAfterLaunches");
        }
    }

    @Test
    void afterACardWasLostAllIsGivenBackAndItCanBeUsedAgain() {
        Map<StandIn.Figure, Integer> before = held();
        Backend backend = new JCudaBackend(false, true);
        try (TrainingRun run = new TrainingRun(program(), backend)) {
            standIn.set("loseAfterLaunches", 100);
            assertThatThrownBy(() -> run.advance(50)).isInstanceOf(BackendException.class);
            assertThatThrownBy(run::predictions).isInstanceOf(BackendException.class);
        }
        standIn.unset("loseAfterLaunches");

        assertThat(held()).isEqualTo(before);
        Trainings.story(program(), backend, 5);
    }

    @Test
    void aRecordingThatFailsIsTold() {
        standIn.set("fail.cuGraphInstantiateWithFlags", 1);
        try (TrainingRun run = new TrainingRun(program(), new JCudaBackend(false, true))) {
            assertThatThrownBy(() -> run.advance(5))
                    .isInstanceOf(BackendException.class)
                    .hasMessage("RTX cannot be used (CUDA error 1, CUDA_ERROR_INVALID_VALUE).");
        }
    }

    @Test
    void withoutACardBindingIsRefusedWithTheSentenceOfTheProbe() {
        standIn.set("devices", 0);

        assertThatThrownBy(() -> new TrainingRun(program(), new JCudaBackend()))
                .isInstanceOf(BackendException.class)
                .hasMessage("The NVIDIA driver reports no CUDA-capable GPU.");
    }

    @Test
    void whereCublasDoesNotStartTheBuiltInKernelsMultiply() {
        double[] story = Trainings.story(program(), new JCudaBackend(false, true), 5);

        // less than cuBLAS asks for, enough for the rest
        standIn.set("memory", 4_000_000);

        assertThat(Trainings.story(program(), new JCudaBackend(true, true), 5)).isEqualTo(story);
    }

    @Test
    void numbersOfTwoTypesAreLeftToTheReference() {
        GraphBuilder builder = new GraphBuilder();
        Var single = Var.read(builder, new State("x", Tensor.full(Shape.of(2), DType.F32, 3)));
        Var twice = Var.read(builder, new State("y", Tensor.full(Shape.of(2), DType.F64, 4)));
        Map<String, Node> results =
                Map.of("x²", single.square().node(), "y²", twice.square().node());
        Plan plan = Planner.plan(builder.build(results, Map.of()));
        try (Executable executable = new JCudaBackend().bind(List.of(plan))) {
            executable.run(plan, 1, new double[0]);

            assertThat(executable.output(plan, "x²")).isEqualTo(Tensor.full(Shape.of(2), DType.F32, 9));
        }
    }

    @Test
    void twoRunsAtOnceDoNotDisturbEachOther() {
        double[] story = Trainings.story(program(), new JCudaBackend(false, true), 10);
        Backend shared = new JCudaBackend(false, true);
        try (TrainingRun beside = new TrainingRun(program(), shared)) {
            beside.advance(3);

            assertThat(Trainings.story(program(), shared, 10)).isEqualTo(story);
            beside.advance(3);
        }
    }
}
