package org.chainboard.tools.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.network.Checked;
import org.chainboard.engine.network.NetworkCheck;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.OptimiserChain;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.RowLayout;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.training.Task;
import org.chainboard.tools.training.TaskException;
import org.chainboard.tools.training.UsualLoss;
import org.chainboard.tools.training.UsualTraining;
import org.chainboard.tools.words.Words;

/**
 * A training that is ready to begin.
 *
 * @param project with the settings that hold
 * @param task what runs
 * @param backend what computes it
 * @param steps how many steps to take
 */
record TrainSetup(Project project, Task task, Backend backend, long steps) {

    static TrainSetup of(TrainOptions options) throws CliException {
        options.check();
        TrainStart start = TrainStart.read(options.file);
        ProjectData data = new TrainData(options, start).choose();
        Backend backend = backend(options, start);
        try {
            Samples samples = Samples.of(data, seed(options, start));
            ProjectSettings settings = settings(options, start, data, samples);
            Project project = start.project()
                    .map(own -> own.with(settings))
                    .orElseGet(() -> Project.of(start.network(), RowLayout.of(start.network()), settings));
            requireInputs(start, samples);
            Checked checked = Task.check(new NetworkCheck(), start.network(), samples, settings.batch());
            if (!checked.isSound()) {
                throw CliException.saying(checked.problems().get(0).sentence());
            }
            Task task = Task.of(start.network(), checked, settings, samples, project.weights());
            return new TrainSetup(project, task, backend, steps(options, task));
        } catch (TaskException | ShapeException e) {
            throw CliException.saying(e.getMessage());
        } catch (ArithmeticException | NegativeArraySizeException | OutOfMemoryError tooLarge) {
            throw new CliException("train.large");
        }
    }

    /** Before anything slow, because a name may be wrong. */
    private static Backend backend(TrainOptions options, TrainStart start) throws CliException {
        String own =
                start.project().map(project -> project.settings().backend()).orElse(Backends.USUAL);
        try {
            return Backends.named(options.backend == null ? own : options.backend);
        } catch (BackendException e) {
            throw CliException.saying(e.getMessage());
        }
    }

    private static long seed(TrainOptions options, TrainStart start) {
        long own = start.project().map(project -> project.settings().seed()).orElse(UsualTraining.SEED);
        return options.seed == null ? own : options.seed;
    }

    private static long steps(TrainOptions options, Task task) throws CliException {
        if (options.epochs == null) {
            return options.steps == null ? UsualTraining.STEPS : options.steps;
        }
        try {
            return Math.multiplyExact(options.epochs, task.program().stepsPerEpoch());
        } catch (ArithmeticException e) {
            throw new CliException("train.manySteps", options.epochs);
        }
    }

    /** What a text says of its first Dense; a drawing takes what comes. */
    private static void requireInputs(TrainStart start, Samples samples) throws CliException {
        int features = samples.data().features().size();
        if (start.inputs().isPresent() && start.inputs().getAsInt() != features) {
            throw new CliException("train.inputs", start.inputs().getAsInt(), features);
        }
    }

    private static ProjectSettings settings(TrainOptions options, TrainStart start, ProjectData data, Samples samples)
            throws CliException {
        boolean classes = samples.data().hasClasses() || samples.isYesOrNo();
        ProjectSettings settings = start.project()
                .map(project -> own(options, project, data, classes))
                .orElseGet(() -> UsualTraining.of(data, UsualLoss.of(start.network(), classes)));
        if (options.loss != null) {
            settings = settings.withLoss(loss(options.loss).text());
        }
        settings = optimiser(options, settings);
        settings = options.batch == null ? settings : settings.withBatch(options.batch);
        settings = options.seed == null ? settings : settings.withSeed(options.seed);
        settings = options.dtype == null ? settings : settings.withDtype(dtype(options.dtype));
        return options.backend == null ? settings : settings.withBackend(options.backend);
    }

    private static ProjectSettings own(TrainOptions options, Project project, ProjectData data, boolean classes) {
        ProjectSettings settings = project.settings().withData(data);
        // a loss that was chosen for these very data stays, however unusual it is
        return options.changesData()
                ? settings.withLoss(UsualLoss.after(project.network(), settings.loss(), classes)
                        .text())
                : settings;
    }

    private static ProjectSettings optimiser(TrainOptions options, ProjectSettings before) throws CliException {
        ProjectSettings settings = before;
        if (options.optimiser != null) {
            settings = optimiser(options.optimiser, settings);
        }
        boolean rated = options.rate != null || options.schedule != null;
        if (rated && Double.isNaN(settings.hyper(Optimiser.ETA))) {
            throw new CliException("train.noEta", settings.optimiser());
        }
        settings = options.rate == null ? settings : settings.withHyper(Optimiser.ETA, options.rate);
        return options.schedule == null ? settings : scheduled(options.schedule, settings);
    }

    private static ProjectSettings scheduled(String text, ProjectSettings settings) throws CliException {
        try {
            return settings.withSchedule(Optimiser.ETA, Schedule.of(text).text());
        } catch (IllegalArgumentException e) {
            throw CliException.saying(e.getMessage());
        }
    }

    /** What is wrong with the text of a function, the engine says best. */
    private static LossFunction loss(String text) throws CliException {
        boolean isName = text.chars().allMatch(Character::isJavaIdentifierPart);
        try {
            return LossFunction.of(text);
        } catch (IllegalArgumentException e) {
            throw isName ? unknown("train.noLoss", text, Loss.values()) : CliException.saying(e.getMessage());
        }
    }

    /** A name alone keeps the numbers there are for it: those of one optimiser mean nothing to another. */
    private static ProjectSettings optimiser(String text, ProjectSettings settings) throws CliException {
        if (!text.contains("(")) {
            String name = Optimiser.parse(text)
                    .orElseThrow(() -> unknown("train.noOptimiser", text, Optimiser.values()))
                    .text();
            return name.equals(settings.optimiser()) ? settings : settings.withOptimiser(name, Map.of());
        }
        try {
            return written(UpdateRule.of(text), settings);
        } catch (IllegalArgumentException e) {
            throw CliException.saying(e.getMessage());
        }
    }

    /** A single rule is a row of the table with numbers of its own. */
    private static ProjectSettings written(UpdateRule rule, ProjectSettings settings) {
        boolean row = rule instanceof OptimiserChain chain
                && chain.links().size() == 1
                && chain.links().get(0).kind() instanceof Optimiser;
        return row
                ? settings.withOptimiser(
                        ((OptimiserChain) rule).links().get(0).kind().text(), rule.numbers(Map.of()))
                : settings.withOptimiser(rule.text(), Map.of());
    }

    private static CliException unknown(String key, String name, Object[] rows) {
        String known = Arrays.stream(rows).map(String::valueOf).collect(Collectors.joining(", "));
        return new CliException(key, Words.brief(name), known);
    }

    private static DType dtype(String name) throws CliException {
        return switch (name) {
            case "f32", "float32" -> DType.F32;
            case "f64", "float64" -> DType.F64;
            default -> throw new CliException("value", "--dtype", "f32|f64", name);
        };
    }
}
