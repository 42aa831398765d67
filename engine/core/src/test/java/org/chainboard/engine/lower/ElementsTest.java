package org.chainboard.engine.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Ops that often meet are one instruction")
class ElementsTest {
    /** Of two arrays and two single numbers. */
    private interface Body {
        Var of(Var a, Var b, Var s, Var t);
    }

    private static Arguments row(String name, Body body, Code... codes) {
        return Arguments.of(name, body, List.of(codes));
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                row("a b + a", (a, b, s, t) -> a.mul(b).add(a), Code.FMA),
                row("s a + b", (a, b, s, t) -> a.mul(s).add(b), Code.FMA_S),
                row("b - s a", (a, b, s, t) -> b.sub(a.mul(s)), Code.FNMA_S),
                row("a running average", (a, b, s, t) -> average(a, b, s), Code.MEAN_S),
                row("a running average of squares", (a, b, s, t) -> average(a, b.square(), s), Code.MEAN_SQUARES_S),
                row(
                        "an average whose weights do not add up to 1",
                        (a, b, s, t) -> a.mul(s).add(b.mul(rest(t))),
                        Code.SUB,
                        Code.MUL_S,
                        Code.FMA_S),
                row("√(s a) + t", (a, b, s, t) -> a.mul(s).sqrt().add(t), Code.ROOT_S),
                row("√a + t", (a, b, s, t) -> a.sqrt().add(t), Code.SQRT, Code.ADD_S),
                row("s a / b", (a, b, s, t) -> a.mul(s).div(b), Code.RATIO_S),
                row("s a / t", (a, b, s, t) -> a.mul(s).div(t), Code.MUL_S, Code.DIV_S),
                row("what comes through tanh", (a, b, s, t) -> through(Var::tanh, a, b), Code.TANH, Code.TANH_SLOPE),
                row(
                        "what comes through σ",
                        (a, b, s, t) -> through(Var::sigmoid, a, b),
                        Code.SIGMOID,
                        Code.SIGMOID_SLOPE),
                row("what comes through relu", (a, b, s, t) -> through(Var::relu, a, b), Code.RELU_SLOPE),
                row("(1 - a²) b", (a, b, s, t) -> a.square().neg().add(1).mul(b), Code.SQUARE, Code.SUB_R, Code.MUL));
    }

    /** What goes on to {@code a} when {@code arrives} arrives at f(a). */
    private static Var through(UnaryOperator<Var> f, Var a, Var arrives) {
        return Gradient.gradientOf(x -> f.apply(x.get(0)).mul(arrives).sum(), List.of(a))
                .get(0);
    }

    private static Var average(Var past, Var now, Var weight) {
        return past.mul(weight).add(now.mul(rest(weight)));
    }

    private static Var rest(Var weight) {
        return weight.like(1).sub(weight);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theseAreTheInstructions(String name, Object body, List<Code> codes) {
        List<Schedule.Group> groups = new LoweredPlan(plan((Body) body), 1024).groups();

        assertThat(groups.stream().flatMap(group -> group.cells().stream()).map(ElementsTest::code))
                .containsExactlyElementsOf(codes);
    }

    private static Code code(Cell cell) {
        return ((Cell.Element) cell.kind()).code();
    }

    private static Plan plan(Body body) {
        GraphBuilder builder = new GraphBuilder();
        Var result = body.of(
                read(builder, "a", Shape.of(5)),
                read(builder, "b", Shape.of(5)),
                read(builder, "s", Shape.scalar()),
                read(builder, "t", Shape.scalar()));
        return Planner.plan(builder.build(Map.of("result", result.node()), Map.of()));
    }

    private static Var read(GraphBuilder builder, String name, Shape shape) {
        return Var.read(builder, new State(name, Tensor.zeros(shape, DType.F64)));
    }
}
