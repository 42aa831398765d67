package org.chainboard.app.status;

import java.util.Locale;
import java.util.Optional;
import org.chainboard.app.run.Outcome;
import org.chainboard.app.run.Status;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.engine.train.Whereabouts;
import org.chainboard.tools.training.Task;

/** What the line says of a session, as text. */
final class StatusWords {
    private static final double FEW_STEPS = 10;
    private static final int DIGITS = 3;

    private final Texts texts;

    StatusWords(Texts texts) {
        this.texts = texts;
    }

    /** What it is doing, or what to do next. */
    String doing(Status status, Optional<Snapshot> snapshot) {
        if (!status.sentence().isEmpty()) {
            return status.sentence();
        }
        String key = "status." + status.state().name().toLowerCase(Locale.ROOT);
        return switch (status.state()) {
            case RUNNING, PAUSED, FAILED -> texts.get(key) + steps(snapshot);
            case IDLE, COMPILING, READY -> texts.get(key);
        };
    }

    private String steps(Optional<Snapshot> snapshot) {
        return snapshot.map(now -> " · " + texts.get("status.step", whole(now.step()), whole(now.epoch())))
                .orElse("");
    }

    /** How fast it steps; empty while it does not. */
    String speed(Status status, Optional<Snapshot> snapshot) {
        double speed = snapshot.map(Snapshot::stepsPerSecond).orElse(0.0);
        return status.isRunning() && speed > 0 ? texts.get("status.speed", rounded(speed)) : "";
    }

    /** How many numbers are trained; empty where nothing can be. */
    String parameters(Outcome outcome) {
        return outcome.task()
                .map(Task::model)
                .map(model -> texts.get("status.parameters", model.count()))
                .orElse("");
    }

    /** What computes the steps; a backend without a name for people goes by its own. */
    String backend(Outcome outcome, Optional<Snapshot> snapshot) {
        String chosen = outcome.document().settings().backend();
        String name = snapshot.map(Snapshot::place)
                .filter(Whereabouts::onCard)
                .map(Whereabouts::backend)
                .orElse(chosen.equals(Backends.CUDA) ? Backends.USUAL : chosen);
        String key = "status.backend." + name;
        return texts.has(key) ? texts.get(key) : name;
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** In three digits: more of them would only flicker. */
    private static String rounded(double speed) {
        if (speed < FEW_STEPS) {
            return String.format(Locale.ROOT, "%.1f", speed);
        }
        int digits = (int) Math.floor(Math.log10(speed)) + 1;
        double unit = Math.pow(10, Math.max(0, digits - DIGITS));
        return whole(Math.rint(speed / unit) * unit);
    }
}
