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
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * A program on a backend, going through epochs and batches. For one thread; what it computes depends on the program, the
 * backend and the number of steps only, not on how the steps are asked for.
 */
public final class TrainingRun implements AutoCloseable {
    /** Steps in one call of the backend at most; bounds the memory for what they report. */
    private static final int CHUNK = 256;

    private final TrainingProgram program;
    private final Backend backend;
    private final Clockwork clockwork;
    private final Divergence divergence = new Divergence();
    private final Executable executable;
    private final SeriesLog loss;
    private final SeriesLog testLoss;
    private final List<SeriesLog> norms = new ArrayList<>();
    private final Set<Variable> bound;
    private final double[] report;
    private final int width;
    private Sound newest = Sound.NOTHING;
    private Sound before = Sound.NOTHING;

    /** Whether something in a step is random. */
    private final boolean random;

    private long step;
    private boolean failed;

    /** What all that learns was at a step whose loss was finite. */
    private record Sound(long step, Map<Variable, Tensor> values) {
        static final Sound NOTHING = new Sound(-1, Map.of());
    }

    /** Binds {@code program} to {@code backend}; the run starts from the present values of its variables. */
    public TrainingRun(TrainingProgram program, Backend backend) {
        this(program, backend, 0);
    }

    /** Takes a run up again: the variables hold what {@link #keep} left, {@code step} steps have been taken. */
    public TrainingRun(TrainingProgram program, Backend backend, long step) {
        this(program, backend, step, new SeriesLog("train"), new SeriesLog("test"), List.of());
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
            TrainingProgram program,
            Backend backend,
            long step,
            SeriesLog loss,
            SeriesLog testLoss,
            List<SeriesLog> earlierNorms) {
        this.program = program;
        this.backend = backend;
        this.clockwork = new Clockwork(program);
        this.step = step;
        this.loss = loss;
        this.testLoss = testLoss;
        this.executable = backend.bind(program.plans());
        this.bound = program.variables();
        this.width = program.full().scalars().size();
        this.random = uses(program.number());
        this.report = new double[CHUNK * width];
        for (Parameter parameter : program.parameters()) {
            norms.add(earlierNorms.stream()
                    .filter(log -> log.name().equals(parameter.name()))
                    .findFirst()
                    .orElseGet(() -> new SeriesLog(parameter.name())));
        }
        executable.write(program.order(), program.orderOf(epoch()));
    }

    /**
     * Goes on after a run whose program was changed: counts its steps on and draws its curves on. The new program starts
     * from what its variables hold; the earlier run is of no use afterwards, but has still to be closed.
     */
    public static TrainingRun after(TrainingRun earlier, TrainingProgram program, Backend backend) {
        return new TrainingRun(program, backend, earlier.step, earlier.loss, earlier.testLoss, earlier.norms);
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
        TrainingProgram changed = program.withFrozen(frozen);
        keep();
        TrainingRun next = after(this, changed, backend);
        close();
        return next;
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
        int place = place();
        clockwork.set(executable, step, 1);
        executable.write(program.counter(), number(place));
        Plan plan = place < program.fullSteps() ? program.full() : program.last();
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
        return divergence.seen() && !failed ? Sentences.get("diverging", step) : "";
    }

    /** Takes {@code count} steps, or fewer when one of them fails. */
    public void advance(long count) {
        long goal = step + count;
        while (step < goal && !failed) {
            int place = place();
            if (place == 0) {
                executable.write(program.order(), program.orderOf(epoch()));
            }
            int whole = program.fullSteps() - place;
            if (whole > 0) {
                long most = Math.min(Math.min(goal - step, whole), CHUNK);
                run(program.full(), (int) clockwork.set(executable, step, most), place);
            } else {
                clockwork.set(executable, step, 1);
                run(program.last(), 1, place);
            }
        }
    }

    /** Steps since the epoch began. */
    private int place() {
        return (int) (step % program.stepsPerEpoch());
    }

    private Tensor number(double value) {
        return Tensor.of(program.counter().shape(), program.counter().dtype(), value);
    }

    private void run(Plan plan, int times, int place) {
        executable.write(program.counter(), number(place));
        if (random) {
            executable.write(
                    program.number(), Mode.number(step, program.number().dtype()));
        }
        executable.run(plan, times, report);
        for (int i = 0; i < times && !failed; i++) {
            note(i * width);
        }
    }

    private void note(int row) {
        boolean taken = report[row + 1 + norms.size()] != 0;
        if (!taken) {
            failed = true;
            return;
        }
        loss.add(step, report[row]);
        divergence.add(report[row]);
        for (int i = 0; i < norms.size(); i++) {
            norms.get(i).add(step, report[row + 1 + i]);
        }
        step++;
    }

    /** Computes loss and accuracy over whole parts, and adds the test loss to its curve. */
    public Judgement judge() {
        double[] training = scalars(program.judgeTraining());
        if (!failed && Double.isFinite(training[0])) {
            remember();
        }
        double[] test =
                program.judgeTest() == null ? new double[] {Double.NaN, Double.NaN} : scalars(program.judgeTest());
        if (program.judgeTest() != null && Double.isFinite(test[0])) {
            testLoss.add(step, test[0]);
        }
        return new Judgement(training[0], accuracy(training), test[0], accuracy(test));
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

    private static double accuracy(double[] scalars) {
        return scalars.length > 1 ? scalars[1] : Double.NaN;
    }

    private double[] scalars(Plan plan) {
        double[] values = new double[plan.scalars().size()];
        executable.run(plan, 1, values);
        return values;
    }

    /** The model's answers to the inputs watched by the program, outputs x inputs; null when it watches none. */
    public Tensor predictions() {
        if (program.predict() == null) {
            return null;
        }
        executable.run(
                program.predict(), 1, new double[program.predict().scalars().size()]);
        return executable.output(program.predict(), TrainingProgram.PREDICTION);
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
        executable.write(variable, value);
    }

    /** The gradient that the latest step followed. */
    public Tensor gradient(Parameter parameter) {
        return executable.output(latest(), TrainingProgram.GRADIENT + parameter.name());
    }

    private Plan latest() {
        boolean lastOfEpoch = step > 0 && step % program.stepsPerEpoch() == 0;
        return lastOfEpoch && program.last() != null ? program.last() : program.full();
    }

    private void remember() {
        Map<Variable, Tensor> values = new LinkedHashMap<>();
        program.learned().forEach(variable -> values.put(variable, now(variable)));
        before = newest.step < step ? newest : before;
        newest = new Sound(step, values);
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
            Sound last = newest.step < step ? newest : before;
            last.values.forEach(Variable::set);
        }
    }

    /** The curves so far. */
    public Curves curves() {
        return new Curves(
                loss.curve(),
                testLoss.curve(),
                norms.stream().map(SeriesLog::curve).toList());
    }

    /** The loss of every batch, the test loss, and the length of every parameter's gradient. */
    public record Curves(Curve loss, Curve testLoss, List<Curve> norms) {}

    @Override
    public void close() {
        executable.close();
    }
}
