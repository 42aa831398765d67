package org.chainboard.engine.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Small pieces of work that do the same to different arrays are done as one")
class AlikeTest {
    private static final int[] SIZES = {5, 16, 40, 3};

    /** Updates of several variables: each becomes what the rule makes of it and of the one after it. */
    private static Plan updates(boolean chained, BinaryOperator<Var> rule) {
        GraphBuilder builder = new GraphBuilder();
        Map<Variable, Node> updates = new LinkedHashMap<>();
        Var rate = Var.read(builder, new State("rate", Tensor.scalar(0.5)));
        Var earlier = rate;
        for (int i = 0; i < SIZES.length; i++) {
            State variable = new State("w" + i, filled(SIZES[i], i + 1));
            Var w = Var.read(builder, variable);
            Var g = Var.read(builder, new State("g" + i, filled(SIZES[i], 10 * (i + 1))));
            Var next = rule.apply(w, g.mul(chained ? earlier : rate));
            earlier = next.sum();
            updates.put(variable, next.node());
        }
        return Planner.plan(builder.build(Map.of(), updates));
    }

    private static Tensor filled(int size, double number) {
        return Tensor.of(
                Shape.of(size),
                DType.F64,
                IntStream.range(0, size).mapToDouble(i -> number + i).toArray());
    }

    static Stream<Arguments> counts() {
        BinaryOperator<Var> descent = Var::sub;
        BinaryOperator<Var> longer = (w, g) -> w.sub(g).tanh();
        return Stream.of(
                Arguments.of("four steps of descent are one", updates(false, descent), 1L),
                Arguments.of("so are four that do more", updates(false, longer), 1L),
                Arguments.of("what needs the one before cannot wait for it", updates(true, descent), 4L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("counts")
    void countRuns(String name, Plan plan, long runs) {
        List<Schedule.Group> groups =
                new LoweredPlan(plan, 1024).place(new Layout()).groups();
        assertThat(groups.stream()
                        .filter(group -> group.extent() > 1)
                        .filter(group -> !group.cells().get(0).folds())
                        .count())
                .isEqualTo(runs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("counts")
    void theNumbersAreThoseOfTheDefinitions(String name, Plan plan, long runs) {
        assertThat(after(Backends.JVM, plan)).isEqualTo(after(Backends.REFERENCE, plan));
    }

    /** An update in place beside what still wants the old numbers: an array, and a fold. */
    private static Plan updateBesideReaders(int size) {
        GraphBuilder builder = new GraphBuilder();
        State variable = new State("w", filled(size, 1));
        Var w = Var.read(builder, variable);
        Var next = w.sub(w.mul(0.25));
        Map<String, Node> outputs = new LinkedHashMap<>();
        outputs.put("before", w.square().node());
        outputs.put("length", w.square().sum().node());
        return Planner.plan(builder.build(outputs, Map.of(variable, next.node())));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 1500, 5000})
    void whatWantsTheOldNumbersGetsThem(int size) {
        Plan plan = updateBesideReaders(size);
        assertThat(outputs(Backends.JVM, plan)).isEqualTo(outputs(Backends.REFERENCE, plan));
    }

    private static List<String> outputs(String backend, Plan plan) {
        try (Executable executable = Backends.named(backend).bind(List.of(plan))) {
            executable.run(plan, 2, new double[2 * plan.scalars().size()]);
            return plan.outputs().keySet().stream()
                    .flatMap(name -> numbers(executable.output(plan, name)))
                    .toList();
        }
    }

    private static Stream<String> numbers(Tensor tensor) {
        return DoubleStream.of(tensor.toDoubles()).mapToObj("%.9e"::formatted);
    }

    /** What all variables are after three runs, to ten digits. */
    private static List<String> after(String backend, Plan plan) {
        try (Executable executable = Backends.named(backend).bind(List.of(plan))) {
            executable.run(plan, 3, new double[0]);
            List<String> numbers = new ArrayList<>();
            for (Variable variable : plan.graph().variables()) {
                numbers(executable.read(variable)).forEach(numbers::add);
            }
            return numbers;
        }
    }
}
