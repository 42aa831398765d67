package org.chainboard.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Rule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** One step of one parameter outside any training. */
final class Alone {
    private Alone() {}

    static Tensor step(UpdateRule optimiser, Parameter parameter, Tensor gradient, List<Tensor> remembered) {
        Rule rule = optimiser.start(parameter);
        for (int i = 0; i < remembered.size(); i++) {
            rule.states().get(i).set(remembered.get(i));
        }
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var p = Var.read(builder, parameter);
        Map<String, Var> hypers = new HashMap<>();
        optimiser
                .numbers(Map.of())
                .forEach((name, value) ->
                        hypers.put(name, Var.constant(builder, Tensor.of(Shape.scalar(), parameter.dtype(), value))));
        return rule.step(p, p.constant(gradient), hypers).parameter().value();
    }
}
