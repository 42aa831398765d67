package org.chainboard.app.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.History;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.run.Status.State;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.engine.train.Trainer;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.training.Task;

/**
 * The document in use as a training. It follows every edit: a changed drawing is checked and compiled in the background,
 * and training goes on with the numbers it had. All methods belong to the JavaFX thread; none of them waits.
 */
public final class Session implements AutoCloseable {
    private static final int MOST_WATCHED = 200_000;

    private final History history;
    private final FxThread fx;
    private final Background background;
    private final Trainer trainer = new Trainer();
    private final Compiler compiler = new Compiler();
    private final Relay relay;
    private final Devices devices;
    private final ReadOnlyObjectWrapper<Outcome> outcome;
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(new Status(State.COMPILING, ""));
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(Speed.WATCH);
    private final ReadOnlyObjectWrapper<Optional<Snapshot>> snapshot = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Task>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);

    /** What is being compiled now, or was compiled last. */
    private Document wanted;
    /** Whether an answer of the compile thread is still to come. */
    private boolean compiling;
    /** Counts what was asked of the compile thread: only the newest answer counts. */
    private long generation;
    /** Numbers that the next task begins with; empty to go on with those there are. */
    private Optional<Start> beginWith = Optional.of(Start.FRESH);
    /** Whether training goes on as soon as the document can be trained. */
    private boolean goOn;
    /** Steps to take as soon as the document can be trained. */
    private int stepsWanted;

    /** With the backends of this installation. */
    public Session(History history, FxThread fx, Background background, PulseClock clock) {
        this(history, fx, background, clock, Backends::named);
    }

    /** @param backends finds a backend by its name */
    public Session(
            History history, FxThread fx, Background background, PulseClock clock, Function<String, Backend> backends) {
        this.history = history;
        this.fx = fx;
        this.background = background;
        this.relay = new Relay(backends, trainer::refused);
        this.devices = new Devices(trainer, fx, backends);
        this.outcome = new ReadOnlyObjectWrapper<>(Outcome.none(history.now()));
        history.document().addListener((property, before, now) -> follow(now));
        clock.onPulse(now -> look());
        setSpeed(Speed.WATCH);
        compile(history.now());
    }

    /** What became of the newest document that was looked at. */
    public ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** What it is doing. */
    public ReadOnlyObjectProperty<Status> status() {
        return status.getReadOnlyProperty();
    }

    /** The newest numbers, looked up once per pulse; of the task in {@link #outcome}, or of the one before it. */
    public ReadOnlyObjectProperty<Optional<Snapshot>> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The task that {@link #snapshot} shows; empty between two tasks, when the numbers may be of either. */
    public ReadOnlyObjectProperty<Optional<Task>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** How far the numbers that {@link #project} gives have come. */
    public ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /** Trains, now or as soon as the document is compiled; after a failure from the last numbers that were finite. */
    public void train() {
        goOn = true;
        if (hasFailed()) {
            compile(history.now());
        } else if (isCurrent()) {
            trainer.start();
        }
    }

    /** Holds after the present step. */
    public void pause() {
        goOn = false;
        trainer.pause();
    }

    /** Holds, and takes one step, now or as soon as the document is compiled. */
    public void step() {
        goOn = false;
        if (isCurrent()) {
            trainer.step(1);
        } else {
            stepsWanted++;
        }
    }

    /** Holds, and begins again with the numbers that the seed gives. */
    public void reset() {
        beginAgain(Start.FRESH);
    }

    /** Processor or graphics card. */
    public Devices devices() {
        return devices;
    }

    /** How fast it goes. */
    public ReadOnlyObjectProperty<Speed> speed() {
        return speed.getReadOnlyProperty();
    }

    /** Sets how fast to go. */
    public void setSpeed(Speed wanted) {
        speed.set(wanted);
        trainer.setPace(wanted.pace());
    }

    /** Begins with another document and its numbers, as after opening a file. */
    public void open(Document document, Map<String, List<Tensor>> weights) {
        open(document, Start.of(weights));
    }

    /** Begins with another document, exactly where it was left. */
    public void open(Document document, Start start) {
        beginWith = Optional.of(start);
        goOn = false;
        trainer.pause();
        devices.opened(document.settings().backend());
        history.open(document);
        beginAgain(start);
    }

    /** Reads the data again, for its file may have changed. */
    public void readDataAgain() {
        background.compile().execute(compiler::forgetData);
        compile(history.now());
    }

    /** The project as it is now, with the numbers its nodes have. */
    public CompletableFuture<Project> project() {
        Document document = history.now();
        Project drawn = Project.of(document.network(), document.positions(), document.settings());
        if (beginWith.isPresent()) {
            Map<String, List<Tensor>> own =
                    Shelf.of(drawn.network(), beginWith.get().weights());
            return CompletableFuture.completedFuture(new Project(
                    drawn.network(),
                    drawn.positions(),
                    drawn.settings(),
                    own,
                    drawn.schema(),
                    beginWith.get().training(),
                    drawn.unknown()));
        }
        CompletableFuture<Project> answer = new CompletableFuture<>();
        trainer.with(run -> answer.complete(relay.trained(run, drawn)));
        trainer.then(() -> answer.complete(relay.trained(null, drawn)));
        return answer;
    }

    @Override
    public void close() {
        trainer.close();
    }

    private boolean isCurrent() {
        boolean ready = !compiling && outcome.get().task().isPresent();
        return ready && sameTraining(outcome.get().document(), history.now());
    }

    private void beginAgain(Start start) {
        goOn = false;
        stepsWanted = 0;
        beginWith = Optional.of(start);
        progress.set(start.progress());
        compile(history.now());
    }

    private void follow(Document now) {
        if (sameTraining(wanted, now) && !hasFailed()) {
            writeHypers(now.settings());
            wanted = now;
            return;
        }
        boolean otherStart = wanted.settings().seed() != now.settings().seed()
                || wanted.settings().dtype() != now.settings().dtype();
        if (otherStart) {
            beginAgain(Start.FRESH);
        } else {
            compile(now);
        }
    }

    /** Whether two documents are trained by the same steps; the optimiser's numbers may differ. */
    private static boolean sameTraining(Document a, Document b) {
        return a.network().equals(b.network()) && withoutHypers(a).equals(withoutHypers(b));
    }

    private static ProjectSettings withoutHypers(Document document) {
        ProjectSettings settings = document.settings();
        return settings.withOptimiser(settings.optimiser(), Map.of());
    }

    private void writeHypers(ProjectSettings settings) {
        Optional<Task> task = outcome.get().task();
        if (task.isEmpty()) {
            return;
        }
        Map<String, Double> values = new HashMap<>();
        task.get().program().hypers().keySet().forEach(name -> values.put(name, settings.hyper(name)));
        DType dtype = settings.dtype();
        trainer.with(run -> task.get().program().hypers().forEach((name, state) -> {
            if (run.uses(state)) {
                run.write(state, Tensor.of(Shape.scalar(), dtype, values.get(name)));
            }
        }));
    }

    private void compile(Document document) {
        wanted = document;
        compiling = true;
        long asked = ++generation;
        status.set(new Status(State.COMPILING, ""));
        background.compile().execute(() -> {
            Outcome result = compiler.compile(document);
            fx.execute(() -> take(result, asked));
        });
    }

    private void take(Outcome result, long asked) {
        if (asked != generation) {
            return;
        }
        compiling = false;
        outcome.set(result);
        if (result.task().isEmpty()) {
            trainer.pause();
            status.set(new Status(State.IDLE, result.sentence()));
            return;
        }
        use(result.task().get(), result.document().settings().backend());
        writeHypers(history.now().settings());
        if (stepsWanted > 0) {
            trainer.step(stepsWanted);
        } else if (goOn) {
            trainer.start();
        }
        stepsWanted = 0;
    }

    private void use(Task task, String backend) {
        Optional<Start> start = beginWith;
        beginWith = Optional.empty();
        shown.set(Optional.empty());
        List<String> order = devices.order(backend);
        start.ifPresentOrElse(
                from -> trainer.begin(() -> relay.begin(task, from, order)),
                () -> trainer.use(earlier -> relay.goOn(earlier, task, order), true));
        trainer.then(() -> fx.execute(() -> begun(task)));
        trainer.watch(watched(task));
    }

    /** A task that could not begin leaves the numbers of the one before it. */
    private void begun(Task task) {
        boolean stillWanted = outcome.get().task().filter(now -> now == task).isPresent();
        if (stillWanted && trainer.latest().phase() != Snapshot.Phase.FAILED) {
            look();
            shown.set(Optional.of(task));
            note();
        }
    }

    /** Counts the steps of the numbers there are now; not those of a run that is about to be replaced. */
    private void note() {
        if (beginWith.isEmpty() && shown.get().isPresent()) {
            progress.set(new Progress(
                    progress.get().fromSeed(), snapshot.get().orElseThrow().step()));
        }
    }

    /** Parameters that are looked at; the numbers of very large ones are not. */
    private static List<Parameter> watched(Task task) {
        return task.program().parameters().stream()
                .filter(parameter -> parameter.shape().size() <= MOST_WATCHED)
                .toList();
    }

    private void look() {
        Snapshot newest = trainer.latest();
        if (newest == null || newest == snapshot.get().orElse(null)) {
            return;
        }
        snapshot.set(Optional.of(newest));
        devices.look(newest);
        note();
        if (status.get().state() != State.IDLE && isCurrent()) {
            status.set(new Status(State.valueOf(newest.phase().name()), sentence(newest)));
            goOn &= !hasFailed();
        }
    }

    private static String sentence(Snapshot snapshot) {
        return snapshot.failure().isEmpty() ? snapshot.warning() : snapshot.failure();
    }

    private boolean hasFailed() {
        return status.get().state() == State.FAILED;
    }
}
