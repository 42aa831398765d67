package org.chainboard.app.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.chainboard.app.fx.PulseClock;
import org.chainboard.app.run.Outcome;
import org.chainboard.app.run.Session;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.training.Task;

/**
 * Three cards that follow training: loss, gradients, prediction. It looks once per pulse, and redraws only what changed
 * since. All methods belong to the JavaFX thread.
 */
public final class LiveView extends GridPane {
    private static final double[] SHARES = {35, 40, 25};
    private static final double HEIGHT = 210;
    private static final double LEAST_HEIGHT = 120;

    /** What was on show at the last pulse. */
    private record Seen(Outcome outcome, Task shown, Snapshot snapshot) {

        /** By identity: to compare the numbers of two snapshots costs more than to draw one. */
        boolean isSameAs(Seen other) {
            return other != null && outcome == other.outcome && shown == other.shown && snapshot == other.snapshot;
        }
    }

    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1) / 15;

    private final Session session;
    private final Texts texts;
    private final ObservableValue<Palette> palette;
    private final LossCard loss;
    private final GradientCard gradients;
    private final PredictionCard prediction;
    private long looked;
    private Seen seen;

    /**
     * @param palette the colours of plots
     * @param clock when to look
     */
    public LiveView(Session session, Texts texts, ObservableValue<Palette> palette, PulseClock clock) {
        this.session = session;
        this.texts = texts;
        this.palette = palette;
        loss = new LossCard(texts, palette);
        gradients = new GradientCard(texts, palette);
        prediction = new PredictionCard(texts, palette);
        setId("live");
        getStyleClass().add(Styles.LIVE);
        setMinHeight(LEAST_HEIGHT);
        setPrefHeight(HEIGHT);
        for (double share : SHARES) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        row.setMinHeight(0);
        getRowConstraints().add(row);
        addRow(0, loss.card(), gradients.card(), prediction.card());
        prediction.card().getStyleClass().add(Styles.LAST);
        clock.onPulse(this::look);
    }

    /** Gives the cards a menu that takes their pictures and numbers away. */
    public void offer(LiveFiles files) {
        CardMenu menu = new CardMenu(files, texts, palette);
        menu.addTo(loss.card(), new CardMenu.Content(loss::picture, loss::curves));
        menu.addTo(gradients.card(), new CardMenu.Content(gradients::picture, gradients::curves));
        menu.addTo(
                prediction.card(),
                new CardMenu.Content(() -> Optional.ofNullable(prediction.card().plot()), List::of));
    }

    private void look(long nanos) {
        Seen now = new Seen(
                session.outcome().get(),
                session.shown().get().orElse(null),
                session.snapshot().get().orElse(null));
        if (now.isSameAs(seen)) {
            return;
        }
        // plots are the dearest thing in the window; the eye follows lines as well at this pace
        boolean soon = nanos - looked < LOOK_NANOS && session.status().get().isRunning();
        if (soon) {
            return;
        }
        looked = nanos;
        seen = now;
        if (now.snapshot() != null) {
            loss.show(now.snapshot());
            gradients.show(now.snapshot());
        }
        prediction.show(now.outcome(), session.shown().get(), session.snapshot().get());
    }

    LossCard loss() {
        return loss;
    }

    GradientCard gradients() {
        return gradients;
    }

    PredictionCard prediction() {
        return prediction;
    }
}
