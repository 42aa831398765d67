package org.chainboard.jcuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An op that somebody has written for a program of their own. */
class OwnOpOnStandInTest {
    private StandIn standIn;

    /** Nothing that is known here. */
    private record Wobble() implements Op {
        @Override
        public String label() {
            return "wobble";
        }

        @Override
        public Shape shape(List<Shape> inputs) {
            return Shape.of(2);
        }

        @Override
        public Node gradient(GraphBuilder builder, Node node, int input, Node upstream) {
            return null;
        }
    }

    @BeforeEach
    void start() {
        standIn = StandIn.start();
    }

    @AfterEach
    void forget() {
        standIn.reset();
    }

    private static Var variable(GraphBuilder builder, DType dtype) {
        return Var.read(builder, new State("x", Tensor.full(Shape.of(2), dtype, 3)));
    }

    private static Var wobble(Var x) {
        return x.apply(new Wobble());
    }

    static Stream<Arguments> places() {
        GraphBuilder variables = new GraphBuilder();
        GraphBuilder constants = new GraphBuilder();
        GraphBuilder types = new GraphBuilder();
        GraphBuilder empties = new GraphBuilder();
        Var none = Var.constant(empties, Tensor.zeros(Shape.of(0), DType.F32));
        return Stream.of(
                arguments(
                        "a variable",
                        List.of(wobble(variable(variables, DType.F32)).square())),
                arguments(
                        "numbers that never change",
                        List.of(wobble(Var.constant(constants, Tensor.full(Shape.of(2), DType.F32, 1))))),
                arguments(
                        "one of two types",
                        List.of(variable(types, DType.F32).square(), wobble(variable(types, DType.F64)))),
                arguments("a variable, beside nothing", List.of(none.neg(), wobble(variable(empties, DType.F32)))));
    }

    @ParameterizedTest(name = "of {0}")
    @MethodSource("places")
    void itIsRefusedByItsNameAndNothingIsKept(String name, List<Var> results) {
        int contexts = standIn.figure(StandIn.Figure.CONTEXTS);
        Map<String, Node> outputs = Map.of(
                "first",
                results.get(0).node(),
                "last",
                results.get(results.size() - 1).node());
        Plan plan = Planner.plan(results.get(0).builder().build(outputs, Map.of()));

        assertThatThrownBy(() -> new JCudaBackend().bind(List.of(plan)))
                .isInstanceOf(BackendException.class)
                .hasMessage("There is no GPU kernel for the operation “wobble”.");
        assertThat(standIn.figure(StandIn.Figure.CONTEXTS)).isEqualTo(contexts);
    }
}
