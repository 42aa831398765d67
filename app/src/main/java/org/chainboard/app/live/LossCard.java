package org.chainboard.app.live;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Curve;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.LinePlot;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Series;

/** The loss of every batch, and of the test part. */
final class LossCard {
    /** What the drawing depends on: while it stays the same, nothing is drawn. */
    private record Seen(long step, int points, double newest, int testPoints, double newestTest) {}

    private final Texts texts;
    private final LiveCard card;
    private final ToggleButton log;
    private final ToggleButton recent;
    private List<Series> lines = List.of();
    private List<Curve> curves = List.of();
    private Seen seen;

    LossCard(Texts texts, ObservableValue<Palette> palette) {
        this.texts = texts;
        card = new LiveCard("live-loss", palette);
        card.setTitle(texts.get("live.loss"));
        recent = card.addToggle("live-loss-recent", texts.get("live.recent"), texts.get("live.recent.about"), false);
        log = card.addToggle("live-loss-log", texts.get("live.log"), texts.get("live.log.about"), true);
        log.selectedProperty().subscribe(this::draw);
        recent.selectedProperty().subscribe(this::draw);
        draw();
    }

    LiveCard card() {
        return card;
    }

    /** The lines on show. */
    List<Series> lines() {
        return lines;
    }

    void show(Snapshot snapshot) {
        Seen now = new Seen(
                snapshot.step(),
                snapshot.loss().size(),
                snapshot.loss().newest(),
                snapshot.testLoss().size(),
                snapshot.testLoss().newest());
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        lines = lines(snapshot);
        curves = lines.isEmpty() ? List.of() : List.of(snapshot.loss(), snapshot.testLoss());
        draw();
    }

    /** The test loss before the first step is no line yet. */
    private List<Series> lines(Snapshot snapshot) {
        if (snapshot.loss().size() == 0) {
            return List.of();
        }
        Series train = Lines.of(snapshot.loss(), texts.get("live.train"), 0);
        Series test = Lines.of(snapshot.testLoss(), texts.get("live.test"), 1);
        return test.size() == 0 ? List.of(train) : List.of(train, test);
    }

    /** The numbers on show. */
    List<Curve> curves() {
        return curves;
    }

    /** The plot on show with its title. */
    Optional<Plot> picture() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(plot(texts.get("live.loss")));
    }

    private void draw() {
        if (lines.isEmpty()) {
            card.showEmpty(texts.get("plot.empty.loss"));
        } else {
            card.show(plot(""));
        }
    }

    private Plot plot(String title) {
        String note = log.isSelected() ? texts.get("live.log.note") : "";
        return LinePlot.of(title, lines, "").withLog(log.isSelected(), note).withRecent(recent.isSelected());
    }
}
