package org.chainboard.engine.train;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.data.BatchOrder;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * Everything a run needs, as plans over shared variables: one step on a whole batch and one on the smaller last batch, the
 * judgement of the training and of the test part, and the model's answers to inputs somebody watches.
 */
public final class TrainingProgram {
    static final String PREDICTION = "prediction";
    static final String GRADIENT = "∇";

    private final List<Parameter> parameters;
    private final List<State> states;
    private final BatchSource source;
    private final BatchOrder batchOrder;
    private final int samples;
    private final int batch;
    private final DType dtype;
    private final Plan full;
    private final Plan last;
    private final Plan judgeTraining;
    private final Plan judgeTest;
    private final Plan predict;
    private final StepGraph step;

    /**
     * Compiles a training.
     *
     * @param watched inputs, features x any number, to which answers are wanted; null for none
     * @throws org.chainboard.engine.tensor.ShapeException when model, data and loss do not go together
     */
    public TrainingProgram(Learner learner, TrainingData data, TrainingSettings settings, Tensor watched) {
        Layer model = learner.model();
        this.states = Layer.states(learner.target() == null ? List.of(model) : List.of(model, learner.target()));
        this.parameters = List.copyOf(new LinkedHashSet<>(model.parameters()));
        this.samples = data.samples();
        this.batch = Math.min(settings.batch(), samples);
        this.dtype = settings.dtype();
        this.source = new BatchSource(data, batch, dtype);
        this.batchOrder = new BatchOrder(settings.seed(), samples);
        this.step = new StepGraph(learner, parameters, settings, source);
        this.full = step.plan(batch);
        this.last = samples % batch == 0 ? null : step.plan(samples % batch);
        Judge judge = new Judge(learner, settings.loss(), data.classes());
        this.judgeTraining = judge.plan(source::all);
        this.judgeTest = data.hasTest() ? judge.plan(builder -> testPart(builder, data)) : null;
        this.predict = watched == null ? null : answers(model, watched);
    }

    private Var[] testPart(GraphBuilder builder, TrainingData data) {
        State x = new State("test x", data.testX().cast(dtype));
        State y = new State("test y", data.testY().cast(dtype));
        return new Var[] {Var.read(builder, x), Var.read(builder, y)};
    }

    private Plan answers(Layer model, Tensor watched) {
        GraphBuilder builder = new GraphBuilder();
        Var x = Var.read(builder, new State("watched", watched.cast(dtype)));
        Node answers = model.apply(x, Mode.TEST).node();
        return Planner.plan(builder.build(Map.of(PREDICTION, answers), Map.of()));
    }

    /** The parameters of the model, each once, in its order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The optimiser's numbers by name, such as the step size; writing one changes it from the next step on. */
    public Map<String, State> hypers() {
        return step.hypers();
    }

    /** What the optimiser remembers of one parameter, in a fixed order; empty where it remembers nothing. */
    public List<State> memory(Parameter parameter) {
        return step.memory(parameter);
    }

    /** What layers remember from step to step without training it, each once. */
    List<State> states() {
        return states;
    }

    /** The number of the step, where something in a step is random. */
    State number() {
        return step.number();
    }

    /** Steps in one pass over the training part. */
    public long stepsPerEpoch() {
        return fullSteps() + (last == null ? 0 : 1);
    }

    int fullSteps() {
        return samples / batch;
    }

    Plan full() {
        return full;
    }

    Plan last() {
        return last;
    }

    Plan judgeTraining() {
        return judgeTraining;
    }

    Plan judgeTest() {
        return judgeTest;
    }

    Plan predict() {
        return predict;
    }

    State order() {
        return source.order();
    }

    State counter() {
        return source.counter();
    }

    Tensor orderOf(long epoch) {
        int[] order = batchOrder.epoch(epoch);
        double[] places = new double[order.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = order[i];
        }
        return Tensor.of(order().shape(), dtype, places);
    }

    /** All plans, to be bound together. */
    public List<Plan> plans() {
        List<Plan> plans = new ArrayList<>(List.of(full, judgeTraining));
        for (Plan plan : new Plan[] {last, judgeTest, predict}) {
            if (plan != null) {
                plans.add(plan);
            }
        }
        return plans;
    }

    /** Every variable of every plan, once. */
    Set<Variable> variables() {
        Set<Variable> all = new LinkedHashSet<>();
        plans().forEach(plan -> all.addAll(plan.graph().variables()));
        return all;
    }
}
