package org.chainboard.app.status;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.run.Session;
import org.chainboard.app.run.Status;
import org.chainboard.app.run.Status.State;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Snapshot;

/**
 * The line at the foot of the window. It looks once per pulse. A sentence too long for the line is shortened, never the
 * facts beside it. All methods belong to the JavaFX thread.
 */
public final class StatusView extends HBox {
    private static final double DOT = 4;

    /** Most edits compile faster than this, and a word that only flashes up helps nobody. */
    private static final long QUICK = TimeUnit.MILLISECONDS.toNanos(300);

    private static final long SPEED_EVERY = TimeUnit.MILLISECONDS.toNanos(250);

    private final Session session;
    private final StatusWords words;
    private final Circle dot = new Circle(DOT);
    private final Label doing = new Label();
    private final Tooltip whole = new Tooltip();
    private final Label speed = fact("status-speed");
    private final Label parameters = fact("status-parameters");
    private final Label backend = fact("status-backend");
    private long compilingSince;
    private long speedShown;

    /**
     * @param saved whether the project is saved, in words
     * @param zoom how large the canvas is shown, such as {@code 100 %}
     * @param clock when to look
     */
    public StatusView(
            Session session,
            Texts texts,
            ObservableValue<String> saved,
            ObservableValue<String> zoom,
            PulseClock clock) {
        this.session = session;
        this.words = new StatusWords(texts);
        setId("status");
        getStyleClass().add(Styles.STATUS);
        dot.getStyleClass().add(Styles.STATUS_DOT);
        doing.setId("status-doing");
        doing.setMinWidth(0);
        doing.setGraphic(dot);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Label savedNote = bound(fact("status-saved"), saved);
        Label zoomNote = bound(fact("status-zoom"), zoom);
        getChildren().addAll(doing, speed, parameters, backend, between, savedNote, zoomNote);
        clock.onPulse(this::look);
        look(0);
    }

    /** A label that keeps its width however narrow the window is. */
    private static Label fact(String id) {
        Label label = new Label();
        label.setId(id);
        label.setMinWidth(USE_PREF_SIZE);
        show(label, false);
        return label;
    }

    private static Label bound(Label label, ObservableValue<String> text) {
        text.subscribe(now -> write(label, now));
        return label;
    }

    private void look(long now) {
        Status status = session.status().get();
        Optional<Snapshot> snapshot = session.snapshot().get();
        write(parameters, words.parameters(session.outcome().get()));
        write(backend, words.backend(session.outcome().get(), snapshot));
        if (now - speedShown >= SPEED_EVERY || !status.isRunning()) {
            speedShown = now;
            write(speed, words.speed(status, snapshot));
        }
        if (!isStillQuick(status, now)) {
            say(status, words.doing(status, snapshot));
        }
    }

    private boolean isStillQuick(Status status, long now) {
        if (status.state() != State.COMPILING) {
            compilingSince = 0;
            return false;
        }
        compilingSince = compilingSince == 0 ? now : compilingSince;
        return now - compilingSince < QUICK && !doing.getText().isEmpty();
    }

    private void say(Status status, String text) {
        mark(Styles.RUNNING, status.state() == State.RUNNING);
        mark(Styles.PAUSED, status.state() == State.PAUSED);
        mark(Styles.FAILED, status.state() == State.FAILED);
        boolean failed = status.state() == State.FAILED;
        if (failed != doing.getStyleClass().contains(Styles.BAD)) {
            List<String> classes = doing.getStyleClass();
            classes.remove(Styles.BAD);
            classes.addAll(failed ? List.of(Styles.BAD) : List.of());
        }
        if (!text.equals(doing.getText())) {
            doing.setText(text);
            whole.setText(text);
            doing.setTooltip(status.sentence().isEmpty() ? null : whole);
        }
    }

    private void mark(PseudoClass state, boolean on) {
        dot.pseudoClassStateChanged(state, on);
    }

    /** A fact that is not known takes no room. */
    private static void write(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            show(label, !text.isEmpty());
        }
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
