package org.chainboard.engine.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.graph.Op;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/** One op on some arrays, to be computed by any backend. */
record OpCase(Op op, List<Tensor> inputs) {

    /** What {@code backend} makes of it; it has been run on NaN before, so nothing that was there may be left. */
    Tensor on(Backend backend) {
        GraphBuilder builder = new GraphBuilder();
        List<State> states = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (Tensor input : inputs) {
            State state = new State("input", Tensor.full(input.shape(), input.dtype(), Double.NaN));
            states.add(state);
            nodes.add(builder.read(state));
        }
        Node node = builder.apply(op, nodes.toArray(Node[]::new));
        Plan plan = Planner.plan(builder.build(Map.of("result", node), Map.of()));
        try (Executable executable = backend.bind(List.of(plan))) {
            double[] scalars = new double[plan.scalars().size()];
            executable.run(plan, 1, scalars);
            for (int i = 0; i < states.size(); i++) {
                executable.write(states.get(i), inputs.get(i));
            }
            executable.run(plan, 1, scalars);
            return executable.output(plan, "result");
        }
    }

    /** What it is defined to be. */
    Tensor defined() {
        return new Eager()
                .evaluate(
                        op, inputs, op.shape(inputs.stream().map(Tensor::shape).toList()));
    }

    OpCase cast(DType dtype) {
        return new OpCase(op, inputs.stream().map(input -> input.cast(dtype)).toList());
    }

    /** Numbers of both signs and of sizes from 1e-6 to 10, some of them equal. */
    static Tensor numbers(Shape shape, int seed) {
        Random random = new Random(seed);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            double size = Math.pow(10, random.nextInt(8) - 6);
            values[i] = i % 5 == 4 ? 0.5 : random.nextGaussian() * size;
        }
        return Tensor.of(shape, DType.F64, values);
    }

    @Override
    public String toString() {
        return op.label() + inputs.stream().map(Tensor::shape).toList();
    }
}
