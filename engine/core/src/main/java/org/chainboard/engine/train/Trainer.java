package org.chainboard.engine.train;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.tensor.Parameter;

/**
 * Trains in the background. One thread owns the run; commands reach it through a queue and are carried out between two
 * steps; it publishes a {@link Snapshot} at most thirty times a second. No method waits.
 */
public final class Trainer implements AutoCloseable {
    private static final long SNAPSHOT_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;
    private static final System.Logger LOG = System.getLogger(Trainer.class.getName());
    /** A look judges the model over all its data; at least so many times as long goes to steps before the next one. */
    private static final int STEPS_PER_LOOK = 4;
    /** Between so many steps there is a checkpoint where one is due. */
    private static final long MOST_AT_ONCE = 256;

    private final BlockingQueue<Consumer<Trainer>> commands = new LinkedBlockingQueue<>();
    private final AtomicReference<Snapshot> latest = new AtomicReference<>();
    private final Thread thread = new Thread(this::work, "trainer");

    // All below belongs to the trainer thread.
    private TrainingRun run;
    private Snapshot.Phase phase = Snapshot.Phase.READY;
    private Pace pace = Pace.FLAT_OUT;
    private final Slice slice = new Slice();
    private long nextLook;
    private boolean closing;
    private String failure = "";
    private String culprit = "";
    private final Observer observer = new Observer();
    private final Placement placement = new Placement(System::nanoTime);

    /** Starts the thread, which waits for a run. */
    public Trainer() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The newest snapshot; null before the first run is ready. */
    public Snapshot latest() {
        return latest.get();
    }

    /**
     * Takes over another run between two steps.
     *
     * @param carryOn whether to keep running when running
     */
    public void use(Succession next, boolean carryOn) {
        commands.add(trainer -> trainer.swap(next, carryOn));
    }

    /**
     * Takes over a run that needs nothing of the earlier one, between two steps, and waits for a command. Steps that the
     * earlier one has still to take again after a card failed are not taken.
     */
    public void begin(Supplier<TrainingRun> next) {
        commands.add(trainer -> trainer.replace(earlier -> next.get(), false));
    }

    /** Starts stepping, or goes on after a pause. */
    public void start() {
        commands.add(trainer -> trainer.enter(Snapshot.Phase.RUNNING));
    }

    /** Holds after the present step. */
    public void pause() {
        // What has not begun, or waits for its first step after a change, is not held but ready.
        commands.add(trainer ->
                trainer.enter(trainer.phase == Snapshot.Phase.READY ? trainer.phase : Snapshot.Phase.PAUSED));
    }

    /** Holds, and takes {@code count} steps. */
    public void step(int count) {
        commands.add(trainer -> {
            trainer.secure();
            trainer.enter(Snapshot.Phase.PAUSED);
            trainer.reach(trainer.step() + count);
            trainer.publish();
        });
    }

    /** Says which parameters' numbers and gradients the snapshots carry. */
    public void watch(List<Parameter> parameters) {
        List<Parameter> copy = List.copyOf(parameters);
        commands.add(trainer -> {
            trainer.observer.watch(copy);
            trainer.publish();
        });
    }

    /** Goes on with these parameters frozen; see {@link TrainingRun#freeze}. */
    public void freeze(List<Parameter> parameters) {
        List<Parameter> copy = List.copyOf(parameters);
        commands.add(trainer -> trainer.change(frozen -> frozen.addAll(copy)));
    }

    /** Goes on with these parameters learning again; see {@link TrainingRun#thaw}. */
    public void thaw(List<Parameter> parameters) {
        List<Parameter> copy = List.copyOf(parameters);
        commands.add(trainer -> trainer.change(frozen -> frozen.removeAll(copy)));
    }

    /** Sets how fast to go. */
    public void setPace(Pace wanted) {
        commands.add(trainer -> trainer.pace = wanted);
    }

