package org.chainboard.engine.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.Test;

/** Large updates that wait for a number that says go are computed twice. */
class ComputedAgainTest {
    private static final int SIZE = 40_000;

    @Test
    void theSecondTimeMeansTheOldNumbersToo() {
        State guarded = new State("guarded", Tensor.full(Shape.of(SIZE), DType.F64, 1));
        State free = new State("free", Tensor.full(Shape.of(SIZE), DType.F64, 10));
        GraphBuilder builder = new GraphBuilder();
        Var w = Var.read(builder, guarded);
        Var v = Var.read(builder, free);
        Var sum = w.add(v);
        Var go = sum.sum().greater(w.like(0));
        Map<Variable, Node> updates = new LinkedHashMap<>();
        updates.put(guarded, Var.where(go, sum, w).node());
        updates.put(free, v.mul(0.5).node());
        Plan plan = Planner.plan(builder.build(Map.of("go", go.node()), updates));

        try (Executable executable = Backends.named(Backends.JVM).bind(List.of(plan))) {
            executable.run(plan, 1, new double[plan.scalars().size()]);
            assertThat(List.of(executable.read(guarded), executable.read(free)))
                    .containsExactly(
                            Tensor.full(Shape.of(SIZE), DType.F64, 11), Tensor.full(Shape.of(SIZE), DType.F64, 5));
        }
    }
}
