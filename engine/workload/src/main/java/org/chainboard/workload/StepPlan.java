package org.chainboard.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Hyper;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.Update;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * One training step on a batch that is there already: loss, gradients and update, and nothing else. It reports its loss;
 * the gradients are outputs with the names of their parameters.
 *
 * @param plan the step
 * @param parameters what it changes, in the order of {@link Workload#weights}
 */
public record StepPlan(Plan plan, List<Parameter> parameters) {

    /** The step of {@code work} from its first weights on. */
    public static StepPlan of(Workload work, DType dtype) {
        GraphBuilder builder = new GraphBuilder();
        Chain model = work.model(dtype);
        List<Parameter> parameters = List.copyOf(model.parameters());
        Var x = read(builder, "x", Shape.of(work.inputs(), work.batch()), work.x(), dtype);
        Var y = read(builder, "y", Shape.of(work.outputs(), work.batch()), work.y(), dtype);
        Var loss = work.loss().apply(model.apply(x, Mode.training(1, 0L)), y);
        List<Var> weights = parameters.stream().map(loss::read).toList();
        List<Var> gradients = Gradient.of(loss, weights);
        Map<String, Var> hypers = new LinkedHashMap<>();
        for (Hyper hyper : work.optimiser().hypers()) {
            double value = hyper.name().equals(Optimiser.ETA) ? Workload.RATE : hyper.usual();
            hypers.put(
                    hyper.name(), Var.read(builder, new State(hyper.name(), Tensor.of(Shape.scalar(), dtype, value))));
        }
        Map<String, Node> outputs = new LinkedHashMap<>(Map.of("loss", loss.node()));
        Map<Variable, Node> updates = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Update update = work.optimiser().start(parameter).step(weights.get(i), gradients.get(i), hypers);
            updates.put(parameter, update.parameter().node());
            update.states().forEach((state, value) -> updates.put(state, value.node()));
            outputs.put(parameter.name(), gradients.get(i).node());
        }
        return new StepPlan(Planner.plan(builder.build(outputs, updates)), parameters);
    }

    private static Var read(GraphBuilder builder, String name, Shape shape, float[] values, DType dtype) {
        return Var.read(builder, new State(name, Tensor.of(shape, values).cast(dtype)));
    }
}