    /**
     * Goes on on another backend, from the next step on. The step is computed on both first: where they do not agree, or
     * the other cannot be used, training stays where it is. The snapshots say what became of it.
     */
    public void move(Backend to) {
        move(() -> to);
    }

    /** Goes on on the backend of this name; see {@link #move(Backend)}. */
    public void move(String backendName) {
        move(() -> Backends.named(backendName));
    }

    /** Goes on on a backend that is looked for on the trainer thread; see {@link #move(Backend)}. */
    public void move(Supplier<Backend> to) {
        commands.add(trainer -> trainer.go(to));
    }

    /** Has the snapshots say why the processor trains, and not what was asked for. */
    public void refused(String reason) {
        commands.add(trainer -> {
            trainer.placement.refused(reason);
            trainer.publish();
        });
    }

    /** Does something with the run between two steps, such as reading parameters; nothing when there is no run. */
    public void with(Consumer<TrainingRun> action) {
        commands.add(trainer -> {
            if (trainer.run != null) {
                trainer.secure();
                action.accept(trainer.run);
                trainer.publish();
            }
        });
    }

    /** Does something on the trainer thread once all that was asked for before has been done. */
    public void then(Runnable action) {
        commands.add(trainer -> action.run());
    }

    /** Ends the thread after the present step. */
    @Override
    public void close() {
        commands.add(trainer -> trainer.closing = true);
    }

    private void work() {
        while (!closing) {
            obey();
            if (!closing && isComputing()) {
                guarded(this::slice);
            }
        }
        if (run != null) {
            Placement.closeQuietly(run);
        }
    }

    private boolean isComputing() {
        return phase == Snapshot.Phase.RUNNING || (phase != Snapshot.Phase.FAILED && missing() > 0);
    }

