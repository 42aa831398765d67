package org.chainboard.engine.train;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainboard.engine.data.BatchOrder;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Schedule;
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

    private final Learner learner;
    private final List<Parameter> parameters;
    private final List<State> states;
    private final BatchSource source;
    private final BatchOrder batchOrder;
    private final TrainingSettings settings;
    private final int samples;
    private final int batch;
    private final DType dtype;
    private final Plan full;
    private final Plan last;
    private final Plan judgeTraining;
    private final Plan judgeTest;
    private final Plan predict;
    private final StepGraph step;
    /** What is the same at every step, or follows from the number of the step. */
    private final Set<Variable> given = new HashSet<>();

    /**
     * Compiles a training.
     *
     * @param watched inputs, features x any number, to which answers are wanted; null for none
     * @throws org.chainboard.engine.tensor.ShapeException when model, data and loss do not go together
     */
    public TrainingProgram(Learner learner, TrainingData data, TrainingSettings settings, Tensor watched) {
        Layer model = learner.model();
        this.learner = learner;
        this.states = Layer.states(learner.target() == null ? List.of(model) : List.of(model, learner.target()));
        this.parameters = List.copyOf(new LinkedHashSet<>(model.parameters()));
        this.settings = settings;
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
        given.addAll(source.data());
        given.addAll(List.of(source.order(), source.counter(), step.halted(), step.number()));
    }

    private TrainingProgram(TrainingProgram base, Learner learner) {
        this.learner = learner;
        this.states = base.states;
        this.parameters = base.parameters;
        this.settings = base.settings;
        this.samples = base.samples;
        this.batch = base.batch;
        this.dtype = base.dtype;
        this.source = base.source;
        this.batchOrder = base.batchOrder;
        this.step = new StepGraph(base.step, learner);
        this.full = step.plan(batch);
        this.last = base.last == null ? null : step.plan(samples % batch);
        this.judgeTraining = base.judgeTraining;
        this.judgeTest = base.judgeTest;
        this.predict = base.predict;
        given.addAll(base.given);
    }

    private Var[] testPart(GraphBuilder builder, TrainingData data) {
        return new Var[] {
            Var.read(builder, given("test x", data.testX())), Var.read(builder, given("test y", data.testY()))
        };
    }

    private State given(String name, Tensor value) {
        State state = new State(name, value.cast(dtype));
        given.add(state);
        return state;
    }

    private Plan answers(Layer model, Tensor watched) {
        GraphBuilder builder = new GraphBuilder();
        Var x = Var.read(builder, given("watched", watched));
        Node answers = model.apply(x, Mode.TEST).node();
        return Planner.plan(builder.build(Map.of(PREDICTION, answers), Map.of()));
    }

    /**
     * The same training with these parameters frozen and all others learning. Both programs have the same variables, so
     * that what was frozen goes on from where it was left once it is thawed: its numbers, and what the optimiser remembers
     * of them. A step costs nothing for parameters that could be frozen.
     *
     * @throws IllegalArgumentException when one of them is no parameter of the model
     */
    public TrainingProgram withFrozen(Set<Parameter> frozen) {
        for (Parameter parameter : frozen) {
            if (!parameters.contains(parameter)) {
                throw new IllegalArgumentException(
                        parameter + " is no parameter of this model; those are " + parameters);
            }
        }
        return new TrainingProgram(this, new Learner(learner.model(), learner.target(), frozen));
    }

    /** The parameters that do not move. */
    public Set<Parameter> frozen() {
        return learner.frozen();
    }

    /** When the optimiser's numbers change by themselves, by name. */
    Map<String, Schedule> schedules() {
        return settings.schedules();
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

    /** The precision of all arithmetic. */
    DType dtype() {
        return dtype;
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

    State halted() {
        return step.halted();
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

    /**
     * What steps change and later steps depend on: parameters, what the optimiser remembers, and what layers remember; of
     * frozen parameters, too.
     */
    Set<Variable> learned() {
        Set<Variable> all = new LinkedHashSet<>(parameters);
        parameters.forEach(parameter -> all.addAll(memory(parameter)));
        all.addAll(variables());
        all.removeAll(given);
        all.removeAll(hypers().values());
        return all;
    }

    /** All that a {@link TrainingState} holds. */
    Set<Variable> lasting() {
        Set<Variable> all = learned();
        all.addAll(hypers().values());
        return all;
    }

    /** Whether {@code state} has numbers for all variables of this program, so that a run of it can go on from there. */
    public boolean fits(TrainingState state) {
        return state.valuesFor(lasting()).isPresent();
    }

    /**
     * Has the variables hold what they held when {@code state} was taken; a run made after this, with its step, goes on
     * from there.
     *
     * @throws IllegalArgumentException when the state is that of another training
     */
    public void restore(TrainingState state) {
        if (!restore(lasting(), state)) {
            throw new IllegalArgumentException(Sentences.get("otherState"));
        }
    }

    /**
     * What a run has to remember beside its parameters and settings, after it kept its numbers: what the optimiser and the
     * layers remember.
     *
     * @param step steps that run had taken
     */
    public TrainingState memory(long step) {
        return new TrainingState(
                step,
                remembered().stream()
                        .map(variable -> new TrainingState.Entry(variable.name(), variable.value()))
                        .toList());
    }

    /**
     * Has the variables hold what {@link #memory} gave; parameters and the optimiser's numbers stay as they are.
     *
     * @return whether it was that of such a training; nothing was changed where it was not
     */
    public boolean restoreMemory(TrainingState memory) {
        return restore(remembered(), memory);
    }

    private Set<Variable> remembered() {
        Set<Variable> all = learned();
        all.removeAll(parameters);
        return all;
    }

    private static boolean restore(Set<Variable> variables, TrainingState state) {
        Optional<List<Tensor>> values = state.valuesFor(variables);
        values.ifPresent(found -> {
            Iterator<Tensor> next = found.iterator();
            variables.forEach(variable -> variable.set(next.next()));
        });
        return values.isPresent();
    }
}
