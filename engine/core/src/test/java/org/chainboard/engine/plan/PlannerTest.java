package org.chainboard.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.backend.reference.ReferenceBackend;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final State x = new State("x", Tensor.vector(1, 2, 3, 4));

    private Plan chainOf(int length) {
        GraphBuilder builder = new GraphBuilder();
        Var y = Var.read(builder, x);
        for (int i = 0; i < length; i++) {
            y = i % 2 == 0 ? y.tanh() : y.neg();
        }
        return Planner.plan(builder.build(Map.of("y", y.node()), Map.of()));
    }

    @Test
    void aLongChainNeedsTwoArraysOnly() {
        assertThat(chainOf(100).scratch()).isEqualTo(2 * 4);
    }

    @Test
    void whatIsNeededLaterIsNotOverwritten() {
        GraphBuilder builder = new GraphBuilder();
        Var start = Var.read(builder, x);
        Var kept = start.square();
        Var far = kept.neg().exp().neg().exp().neg();
        Plan plan = Planner.plan(builder.build(Map.of("y", far.mul(0).add(kept).node()), Map.of()));
        try (Executable program = new ReferenceBackend().bind(List.of(plan))) {
            program.run(plan, 1, new double[0]);
            assertThat(program.output(plan, "y").toDoubles()).containsExactly(1, 4, 9, 16);
        }
    }

    @Test
    void twoVariablesCanChangePlaces() {
        State a = new State("a", Tensor.scalar(1));
        State b = new State("b", Tensor.scalar(2));
        GraphBuilder builder = new GraphBuilder();
        Plan plan = Planner.plan(builder.build(Map.of(), Map.of(a, builder.read(b), b, builder.read(a))));
        try (Executable program = new ReferenceBackend().bind(List.of(plan))) {
            program.run(plan, 1, new double[0]);
            assertThat(List.of(program.read(a).item(), program.read(b).item())).containsExactly(2.0, 1.0);
        }
    }

    @Test
    void plansBoundTogetherShareTheirVariables() {
        GraphBuilder builder = new GraphBuilder();
        Var value = Var.read(builder, x);
        Plan doubling =
                Planner.plan(builder.build(Map.of(), Map.of(x, value.mul(2).node())));
        Plan adding = Planner.plan(builder.build(Map.of("sum", value.sum().node()), Map.of()));
        double[] sum = new double[1];
        try (Executable program = new ReferenceBackend().bind(List.of(doubling, adding))) {
            program.run(doubling, 3, new double[0]);
            program.run(adding, 1, sum);
        }
        assertThat(sum).containsExactly(80);
    }
}
