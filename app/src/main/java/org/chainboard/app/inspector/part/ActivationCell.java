package org.chainboard.app.inspector.part;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ListCell;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.ActivationCurve;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Sketch;

/** A row of a list of activations: the curve and the name. */
public final class ActivationCell extends ListCell<String> {
    private static final int COLOUR = 2;
    private static final double THICKNESS = 1.3;
    private static final double WIDTH = 26;
    private static final double HEIGHT = 15;

    private final PlotView curve;

    public ActivationCell(ObservableValue<Palette> palette) {
        curve = new PlotView(palette);
        curve.setMinSize(WIDTH, HEIGHT);
        curve.setPrefSize(WIDTH, HEIGHT);
        curve.setMaxSize(WIDTH, HEIGHT);
        curve.setMouseTransparent(true);
        setGraphicTextGap(8);
    }

    @Override
    protected void updateItem(String name, boolean empty) {
        super.updateItem(name, empty);
        setText(empty ? null : name);
        setGraphic(empty || name == null ? null : curve);
        if (!empty && name != null) {
            curve.show(new Sketch(ActivationCurve.of(name), COLOUR, THICKNESS));
        }
    }
}
