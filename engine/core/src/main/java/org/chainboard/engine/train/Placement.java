package org.chainboard.engine.train;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.tensor.Parameter;

/**
 * Where a run is computed: moves it between backends, and brings it home to the processor when a card fails. Belongs to
 * the trainer thread.
 */
final class Placement {
    private static final System.Logger LOG = System.getLogger(Placement.class.getName());
    /** How old a checkpoint of a run on a card becomes: half of what is promised, for a slice comes on top. */
    static final long CHECKPOINT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final LongSupplier clock;
    /** What computed last on the processor; null where nothing has yet. */
    private Backend home;

    private TrainingRun held;
    private Checkpoint checkpoint;
    private long heldAt;
    /** The step that was reached before a card failed. */
    private long reached;

    private Whereabouts.Notice notice = Whereabouts.Notice.NONE;
    private Optional<Parity> parity = Optional.empty();

    /** @param clock nanoseconds */
    Placement(LongSupplier clock) {
        this.clock = clock;
    }

    Whereabouts of(TrainingRun run) {
        Backend backend = run.backend();
        return new Whereabouts(backend.name(), backend.onCard(), notice, parity);
    }

    /** Says why it is where it is. */
    void refused(String reason) {
        tell("unbound", reason);
    }

    private void tell(String key, Object... values) {
        notice = notice.next(Sentences.get("move." + key, values));
    }

    private Backend home() {
        return home == null ? Backends.named(Backends.USUAL) : home;
    }

    /**
     * Moves a run, unless the other backend cannot be used or gives other numbers.
     *
     * @param to finds the other one
     * @return what goes on; the run itself where it stays
     */
    TrainingRun move(TrainingRun run, Supplier<Backend> to) {
        TrainingRun next;
        try {
            Backend other = to.get();
            if (run.backend().name().equals(other.name())) {
                return run;
            }
            next = run.beside(other);
        } catch (BackendException | OutOfMemoryError e) {
            tell(run.backend().onCard() ? "stays" : "unbound", reason(e));
            return run;
        }
        return compared(run, next, next) ? settled(next, run) : settled(run, next);
    }

    /**
     * Whether {@code next} is to go on; nobody is kept on a card.
     *
     * @param made the one of the two that is closed where a fault ends the comparison
     */
    private boolean compared(TrainingRun run, TrainingRun next, TrainingRun made) {
        boolean leaving = run.backend().onCard() && !next.backend().onCard();
        try {
            // what has failed has no next step to compare
            boolean agrees = run.failed() || (leaving ? agree(next, run, "drifted") : agree(run, next, "refused"));
            if (agrees) {
                hold(next);
            }
            return leaving || agrees;
        } catch (BackendException | OutOfMemoryError e) {
            if (!leaving) {
                refused(reason(e));
            }
            return leaving;
        } catch (RuntimeException | Error e) {
            closeQuietly(made);
            throw e;
        }
    }

    private boolean agree(TrainingRun base, TrainingRun other, String keyIfNot) {
        Parity found = Parity.of(base, other, clock);
        parity = Optional.of(found);
        if (!found.passed()) {
            tell(keyIfNot, found.worst(), brief(found.difference()), brief(found.tolerance()));
        }
        return found.passed();
    }

    /**
     * Goes on with these parameters frozen, and no others, taken over like any other program.
     *
     * @return what goes on; {@code run} is closed
     * @throws BackendException when the changed program cannot be bound where the run is; the run is then as it was
     */
    TrainingRun change(TrainingRun run, Set<Parameter> frozen) {
        TrainingRun next = run.changed(frozen);
        TrainingRun chosen;
        try {
            chosen = arrive(next);
        } catch (RuntimeException | Error e) {
            closeQuietly(next);
            throw e;
        }
        closeQuietly(run);
        return chosen;
    }

    /**
     * Takes a run of another program over. On a card its first step is compared with the processor's.
     *
     * @return what goes on
     */
    TrainingRun arrive(TrainingRun run) {
        reached = 0;
        parity = Optional.empty();
        if (!run.backend().onCard()) {
            settle(run);
            return run;
        }
        TrainingRun back = run.asBound(home());
        return compared(back, run, back) ? settled(run, back) : settled(back, run);
    }

    /** Goes on with the first of the two. */
    private TrainingRun settled(TrainingRun chosen, TrainingRun other) {
        closeQuietly(other);
        settle(chosen);
        return chosen;
    }

    private void settle(TrainingRun run) {
        if (!run.backend().onCard()) {
            home = run.backend();
            held = null;
            checkpoint = null;
        }
    }

    /** Takes a checkpoint of a run on a card where one is due. */
    void holdIfDue(TrainingRun run) {
        boolean fresh =
                held == run && clock.getAsLong() - heldAt < CHECKPOINT_NANOS && !run.wasWrittenSinceCheckpoint();
        if (run.backend().onCard() && !fresh) {
            hold(run);
        }
    }

    /** Takes a checkpoint of a run on a card. */
    void hold(TrainingRun run) {
        if (run.backend().onCard()) {
            checkpoint = run.checkpoint();
            held = run;
            heldAt = clock.getAsLong();
        }
    }

    /** Why a run's card does not even give back what it holds; empty where it does. */
    Optional<BackendException> loss(TrainingRun run) {
        if (!run.backend().onCard()) {
            return Optional.empty();
        }
        try {
            run.state();
            return Optional.empty();
        } catch (BackendException e) {
            LOG.log(System.Logger.Level.DEBUG, "a card gives nothing back", e);
            return Optional.of(e);
        }
    }

    /** Whether a card failed at {@code run}, so that it can be brought home. */
    boolean canBringHome(TrainingRun run) {
        return run.backend().onCard() && held == run;
    }

    /**
     * Goes on on the processor from the newest checkpoint, after a card has failed.
     *
     * @param key what happened
     */
    TrainingRun bringHome(TrainingRun run, String key, String reason) {
        return instead(run, run.from(checkpoint, home()), key, reason);
    }

    /** Brings a run home after training has stopped, from where it can go on once it is changed. */
    TrainingRun bringHomeStopped(TrainingRun run, String reason) {
        TrainingRun next = run.failed() ? run.keptFrom(checkpoint, home()) : run.from(checkpoint, home());
        return instead(run, next, "lostStopped", reason);
    }

    private TrainingRun instead(TrainingRun run, TrainingRun next, String key, String reason) {
        reached = Math.max(reached, run.step());
        tell(key, reason, run.step(), checkpoint.step());
        parity = Optional.empty();
        return settled(next, run);
    }

    /** Steps that a run which was brought home has still to take again. */
    long missing(TrainingRun run) {
        return run.failed() ? 0 : Math.max(0, reached - run.step());
    }

    static void closeQuietly(TrainingRun run) {
        try {
            run.close();
        } catch (BackendException e) {
            LOG.log(System.Logger.Level.INFO, "what a lost card held could not be freed", e);
        }
    }

    private static String reason(Throwable e) {
        return e instanceof OutOfMemoryError ? Sentences.get("memory") : e.getMessage();
    }

    private static String brief(double value) {
        return String.format(Locale.ROOT, "%.1e", value).replaceFirst("e([+-])0", "e$1");
    }
}
