package org.chainboard.engine.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/** A row of the table with its slopes and second slopes as one plan, held against the same computed at once. */
final class PlanCase {
    private PlanCase() {}

    /** Describes the first result that is too far off; empty where there is none. */
    static String difference(Row row, Backend backend, DType dtype) {
        return difference(row, backend, dtype, off -> {});
    }

    /** The same; how far off each number is goes to {@code watched}, relative to itself where it is above 1. */
    static String difference(Row row, Backend backend, DType dtype, DoubleConsumer watched) {
        List<State> states = row.arguments(dtype).stream()
                .map(argument -> new State("argument", argument))
                .toList();
        Map<String, Node> wanted = results(row, new GraphBuilder(new Eager()), states);
        GraphBuilder builder = new GraphBuilder();
        Plan plan = Planner.plan(builder.build(results(row, builder, states), Map.of()));
        try (Executable executable = backend.bind(List.of(plan))) {
            executable.run(plan, 1, new double[plan.scalars().size()]);
            for (Map.Entry<String, Node> result : wanted.entrySet()) {
                Tensor got = executable.output(plan, result.getKey());
                String difference = difference(got, result.getValue().value(), watched);
                if (!difference.isEmpty()) {
                    return row + ", " + result.getKey() + difference;
                }
            }
        }
        return "";
    }

    private static Map<String, Node> results(Row row, GraphBuilder builder, List<State> states) {
        List<Var> arguments = new ArrayList<>();
        states.forEach(state -> arguments.add(Var.read(builder, state)));
        Map<String, Node> results = new LinkedHashMap<>();
        results.put("value", row.use().apply(arguments).node());
        put(results, "slope", Gradient.gradientOf(x -> Rows.weighed(row.use().apply(x)), arguments));
        put(results, "second slope", Gradient.gradientOf(Rows.slopes(row), arguments));
        return results;
    }

    private static void put(Map<String, Node> results, String name, List<Var> values) {
        for (int i = 0; i < values.size(); i++) {
            results.put(name + " " + i, values.get(i).node());
        }
    }

    private static String difference(Tensor got, Tensor wanted, DoubleConsumer watched) {
        if (!got.shape().equals(wanted.shape()) || got.dtype() != wanted.dtype()) {
            return " has size " + got.shape() + " " + got.dtype();
        }
        for (int i = 0; i < got.size(); i++) {
            double off = off(got.get(i), wanted.get(i));
            watched.accept(off);
            if (!(off <= tolerance(got.dtype()))) {
                return "[" + i + "] = " + got.get(i) + ", not " + wanted.get(i);
            }
        }
        return "";
    }

    /** How far off a number may be. */
    static double tolerance(DType dtype) {
        return dtype == DType.F64 ? 1e-12 : 2e-4;
    }

    private static double off(double got, double wanted) {
        if (Double.compare(got, wanted) == 0) {
            return 0;
        }
        double off = Math.abs(got - wanted) / Math.max(1, Math.abs(wanted));
        return Double.isNaN(off) ? Double.POSITIVE_INFINITY : off;
    }
}
