package org.chainboard.engine.optim;

import java.util.HashMap;
import java.util.Map;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** One step where the gradient is 0. */
final class Flat {
    private Flat() {}

    static Tensor step(UpdateRule optimiser, Parameter parameter) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var p = Var.read(builder, parameter);
        Map<String, Var> hypers = new HashMap<>();
        optimiser
                .numbers(Map.of())
                .forEach((name, value) ->
                        hypers.put(name, Var.constant(builder, Tensor.of(Shape.scalar(), parameter.dtype(), value))));
        return optimiser
                .start(parameter)
                .step(p, p.constant(Tensor.zeros(parameter.shape(), parameter.dtype())), hypers)
                .parameter()
                .value();
    }
}
