package org.chainboard.tools.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.NetworkCheck;
import org.chainboard.engine.network.NetworkModel;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Learner;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingSettings;
import org.chainboard.engine.train.TrainingState;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.words.Words;

/**
 * A project made ready to train.
 *
 * @param samples what is learned from
 * @param model what learns; its parameters hold the numbers that training starts from
 * @param program the steps to run
 * @param outlook the picture that suits the data
 */
public record Task(Samples samples, NetworkModel model, TrainingProgram program, Outlook outlook) {
    private static final Words WORDS = new Words("task");

    /**
     * Reads the data, checks the drawing and compiles.
     *
     * @throws TaskException when the data cannot be read or the drawing has a problem
     */
    public static Task of(Project project) throws TaskException {
        ProjectSettings settings = project.settings();
        Samples samples = Samples.of(settings.data(), settings.seed());
        Checked checked = check(new NetworkCheck(), project.network(), samples, settings.batch());
        if (!checked.isSound()) {
            throw new TaskException(checked.problems().get(0).sentence());
        }
        return of(project.network(), checked, settings, samples, project.weights());
    }

    /** Checks a drawing against the data it is to learn; sizes are those of a whole batch. */
    public static Checked check(NetworkCheck check, Network network, Samples samples, int batch) {
        int columns = Math.min(batch, samples.split().train().length);
        return check.check(
                network,
                Shape.of(samples.data().x().shape().dim(0), columns),
                Shape.of(samples.data().y().shape().dim(0), columns));
    }

    /**
     * Compiles a drawing whose check found nothing wrong.
     *
     * @param weights numbers to start from, by node; where there are none of the right size, they are drawn
     * @throws TaskException when loss, optimiser or data do not fit, or the whole does not fit into memory
     */
    public static Task of(
            Network network,
            Checked checked,
            ProjectSettings settings,
            Samples samples,
            Map<String, List<Tensor>> weights)
            throws TaskException {
        TrainingSettings training = settings(settings);
        try {
            return of(network, checked, settings, samples, weights, training);
        } catch (ArithmeticException | NegativeArraySizeException | OutOfMemoryError tooLarge) {
            throw new TaskException(WORDS.get("large"));
        }
    }

    private static Task of(
            Network network,
            Checked checked,
            ProjectSettings settings,
            Samples samples,
            Map<String, List<Tensor>> weights,
            TrainingSettings training) {
        NetworkModel model = NetworkModel.of(network, checked, settings.dtype(), settings.seed());
        model.takeOver(weights);
        Learner learner = new Learner(model.prediction(), model.target().orElse(null), Set.of());
        Outlook outlook = Outlook.of(samples, training.loss());
        TrainingProgram program = new TrainingProgram(learner, samples.training(), training, outlook.watched());
        return new Task(samples, model, program, outlook);
    }

    private static TrainingSettings settings(ProjectSettings settings) throws TaskException {
        LossFunction loss = LossFunction.parse(settings.loss())
                .orElseThrow(() -> new TaskException(WORDS.get("noLoss", settings.loss())));
        UpdateRule optimiser = UpdateRule.parse(settings.optimiser())
                .orElseThrow(() -> new TaskException(WORDS.get("noOptimiser", settings.optimiser())));
        try {
            Map<String, Schedule> schedules = new HashMap<>();
            settings.schedules().forEach((name, text) -> schedules.put(name, Schedule.of(text)));
            return new TrainingSettings(
                    loss, optimiser, settings.hypers(), schedules, settings.batch(), settings.seed(), settings.dtype());
        } catch (IllegalArgumentException e) {
            throw new TaskException(
                    WORDS.get("schedule", String.join(", ", settings.schedules().keySet()), e.getMessage()));
        }
    }

    /**
     * Goes on from where a saved training stood, where this is such a training; else from its beginning.
     *
     * @return how many steps it had taken, for a run to count on from
     */
    public long resume(Optional<TrainingState> saved) {
        return saved.filter(program::restoreMemory).map(TrainingState::step).orElse(0L);
    }

    /** The project with the numbers that the parameters hold now, and all it takes to go on after {@code step} steps. */
    public Project trained(Project project, long step) {
        return project.trained(model.weights(), samples.schema(), program.memory(step));
    }

    /** The project with the numbers that the parameters hold now. */
    public Project trained(Project project) {
        return project.trained(model.weights(), samples.schema());
    }

    /**
     * Goes on from an earlier task: what its optimiser remembers of each parameter is taken over where node, size and
     * optimiser are the same. The parameters' own numbers are not; see {@link NetworkModel#takeOver}.
     */
    public void rememberAs(Task earlier) {
        Map<String, List<Parameter>> before = earlier.model.parameters();
        model.parameters().forEach((node, own) -> {
            List<Parameter> others = before.getOrDefault(node, List.of());
            for (int i = 0; i < Math.min(own.size(), others.size()); i++) {
                copy(earlier.program.memory(others.get(i)), program.memory(own.get(i)));
            }
        });
    }

    private static void copy(List<State> from, List<State> to) {
        boolean same = shapes(from).equals(shapes(to));
        for (int i = 0; same && i < to.size(); i++) {
            to.get(i).set(from.get(i).value());
        }
    }

    private static List<Shape> shapes(List<State> states) {
        return states.stream().map(State::shape).toList();
    }
}
