package org.chainboard.engine.backend.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The fast processor backend computes what the definitions say")
class JvmBackendTest {
    private static final Backend REFERENCE = Backends.named(Backends.REFERENCE);

    /** What is computed from arrays of some sizes. */
    private record Case(String name, List<Shape> sizes, Function<List<Var>, Var> body) {
        @Override
        public String toString() {
            return name + " " + sizes;
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        int[][] products = {
            {1, 1, 1},
            {2, 5, 1},
            {8, 2, 32},
            {3, 16, 150},
            {5, 7, 33},
            {1, 40, 17},
            {4, 16, 16},
            {10, 128, 64},
            {70, 300, 47},
            {70, 300, 79},
            {128, 90, 100},
            {33, 600, 65},
            {300, 300, 190},
            {130, 320, 420},
            {9, 1, 200},
            {17, 3, 5}
        };
        for (int[] p : products) {
            Shape a = Shape.of(p[0], p[1]);
            Shape b = Shape.of(p[1], p[2]);
            Shape aTurned = Shape.of(p[1], p[0]);
            Shape bTurned = Shape.of(p[2], p[1]);
            cases.add(new Case("a b", List.of(a, b), v -> v.get(0).matmul(v.get(1))));
            cases.add(new Case("a' b", List.of(aTurned, b), v -> v.get(0).matmul(v.get(1), true, false)));
            cases.add(new Case("a b'", List.of(a, bTurned), v -> v.get(0).matmul(v.get(1), false, true)));
            cases.add(new Case("a' b'", List.of(aTurned, bTurned), v -> v.get(0).matmul(v.get(1), true, true)));
            cases.add(new Case(
                    "tanh(a b + c)",
                    List.of(a, b, Shape.of(p[0])),
                    v -> v.get(0).matmul(v.get(1)).add(v.get(2)).tanh()));
        }
        for (Shape size : List.of(
                Shape.of(3, 5),
                Shape.of(16, 31),
                Shape.of(1, 40),
                Shape.of(40, 1),
                Shape.of(3, 700),
                Shape.of(3, 4000))) {
            cases.addAll(elementwise(size));
        }
        return cases;
    }

    private static List<Case> elementwise(Shape size) {
        Shape row = Shape.of(size.dim(0));
        Shape column = Shape.of(1, size.dim(1));
        List<Shape> two = List.of(size, size);
        List<Shape> twoAndNumber = List.of(size, size, Shape.scalar());
        return List.of(
                new Case("softmax", List.of(size), v -> softmax(v.get(0))),
                new Case(
                        "mean of squares",
                        two,
                        v -> v.get(0).sub(v.get(1)).square().mean()),
                new Case("sum of products", two, v -> v.get(0).mul(v.get(1)).sum()),
                new Case("slope of tanh", two, v -> oneMinus(v.get(0).square()).mul(v.get(1))),
                new Case(
                        "slope of σ", two, v -> v.get(0).mul(oneMinus(v.get(0))).mul(v.get(1))),
                new Case(
                        "slope of relu",
                        two,
                        v -> v.get(0).greater(v.get(0).like(0)).mul(v.get(1))),
                new Case("a b + a", two, v -> v.get(0).mul(v.get(1)).add(v.get(0))),
                new Case("a - 2 b", two, v -> v.get(0).sub(v.get(1).mul(2))),
                new Case(
                        "2 / a - a / 3",
                        List.of(size),
                        v -> v.get(0).like(2).div(v.get(0)).sub(v.get(0).div(3))),
                new Case("running average", twoAndNumber, v -> average(v.get(0), v.get(1), v.get(2))),
                new Case(
                        "running average of squares",
                        twoAndNumber,
                        v -> average(v.get(0), v.get(1).square(), v.get(2))),
                new Case(
                        "root of a number of times, and more",
                        twoAndNumber,
                        v -> v.get(0).square().mul(v.get(2).abs()).sqrt().add(v.get(2))),
                new Case(
                        "a number of times, and a part of that",
                        twoAndNumber,
                        v -> v.get(0).mul(v.get(2)).div(v.get(1).square().add(1))),
                new Case("row sums", List.of(size), v -> v.get(0).sumKept(1)),
                new Case("column sums", List.of(size), v -> v.get(0).sumKept(0)),
                new Case("largest of all", List.of(size), v -> v.get(0).maxTo(Shape.scalar())),
                new Case(
                        "with a number for each row",
                        List.of(size, row),
                        v -> v.get(0).mul(v.get(1))),
                new Case(
                        "with a number for each column",
                        List.of(size, column),
                        v -> v.get(0).div(v.get(1))),
                new Case(
                        "where",
                        two,
                        v -> Var.where(
                                v.get(0).greater(v.get(1)),
                                v.get(0).exp(),
                                v.get(1).abs())),
                new Case(
                        "max and min",
                        two,
                        v -> v.get(0).max(v.get(1)).min(v.get(0).like(0.3))),
                new Case(
                        "softplus, σ and log",
                        two,
                        v -> v.get(0).softplus().add(v.get(1).sigmoid().log())),
                new Case("transpose", List.of(size), v -> v.get(0).transpose().sin()));
    }

    private static Var oneMinus(Var x) {
        return x.neg().add(1);
    }

    private static Var average(Var past, Var now, Var weight) {
        return past.mul(weight).add(now.mul(weight.like(1).sub(weight)));
    }

