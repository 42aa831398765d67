package org.chainboard.gpucheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/** Keeps the card and its kernels in use, so that thousands of small plans need not each load them anew. */
final class Held implements AutoCloseable {
    private final List<Executable> held = new ArrayList<>();

    Held(Backend backend) {
        for (DType dtype : DType.values()) {
            GraphBuilder builder = new GraphBuilder();
            Var x = Var.read(builder, new State("x", Tensor.zeros(Shape.scalar(), dtype)));
            held.add(backend.bind(
                    List.of(Planner.plan(builder.build(Map.of("x", x.neg().node()), Map.of())))));
        }
    }

    @Override
    public void close() {
        held.forEach(Executable::close);
    }
}
