package org.chainboard.engine.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * A program on a backend, going through epochs and batches. For one thread; what it computes depends on the program, the
 * backend and the number of steps only, not on how the steps are asked for.
 */
public final class TrainingRun implements AutoCloseable {
    private final TrainingProgram program;
    private final Backend backend;
    private final Journal journal;
    private final Executable executable;
    private final Examiner examiner;
    private final Feed feed;
    private final Gradients gradients;
    private final Set<Variable> bound;
    private final double[] report;
    private final int width;
    /** What was written since the newest checkpoint. */
    private final Map<Variable, Tensor> written = new LinkedHashMap<>();

    private long step;
    private boolean failed;

    /** Binds {@code program} to {@code backend}; the run starts from the present values of its variables. */
    public TrainingRun(TrainingProgram program, Backend backend) {
        this(program, backend, 0);
    }

    /** Takes a run up again: the variables hold what {@link #keep} left, {@code step} steps have been taken. */
    public TrainingRun(TrainingProgram program, Backend backend, long step) {
        this(program, backend, step, Journal.of(program), Map.of());
    }

    /**
     * Goes on from where another run stood when {@code state} was taken, bit for bit as that one would have.
     *
     * @throws IllegalArgumentException when the state is that of another training
     */
    public TrainingRun(TrainingProgram program, Backend backend, TrainingState state) {
        this(restored(program, state), backend, state.step());
    }

    private static TrainingProgram restored(TrainingProgram program, TrainingState state) {
        program.restore(state);
        return program;
    }

    private TrainingRun(
            TrainingProgram program, Backend backend, long step, Journal journal, Map<Parameter, Tensor> gradients) {
        this.program = program;
        this.backend = backend;
        this.step = step;
        this.journal = journal;
        this.executable = backend.bind(program.plans());
        this.examiner = new Examiner(program, executable);
        this.feed = new Feed(program, executable);
        this.gradients = new Gradients(program, executable, gradients);
        this.bound = program.variables();
        this.width = program.full().scalars().size();
        this.report = new double[Feed.CHUNK * width];
        feed.order(step);
    }

    /**
     * Goes on after a run whose program was changed: counts its steps on and draws its curves on. The new program starts
     * from what its variables hold; the earlier run is of no use afterwards, but has still to be closed.
     */
    public static TrainingRun after(TrainingRun earlier, TrainingProgram program, Backend backend) {
        return new TrainingRun(program, backend, earlier.step, earlier.journal.under(program), Map.of());
    }

    /**
     * Goes on with these parameters frozen, those that are frozen already included: their numbers and what the optimiser
     * remembers of them stay, their gradients are reported all the same. This run is closed.
     *
     * @throws IllegalArgumentException when one of them is no parameter of the model
     */
    public TrainingRun freeze(Collection<Parameter> parameters) {
        Set<Parameter> frozen = new LinkedHashSet<>(program.frozen());
        frozen.addAll(parameters);
        return withFrozen(frozen);
    }

    /** Goes on with these parameters learning again, from where they were frozen. This run is closed. */
    public TrainingRun thaw(Collection<Parameter> parameters) {
        Set<Parameter> frozen = new LinkedHashSet<>(program.frozen());
        frozen.removeAll(parameters);
        return withFrozen(frozen);
    }

    private TrainingRun withFrozen(Set<Parameter> frozen) {
        TrainingRun next = changed(frozen);
        Placement.closeQuietly(this);
        return next;
    }

    /** Goes on with these parameters frozen, and no others; only one of the two may go on. */
    TrainingRun changed(Set<Parameter> frozen) {
        TrainingProgram changed = program.withFrozen(frozen);
        keep();
        keepGradients();
        return new TrainingRun(changed, backend, step, journal.under(changed), gradients.kept());
    }

    /**
     * Goes on on another backend. This run is closed, unless the other cannot be used.
     *
     * @throws BackendException when the other cannot be used; the message is a sentence for people
     */
    public TrainingRun on(Backend other) {
        TrainingRun next = beside(other);
        Placement.closeQuietly(this);
        return next;
    }

    /** The same run on another backend; only one of the two may go on. */
    TrainingRun beside(Backend other) {
        keep();
        keepGradients();
        return asBound(other);
    }

    /** The same run as it was bound, for one that has taken no step. It asks nothing of this run's backend. */
    TrainingRun asBound(Backend other) {
        return new TrainingRun(program, other, step, journal, gradients.kept());
    }

    /** What computes it. */
    public Backend backend() {
        return backend;
    }

    Checkpoint checkpoint() {
        TrainingState now = state();
        written.clear();
        return new Checkpoint(now, journal.copy());
    }

    boolean wasWrittenSinceCheckpoint() {
        return !written.isEmpty();
    }

    /** Goes on from this run's newest checkpoint, with what was written since. It asks nothing of this run's backend. */
    TrainingRun from(Checkpoint checkpoint, Backend other) {
        restore(checkpoint);
        return new TrainingRun(
                program, other, checkpoint.step(), checkpoint.journal().copy(), Map.of());
    }

    /** Goes on from what {@link #keep} would give after a failure. It asks nothing of this run's backend. */
    TrainingRun keptFrom(Checkpoint checkpoint, Backend other) {
        restore(checkpoint);
        journal.soundBefore(step).forEach(Variable::set);
        return asBound(other);
    }

    private void restore(Checkpoint checkpoint) {
        program.restore(checkpoint.state());
        written.forEach(Variable::set);
    }

    TrainingProgram program() {
        return program;
    }

    Executable executable() {
        return executable;
    }

    /** The parameters that do not move. */
    public Set<Parameter> frozen() {
        return program.frozen();
    }

