package org.chainboard.engine.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;

/**
 * Trains in the background. One thread owns the run; commands reach it through a queue and are carried out between two
 * steps; it publishes a {@link Snapshot} at most thirty times a second. No method waits.
 */
public final class Trainer implements AutoCloseable {
    private static final long SNAPSHOT_NANOS = TimeUnit.SECONDS.toNanos(1) / 30;
    private static final System.Logger LOG = System.getLogger(Trainer.class.getName());
    /** A look judges the model over all its data; at least so many times as long goes to steps before the next one. */
    private static final int STEPS_PER_LOOK = 4;
    /** How long the thread computes before it looks for commands again. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final BlockingQueue<Consumer<Trainer>> commands = new LinkedBlockingQueue<>();
    private final AtomicReference<Snapshot> latest = new AtomicReference<>();
    private final Thread thread = new Thread(this::work, "trainer");

    // All below belongs to the trainer thread.
    private TrainingRun run;
    private List<Parameter> watched = List.of();
    private Snapshot.Phase phase = Snapshot.Phase.READY;
    private Pace pace = Pace.FLAT_OUT;
    private long chunk = 1;
    private long nextLook;
    private boolean closing;
    private String failure = "";
    private String culprit = "";
    private final Speed speed = new Speed();

    /** Starts the thread, which waits for a run. */
    public Trainer() {
        thread.setDaemon(true);
        thread.start();
    }

    /** The newest snapshot; null before the first run is ready. */
    public Snapshot latest() {
        return latest.get();
    }

    /** Makes the next run, on the trainer thread, since a backend binds there. */
    @FunctionalInterface
    public interface Succession {
        /**
         * The next run.
         *
         * @param earlier the run until now, which is closed afterwards; null where there is none
         */
        TrainingRun after(TrainingRun earlier);
    }

    /**
     * Takes over another run between two steps.
     *
     * @param carryOn whether to keep running when running
     */
    public void use(Succession next, boolean carryOn) {
        commands.add(trainer -> trainer.swap(next, carryOn));
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
            trainer.enter(Snapshot.Phase.PAUSED);
            trainer.advance(count);
            trainer.publish();
        });
    }

    /** Says which parameters' numbers and gradients the snapshots carry. */
    public void watch(List<Parameter> parameters) {
        List<Parameter> copy = List.copyOf(parameters);
        commands.add(trainer -> {
            trainer.watched = copy;
            trainer.publish();
        });
    }

    /** Goes on with these parameters frozen; see {@link TrainingRun#freeze}. */
    public void freeze(List<Parameter> parameters) {
        List<Parameter> copy = List.copyOf(parameters);
        commands.add(trainer -> trainer.change(run -> run.freeze(copy)));
    }

    /** Goes on with these parameters learning again; see {@link TrainingRun#thaw}. */
    public void thaw(List<Parameter> parameters) {
        List<Parameter> copy = List.copyOf(parameters);
        commands.add(trainer -> trainer.change(run -> run.thaw(copy)));
    }

    /** Sets how fast to go. */
    public void setPace(Pace wanted) {
        commands.add(trainer -> trainer.pace = wanted);
    }

    /** Does something with the run between two steps, such as reading parameters; nothing when there is no run. */
    public void with(Consumer<TrainingRun> action) {
        commands.add(trainer -> {
            if (trainer.run != null) {
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
            if (!closing && phase == Snapshot.Phase.RUNNING) {
                guarded(this::slice);
            }
        }
        if (run != null) {
            run.close();
        }
    }

    /** Carries out all waiting commands; waits for one while there is nothing to compute. */
    private void obey() {
        try {
            Consumer<Trainer> command = phase == Snapshot.Phase.RUNNING
                    ? commands.poll(pace.pauseNanos(), TimeUnit.NANOSECONDS)
                    : commands.take();
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
        TrainingRun earlier = run;
        run = null;
        failure = "";
        culprit = "";
        try {
            run = next.after(earlier);
            phase = carryOn && phase == Snapshot.Phase.RUNNING ? phase : Snapshot.Phase.READY;
        } finally {
            if (earlier != null) {
                earlier.close();
            }
        }
        chunk = 1;
        publish();
    }

    private void change(UnaryOperator<TrainingRun> next) {
        if (run != null) {
            run = next.apply(run);
            publish();
        }
    }

    /** Whatever goes wrong must not end the thread: the student reads why training stopped, and can go on editing. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (BackendException e) {
            stop(e.getMessage(), System.Logger.Level.INFO, e);
        } catch (OutOfMemoryError e) {
            stop(Sentences.get("memory"), System.Logger.Level.INFO, e);
        } catch (RuntimeException e) {
            stop(Sentences.get("broken"), System.Logger.Level.ERROR, e);
        }
    }

    private void stop(String sentence, System.Logger.Level level, Throwable cause) {
        failure = sentence;
        phase = Snapshot.Phase.FAILED;
        LOG.log(level, "training stopped", cause);
        publishFailure();
    }

    private void publishFailure() {
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
        long steps = pace.steps(chunk);
        advance(steps);
        long took = Math.max(1, System.nanoTime() - began);
        chunk = Math.max(1, Math.min(chunk * 2, steps * SLICE_NANOS / took));
        if (phase == Snapshot.Phase.FAILED || System.nanoTime() >= nextLook) {
            publish();
        }
    }

    private void advance(long steps) {
        if (run == null || phase == Snapshot.Phase.FAILED) {
            return;
        }
        run.advance(steps);
        if (run.failed()) {
            phase = Snapshot.Phase.FAILED;
            failure = run.failure();
            culprit = run.culprit().map(Culprit::place).orElse("");
        }
    }

    private void publish() {
        if (run == null) {
            return;
        }
        long began = System.nanoTime();
        TrainingRun.Judgement judgement = run.judge();
        TrainingRun.Curves curves = run.curves();
        latest.set(new Snapshot(
                phase,
                run.step(),
                run.epoch(),
                speed.at(run.step(), began),
                curves.loss(),
                curves.testLoss(),
                curves.norms(),
                judgement.accuracy(),
                judgement.testAccuracy(),
                watchedValues(),
                run.predictions(),
                failure,
                culprit,
                run.warning()));
        long now = System.nanoTime();
        nextLook = now + Math.max(SNAPSHOT_NANOS, STEPS_PER_LOOK * (now - began));
    }

    private Map<String, Tensor> watchedValues() {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (Parameter parameter : watched) {
            if (run.owns(parameter)) {
                values.put(parameter.name(), run.read(parameter));
                values.put(TrainingProgram.GRADIENT + parameter.name(), run.gradient(parameter));
            }
        }
        return values;
    }
}
