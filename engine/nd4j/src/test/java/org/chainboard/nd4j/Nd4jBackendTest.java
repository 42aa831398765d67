package org.chainboard.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class Nd4jBackendTest {
    private final State a = new State("a", Tensor.vector(1, 2));
    private final State b = new State("b", Tensor.vector(3, 4));
    private final Backend nd4j = new Nd4jBackend();

    /** The two variables change places. */
    private Plan swap() {
        GraphBuilder builder = new GraphBuilder();
        return Planner.plan(builder.build(Map.of(), Map.of(a, builder.read(b), b, builder.read(a))));
    }

    /** Adds 1 to a variable and reports its sum before. */
    private Plan count(State variable) {
        GraphBuilder builder = new GraphBuilder();
        Var read = Var.read(builder, variable);
        return Planner.plan(builder.build(
                Map.of("sum", read.sum().node()), Map.of(variable, read.add(1).node())));
    }

    @Test
    void isFoundByItsName() {
        assertThat(Backends.named("nd4j")).isInstanceOf(Nd4jBackend.class);
    }

    @Test
    void allValuesAreTakenBeforeAnyIsStored() {
        Plan swap = swap();
        try (Executable executable = nd4j.bind(List.of(swap))) {
            executable.run(swap, 1, new double[0]);

            assertThat(executable.read(a)).isEqualTo(Tensor.vector(3, 4));
            assertThat(executable.read(b)).isEqualTo(Tensor.vector(1, 2));
        }
    }

    @Test
    void everyRunReportsItsScalars() {
        Plan count = count(a);
        try (Executable executable = nd4j.bind(List.of(count))) {
            double[] sums = new double[3];
            executable.run(count, 3, sums);

            assertThat(sums).containsExactly(3, 5, 7);
        }
    }

    @Test
    void plansShareTheirVariables() {
        Plan swap = swap();
        Plan count = count(a);
        try (Executable executable = nd4j.bind(List.of(swap, count))) {
            executable.run(count, 1, new double[1]);
            executable.run(swap, 1, new double[0]);

            assertThat(executable.read(b)).isEqualTo(Tensor.vector(2, 3));
        }
    }

    @Test
    void theVariablesOwnHoldersAreNotTouched() {
        Plan count = count(a);
        try (Executable executable = nd4j.bind(List.of(count))) {
            executable.run(count, 1, new double[1]);

            assertThat(a.value()).isEqualTo(Tensor.vector(1, 2));
        }
    }

    @Test
    void aVariableIsWrittenInItsOwnPrecision() {
        State single = new State("single", Tensor.zeros(Shape.of(2), DType.F32));
        try (Executable executable = nd4j.bind(List.of(count(single)))) {
            executable.write(single, Tensor.vector(0.1, 0.2));

            assertThat(executable.read(single)).isEqualTo(Tensor.of(Shape.of(2), 0.1f, 0.2f));
        }
    }

    @Test
    void aVariableOfAnotherProgramIsRefused() {
        try (Executable executable = nd4j.bind(List.of(count(a)))) {
            assertThatThrownBy(() -> executable.read(b))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("b (2) is in none of the plans");
        }
    }

    @Test
    void nothingCanBeReadOnceItIsClosed() {
        Executable executable = nd4j.bind(List.of(count(a)));
        executable.close();

        assertThatThrownBy(() -> executable.read(a)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Executable executable = nd4j.bind(List.of(count(a)));
        executable.close();
        executable.close();
    }

    @Test
    void aNativeLibraryThatDoesNotLoadIsSaidInASentence() {
        Backend broken = new Nd4jBackend(() -> {
            throw new UnsatisfiedLinkError("no jnind4jcpu in java.library.path");
        });

        assertThatThrownBy(() -> broken.bind(List.of(count(a))))
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith("ND4J could not be started on ")
                .hasMessageEndingWith("Choose another backend, such as reference.");
    }

    @Test
    void thatNd4jIsNotThereIsSaidInASentence() {
        Backend absent = new Nd4jBackend(() -> {
            throw new NoClassDefFoundError("org/nd4j/linalg/factory/Nd4j") {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Throwable getCause() {
                    return new ClassNotFoundException("org.nd4j.linalg.factory.Nd4j");
                }
            };
        });

        assertThatThrownBy(() -> absent.bind(List.of(count(a))))
                .isInstanceOf(BackendException.class)
                .hasMessage("ND4J is not part of this installation. Choose another backend, such as reference.");
    }
}