    private static Var softmax(Var x) {
        Var e = x.sub(x.maxKept(0)).exp();
        return e.div(e.sumKept(0));
    }

    static Stream<Arguments> everywhere() {
        return Machines.all().stream()
                .flatMap(machine -> Stream.of(DType.values())
                        .flatMap(dtype -> cases().stream().map(row -> Arguments.of(machine, dtype, row))));
    }

    @ParameterizedTest(name = "{2} in {1}, {0}")
    @MethodSource("everywhere")
    void agreesWithTheDefinitions(Machines.Machine machine, DType dtype, Object row) {
        Case one = (Case) row;
        Plan plan = plan(one, dtype);
        double[] expected = run(REFERENCE, plan);
        double[] actual = run(machine.backend(), plan);
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(1);
        double tolerance = Math.max(1, largest) * (dtype == DType.F64 ? 1e-13 : 1e-5);
        assertThat(furthest(actual, expected)).isLessThanOrEqualTo(tolerance);
    }

    /** The largest difference; not a number where one of them is none. */
    private static double furthest(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double furthest = 0;
        for (int i = 0; i < actual.length; i++) {
            furthest = Math.max(furthest, Math.abs(actual[i] - expected[i]));
        }
        return furthest;
    }

    private static Plan plan(Case row, DType dtype) {
        GraphBuilder builder = new GraphBuilder();
        Rng rng = new Rng(7, 3);
        List<Var> inputs = new ArrayList<>();
        for (Shape size : row.sizes) {
            double[] numbers = new double[size.size()];
            Arrays.setAll(numbers, i -> rng.uniform(-1, 1));
            Variable state = new State("in" + inputs.size(), Tensor.of(size, dtype, numbers));
            inputs.add(Var.read(builder, state));
        }
        Var result = row.body.apply(inputs);
        return Planner.plan(builder.build(Map.of("result", result.node()), Map.of()));
    }

    private static double[] run(Backend backend, Plan plan) {
        try (Executable executable = backend.bind(List.of(plan))) {
            // twice: what a run leaves behind must not show in the next one
            executable.run(plan, 2, new double[2 * plan.scalars().size()]);
            return executable.output(plan, "result").toDoubles();
        }
    }

    @Test
    void variablesChangeTogether() {
        State a = new State("a", Tensor.vector(1, 2, 3));
        State b = new State("b", Tensor.vector(4, 5, 6));
        GraphBuilder builder = new GraphBuilder();
        Map<Variable, Node> swap =
                Map.of(a, Var.read(builder, b).node(), b, Var.read(builder, a).node());
        Plan plan = Planner.plan(builder.build(Map.of(), swap));
        for (Machines.Machine machine : Machines.all()) {
            try (Executable executable = machine.backend().bind(List.of(plan))) {
                executable.run(plan, 1, new double[0]);
                assertThat(List.of(executable.read(a), executable.read(b)))
                        .as(machine.name())
                        .containsExactly(Tensor.vector(4, 5, 6), Tensor.vector(1, 2, 3));
            }
        }
    }

    /** As an optimiser does: a memory and a parameter change together, when a number says go and not else. */
    private static Plan guardedUpdate(State go, State memory, State parameter, boolean guarded) {
        GraphBuilder builder = new GraphBuilder();
        Var p = Var.read(builder, parameter);
        Var m = Var.read(builder, memory);
        Var gradient = p.sin();
        Var newM = m.mul(0.9).add(gradient.mul(0.1));
        Var newP = p.sub(newM.mul(0.5));
        Var finite = newP.mul(0).sum().add(newM.mul(0).sum());
        Var word = Var.read(builder, go).add(finite);
        Map<Variable, Node> updates = Map.of(
                memory, (guarded ? Var.where(word, newM, m) : newM).node(),
                parameter, (guarded ? Var.where(word, newP, p) : newP).node());
        return Planner.plan(builder.build(Map.of("finite", finite.node()), updates));
    }

    static Stream<Arguments> updates() {
        return Machines.all().stream()
                .flatMap(machine -> Stream.of(5, 3000, 300_000)
                        .flatMap(size -> Stream.of(true, false).map(guarded -> Arguments.of(machine, size, guarded))));
    }

    @ParameterizedTest(name = "{1} numbers, guarded {2}, {0}")
    @MethodSource("updates")
    void updatesHappenInPlaceAndOnlyOnTheWordGo(Machines.Machine machine, int size, boolean guarded) {
        double[] numbers = new double[size];
        Arrays.setAll(numbers, i -> Math.sin(i));
        State go = new State("go", Tensor.scalar(1));
        State memory = new State("memory", Tensor.zeros(Shape.of(size), DType.F64));
        State parameter = new State("parameter", Tensor.vector(numbers));
        Plan plan = guardedUpdate(go, memory, parameter, guarded);
        List<List<Tensor>> seen = new ArrayList<>();
        for (Backend backend : List.of(REFERENCE, machine.backend())) {
            try (Executable executable = backend.bind(List.of(plan))) {
                executable.run(plan, 2, new double[2]);
                if (guarded) {
                    executable.write(go, Tensor.scalar(0));
                }
                executable.run(plan, 3, new double[3]);
                seen.add(List.of(executable.read(memory), executable.read(parameter)));
            }
        }
        for (int i = 0; i < 2; i++) {
            double[] expected = seen.get(0).get(i).toDoubles();
            assertThat(furthest(seen.get(1).get(i).toDoubles(), expected)).isLessThanOrEqualTo(1e-14);
        }
    }
}
