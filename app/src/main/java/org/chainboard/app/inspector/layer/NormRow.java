package org.chainboard.app.inspector.layer;

import java.util.Arrays;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Figures;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.train.Curve;
import org.chainboard.tools.plot.Bars;

/** How long a gradient is now, and its last values as bars. */
final class NormRow extends HBox {
    private static final int MOST_BARS = 14;
    private static final double BARS_WIDTH = 60;
    private static final double BARS_HEIGHT = 14;

    private final Label value = Rows.label(Figures.NONE, Styles.MONO);
    private final PlotView bars;
    private Curve shown;

    NormRow(String name, Context context) {
        bars = context.plot(BARS_HEIGHT);
        bars.setMinSize(BARS_WIDTH, BARS_HEIGHT);
        bars.setMaxSize(BARS_WIDTH, BARS_HEIGHT);
        Label label = Rows.label(name, Styles.SIGN);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        value.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add(Styles.NORM_ROW);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(label, value, bars);
    }

    void show(Optional<Curve> norm) {
        if (norm.isEmpty() || norm.get() == shown) {
            return;
        }
        shown = norm.get();
        value.setText(Figures.exponent(shown.newest()));
        double[] last = shown.last();
        bars.show(new Bars(Arrays.copyOfRange(last, Math.max(0, last.length - MOST_BARS), last.length)));
    }
}
