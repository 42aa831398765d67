package org.chainboard.engine.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Hyper;
import org.chainboard.engine.optim.Rule;
import org.chainboard.engine.optim.Update;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * One training step as a graph: pick the batch, predict, compare, differentiate, update.
 *
 * <p>A step whose loss, gradient or update is not finite changes nothing, and neither do those after it: the parameters
 * stay those before the step whatever the backend does in the meantime.
 */
final class StepGraph {
    static final String NORM = "‖∇‖ ";
    static final String TAKEN = "taken";

    private final Learner learner;
    private final List<Parameter> parameters;
    private final TrainingSettings settings;
    private final BatchSource source;
    private final Map<String, State> hypers;
    private final Map<Parameter, Rule> rules;
    private final State halted;
    private final State number;

    StepGraph(Learner learner, List<Parameter> parameters, TrainingSettings settings, BatchSource source) {
        this.learner = learner;
        this.parameters = parameters;
        this.settings = settings;
        this.source = source;
        this.hypers = new LinkedHashMap<>();
        this.rules = new LinkedHashMap<>();
        this.halted = number("halted", 0);
        Map<String, Double> numbers = settings.optimiser().numbers(settings.hypers());
        this.number = Mode.counter(settings.dtype());
        for (Hyper hyper : settings.optimiser().hypers()) {
            hypers.put(hyper.name(), number(hyper.name(), numbers.get(hyper.name())));
        }
        parameters.forEach(
                parameter -> rules.put(parameter, settings.optimiser().start(parameter, settings.hypers())));
    }

    /** The same steps with the same memory, for a learner of which other parameters are frozen. */
    StepGraph(StepGraph base, Learner learner) {
        this.learner = learner;
        this.parameters = base.parameters;
        this.settings = base.settings;
        this.source = base.source;
        this.hypers = base.hypers;
        this.rules = base.rules;
        this.halted = base.halted;
        this.number = base.number;
    }

    /** 1 once a step was not finite. */
    State halted() {
        return halted;
    }

    /** What the optimiser remembers of {@code parameter}. */
    List<State> memory(Parameter parameter) {
        return rules.get(parameter).states();
    }

    private State number(String name, double value) {
        return new State(name, Tensor.of(Shape.scalar(), settings.dtype(), value));
    }

    /** The step's number, for what is random in a step; read and changed only where something is. */
    State number() {
        return number;
    }

    /** The optimiser's numbers by name. */
    Map<String, State> hypers() {
        return hypers;
    }

    /**
     * The step on a batch of {@code size} samples. Its scalars are the loss, the length of each parameter's gradient, and
     * 1 when the step was taken, else 0.
     */
    Plan plan(int size) {
        GraphBuilder builder = new GraphBuilder();
        Var[] batch = source.batch(builder, size);
        Mode mode = Mode.training(settings.seed(), number);
        Var answers = learner.model().apply(batch[0], mode);
        Var targets = learner.target() == null ? batch[1] : learner.target().apply(batch[0], mode);
        Var loss = builder.in("loss", () -> settings.loss().apply(answers, targets));
        List<Var> weights = parameters.stream().map(loss::read).toList();
        List<Var> gradients = Gradient.of(loss, weights);
        Map<String, Node> outputs = new LinkedHashMap<>();
        outputs.put("loss", loss.node());
        for (int i = 0; i < parameters.size(); i++) {
            Var norm = gradients.get(i).square().sum().sqrt();
            outputs.put(NORM + parameters.get(i).name(), norm.node());
        }
        Map<Variable, Var> wanted = wanted(builder, weights, gradients);
        wanted.putAll(mode.kept());
        if (mode.hasDrawn()) {
            wanted.put(number, Mode.next(loss.read(number)));
        }
        Map<Variable, Node> updates = guarded(health(loss, gradients), wanted);
        outputs.put(TAKEN, new Var(builder, updates.get(halted)).neg().add(1).node());
        for (int i = 0; i < parameters.size(); i++) {
            outputs.put(
                    TrainingProgram.GRADIENT + parameters.get(i).name(),
                    gradients.get(i).node());
        }
        updates.put(source.counter(), source.next(builder).node());
        return Planner.plan(builder.build(outputs, updates));
    }

    private Map<Variable, Var> wanted(GraphBuilder builder, List<Var> weights, List<Var> gradients) {
        Map<String, Var> numbers = new LinkedHashMap<>();
        hypers.forEach((name, state) -> numbers.put(name, Var.read(builder, state)));
        Map<Variable, Var> wanted = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!learner.frozen().contains(parameter)) {
                Update update = rules.get(parameter).step(weights.get(i), gradients.get(i), numbers);
                wanted.put(parameter, update.parameter());
                wanted.putAll(update.states());
            }
        }
        return wanted;
    }

    /**
     * Finite where the loss is, and where every gradient is whose update would not show that it is not. The length of a
     * gradient tells nothing here: the squares of finite numbers may be infinite.
     */
    private Var health(Var loss, List<Var> gradients) {
        Var health = loss;
        for (int i = 0; i < parameters.size(); i++) {
            if (learner.frozen().contains(parameters.get(i))
                    || settings.optimiser().hides()) {
                health = health.add(zero(gradients.get(i)));
            }
        }
        return health;
    }

    /** Zero times a finite number is 0, times any other it is NaN: so one sum tells whether all of them are finite. */
    private static Var zero(Var numbers) {
        return numbers.mul(0).sum();
    }

    private Map<Variable, Node> guarded(Var health, Map<Variable, Var> wanted) {
        Var sum = health;
        for (Var value : wanted.values()) {
            sum = sum.add(zero(value));
        }
        Var finite = sum.mul(0).equalTo(sum.like(0));
        Var go = finite.mul(sum.read(halted).neg().add(1));
        Map<Variable, Node> updates = new LinkedHashMap<>();
        wanted.forEach((variable, value) ->
                updates.put(variable, Var.where(go, value, value.read(variable)).node()));
        updates.put(halted, go.neg().add(1).node());
        return updates;
    }
}