    /** Steps taken so far. */
    public long step() {
        return step;
    }

    /** Complete passes over the training part so far. */
    public long epoch() {
        return step / program.stepsPerEpoch();
    }

    /** Whether a step gave a number that is not finite; the parameters are then those before that step. */
    public boolean failed() {
        return failed;
    }

    /**
     * What first gave a number that is not finite in the step that failed, found by taking that step once more with the
     * definitions of the ops; empty where the run did not fail, or where the definitions give finite numbers.
     */
    public Optional<Culprit> culprit() {
        if (!failed) {
            return Optional.empty();
        }
        Plan plan = aim();
        Node taken = plan.graph().outputs().get(StepGraph.TAKEN);
        return Culprit.of(plan.graph(), this::beforeTheStep, taken);
    }

    /** Everything as it was, save the note that a step has failed. */
    private Tensor beforeTheStep(Variable variable) {
        return variable == program.halted() ? program.halted().value() : executable.read(variable);
    }

    /** Why it stopped, as a sentence; empty where it did not. */
    public String failure() {
        if (!failed) {
            return "";
        }
        return culprit()
                .map(found -> Sentences.get("notFiniteIn", step, found.text()))
                .orElseGet(() -> Sentences.get("notFinite", step));
    }

    /** What to warn of while it still runs, as a sentence: that the loss grows without bound; empty where all is well. */
    public String warning() {
        return journal.diverges() && !failed ? Sentences.get("diverging", step) : "";
    }

    /** Takes {@code count} steps, or fewer when one of them fails. */
    public void advance(long count) {
        long goal = step + count;
        while (step < goal && !failed) {
            int times = feed.ready(step, goal - step);
            Plan plan = feed.plan(step);
            executable.run(plan, times, report);
            gradients.taken(plan);
            note(times);
        }
    }

    private void note(int times) {
        for (int i = 0; i < times && !failed; i++) {
            failed = !journal.note(step, report, i * width);
            step += failed ? 0 : 1;
        }
    }

    /** Makes ready for the next step, and says which plan takes it. */
    Plan aim() {
        feed.order(step);
        feed.ready(step, 1);
        return feed.plan(step);
    }

    /** Computes loss and accuracy over whole parts, and adds the test loss to its curve. */
    public Judgement judge() {
        Judgement found = examiner.judge();
        if (!failed && Double.isFinite(found.loss())) {
            remember();
        }
        if (Double.isFinite(found.testLoss())) {
            journal.noteTest(step, found.testLoss());
        }
        return found;
    }

    /**
     * How good the model is now.
     *
     * @param loss over the whole training part
     * @param accuracy share of training samples classified right; NaN without classes
     * @param testLoss over the test part; NaN when there is none
     * @param testAccuracy share of test samples classified right; NaN without classes or test part
     */
    public record Judgement(double loss, double accuracy, double testLoss, double testAccuracy) {}

    /** The model's answers to the inputs watched by the program, outputs x inputs; null when it watches none. */
    public Tensor predictions() {
        return examiner.predictions();
    }

    /** The present numbers of every parameter, by name. */
    public Map<String, Tensor> parameters() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (Parameter parameter : program.parameters()) {
            values.put(parameter.name(), executable.read(parameter));
        }
        return values;
    }

    /** Whether {@code parameter} is one of the program's. */
    public boolean owns(Parameter parameter) {
        return program.parameters().contains(parameter);
    }

    /** Whether {@code variable} is read or changed by the program. */
    public boolean uses(Variable variable) {
        return bound.contains(variable);
    }

    /** The present numbers of one variable of the program. */
    public Tensor read(Variable variable) {
        return now(variable);
    }

    /** Changes one variable of the program, such as the step size. */
    public void write(Variable variable, Tensor value) {
        // noted first: where a card fails at it, the processor goes on with the new numbers
        written.put(variable, value);
        executable.write(variable, value);
    }

    /**
     * The gradient that the latest step followed, of the parameter's size, wherever that step was taken; zeros where none
     * was taken by this program yet.
     */
    public Tensor gradient(Parameter parameter) {
        return gradients.of(parameter);
    }

    /** Keeps the gradients of the latest step, for its plans are about to compute something else. */
    void keepGradients() {
        gradients.keep();
    }

    private void remember() {
        Map<Variable, Tensor> values = new LinkedHashMap<>();
        program.learned().forEach(variable -> values.put(variable, now(variable)));
        journal.remember(step, values);
    }

    /** What is frozen may not be bound, and is then what its holder says. */
    private Tensor now(Variable variable) {
        return bound.contains(variable) ? executable.read(variable) : variable.value();
    }

    /** Where the run stands. */
    public TrainingState state() {
        List<TrainingState.Entry> entries = new ArrayList<>();
        program.lasting().forEach(variable -> entries.add(new TrainingState.Entry(variable.name(), now(variable))));
        return new TrainingState(step, entries);
    }

    /**
     * Copies the present numbers of all variables into their holders, so that another run can go on from here. After a
     * failure no step leads on from the present parameters, however small: they are those of the newest {@link #judge}
     * after which a step was taken.
     */
    public void keep() {
        program.lasting().forEach(variable -> variable.set(now(variable)));
        if (failed) {
            journal.soundBefore(step).forEach(Variable::set);
        }
    }

    /** The curves so far. */
    public Curves curves() {
        return journal.curves();
    }

    /** The loss of every batch, the test loss, and the length of every parameter's gradient. */
    public record Curves(Curve loss, Curve testLoss, List<Curve> norms) {}

    @Override
    public void close() {
        executable.close();
    }
}
