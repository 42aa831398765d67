package org.chainboard.app.live;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Curve;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.LinePlot;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Series;

/** The length of the gradient of every parameter; where these are many, of every layer, until a person wants all. */
final class GradientCard {
    private static final int MANY = 12;

    /** As many as are drawn as smooth lines without a cost. */
    private static final int POINTS_IN_ALL = 1440;

    private static final int POINTS = 240;

    private record Seen(long step, List<String> names, double newest) {}

    private final Texts texts;
    private final LiveCard card;
    private final ToggleButton byLayer;
    private final ToggleButton smooth;
    private final ToggleButton recent;
    private List<Curve> curves = List.of();
    private List<Series> lines = List.of();
    private Seen seen;
    private String title = "";

    GradientCard(Texts texts, ObservableValue<Palette> palette) {
        this.texts = texts;
        card = new LiveCard("live-gradients", palette);
        byLayer = card.addToggle("live-by-layer", texts.get("live.layers"), texts.get("live.layers.about"), true);
        smooth = card.addToggle("live-smooth", texts.get("live.smooth"), texts.get("live.smooth.about"), true);
        recent = card.addToggle(
                "live-gradients-recent", texts.get("live.recent"), texts.get("live.recent.about"), false);
        byLayer.selectedProperty().subscribe(this::draw);
        smooth.selectedProperty().subscribe(this::draw);
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
        List<String> names = snapshot.norms().stream().map(Curve::name).toList();
        double newest = snapshot.norms().stream().mapToDouble(Curve::newest).sum();
        Seen now = new Seen(snapshot.step(), names, newest);
        if (now.equals(seen)) {
            return;
        }
        boolean others = seen == null || !seen.names().equals(names);
        seen = now;
        curves = snapshot.norms();
        draw();
        if (others) {
            card.setSpoken(lines.stream().map(Series::name).collect(Collectors.joining(", ")));
        }
    }

    private void draw() {
        boolean many = curves.size() > MANY;
        byLayer.setVisible(many);
        byLayer.setManaged(many);
        boolean folded = many && byLayer.isSelected();
        title = texts.get(folded ? "live.gradients.layers" : "live.gradients");
        card.setTitle(title);
        if (curves.stream().allMatch(curve -> curve.size() == 0)) {
            lines = List.of();
            card.showEmpty(texts.get("plot.empty.gradients"));
            return;
        }
        List<Series> raw = Lines.of(folded ? LayerNorms.of(curves) : curves);
        int most = Math.min(POINTS, POINTS_IN_ALL / raw.size());
        lines = smooth.isSelected()
                ? raw.stream().map(line -> Smooth.of(line, most)).toList()
                : raw;
        card.show(LinePlot.of("", lines, "").withLog(true, "").withValues(false).withRecent(recent.isSelected()));

        card.show(plot(""));
    }

    private Plot plot(String heading) {
        return LinePlot.of(heading, lines, "")
                .withLog(true, "")
                .withValues(false)
                .withRecent(recent.isSelected());
    }

    /** The numbers on show, of every parameter and as they are. */
    List<Curve> curves() {
        return lines.isEmpty() ? List.of() : curves;
    }

    /** The plot on show with its title. */
    Optional<Plot> picture() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(plot(title));
    }
}