    /** Carries out all waiting commands; waits for one while there is nothing to compute. */
    private void obey() {
        try {
            long pause = missing() > 0 ? 0 : pace.pauseNanos();
            Consumer<Trainer> command = isComputing() ? commands.poll(pause, TimeUnit.NANOSECONDS) : commands.take();
            while (command != null) {
                Consumer<Trainer> next = command;
                guarded(() -> next.accept(this));
                command = commands.poll();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void swap(Succession next, boolean carryOn) {
        secure();
        replace(next, carryOn);
    }

    private void replace(Succession next, boolean carryOn) {
        TrainingRun earlier = run;
        run = null;
        failure = "";
        culprit = "";
        try {
            run = next.after(earlier);
            run = placement.arrive(run);
            phase = carryOn && phase == Snapshot.Phase.RUNNING ? phase : Snapshot.Phase.READY;
        } finally {
            if (earlier != null) {
                Placement.closeQuietly(earlier);
            }
        }
        slice.beginAgain();
        publish();
    }

    private void change(Consumer<Set<Parameter>> wanted) {
        if (run == null) {
            return;
        }
        secure();
        Set<Parameter> frozen = new LinkedHashSet<>(run.frozen());
        wanted.accept(frozen);
        try {
            run = placement.change(run, frozen);
        } catch (BackendException e) {
            bringHome(e, "unchanged");
            run = placement.change(run, frozen);
        }
        slice.beginAgain();
        publish();
    }

    private void go(Supplier<Backend> to) {
        if (run == null) {
            return;
        }
        secure();
        run = placement.move(run, to);
        slice.beginAgain();
        publish();
    }

    /** Before something else happens to a run: it is as far as it was, and where it is on a card, it can come home. */
    private void secure() {
        if (run == null) {
            return;
        }
        if (phase == Snapshot.Phase.FAILED) {
            secureStopped();
            return;
        }
        try {
            placement.hold(run);
        } catch (BackendException e) {
            bringHome(e);
        }
        reach(run.step() + missing());
    }

    /** What has stopped takes no step, but its card must not keep what was learned. */
    private void secureStopped() {
        if (placement.canBringHome(run)) {
            placement.loss(run).ifPresent(this::bringHome);
        }
    }

    /** Steps until {@code goal}, on the processor where a card fails on the way. */
    private void reach(long goal) {
        while (run != null && run.step() < goal && phase != Snapshot.Phase.FAILED) {
            advance(Math.min(goal - run.step(), MOST_AT_ONCE));
        }
    }

    private long missing() {
        return run == null ? 0 : placement.missing(run);
    }

    private void bringHome(BackendException cause) {
        bringHome(cause, "lost");
    }

    private void bringHome(BackendException cause, String key) {
        if (!placement.canBringHome(run)) {
            throw cause;
        }
        LOG.log(System.Logger.Level.INFO, "training comes back to the processor", cause);
        run = phase == Snapshot.Phase.FAILED
                ? placement.bringHomeStopped(run, cause.getMessage())
                : placement.bringHome(run, key, cause.getMessage());
        slice.beginAgain();
        publish();
    }

    /** Whatever goes wrong must not end the thread: the student reads why training stopped, and can go on editing. */
    private void guarded(Runnable work) {
        try {
            rescued(work);
        } catch (BackendException e) {
            stop(e.getMessage(), System.Logger.Level.INFO, e);
        } catch (OutOfMemoryError e) {
            stop(Sentences.get("memory"), System.Logger.Level.INFO, e);
        } catch (RuntimeException e) {
            stop(Sentences.get("broken"), System.Logger.Level.ERROR, e);
        }
    }

    /** A card that is lost is no reason to stop. */
    private void rescued(Runnable work) {
        try {
            work.run();
        } catch (BackendException e) {
            if (run == null || placement.loss(run).isEmpty()) {
                throw e;
            }
            bringHome(e);
        }
    }

    private void stop(String sentence, System.Logger.Level level, Throwable cause) {
        failure = sentence;
        phase = Snapshot.Phase.FAILED;
        LOG.log(level, "training stopped", cause);
        Snapshot last = latest.get();
        latest.set(last == null ? Snapshot.failed(failure) : last.failed(step(), failure));
    }

    private long step() {
        return run == null ? 0 : run.step();
    }

    private void enter(Snapshot.Phase wanted) {
        if (run != null && phase != Snapshot.Phase.FAILED) {
            phase = wanted;
            publish();
        }
    }

    private void slice() {
        long began = System.nanoTime();
        long missing = missing();
        long steps = missing > 0 ? Math.min(slice.steps(), missing) : pace.steps(slice.steps());
        advance(steps);
        slice.took(steps, System.nanoTime() - began);
        if (phase == Snapshot.Phase.FAILED || System.nanoTime() >= nextLook) {
            publish();
        }
    }

    private void advance(long steps) {
        if (run == null || phase == Snapshot.Phase.FAILED) {
            return;
        }
        try {
            placement.holdIfDue(run);
            run.advance(steps);
            if (run.failed() && placement.canBringHome(run) && run.culprit().isEmpty()) {
                run = placement.bringHome(run, "notFinite", "");
            }
        } catch (BackendException e) {
            bringHome(e);
        }
        if (run.failed()) {
            failure = run.failure();
            culprit = run.culprit().map(Culprit::place).orElse("");
            phase = Snapshot.Phase.FAILED;
        }
    }

    private void publish() {
        if (run == null) {
            return;
        }
        if (missing() > 0) {
            latest.updateAndGet(last -> last == null ? null : last.with(phase, placement.of(run)));
            return;
        }
        long began = System.nanoTime();
        try {
            latest.set(observer.look(run, phase, failure, culprit, placement.of(run)));
        } catch (BackendException e) {
            // a look fails as a step does; what it was taken for goes on
            bringHome(e);
            return;
        }
        long now = System.nanoTime();
        nextLook = now + Math.max(SNAPSHOT_NANOS, STEPS_PER_LOOK * (now - began));
    }
}
