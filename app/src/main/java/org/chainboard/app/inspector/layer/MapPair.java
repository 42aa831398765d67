package org.chainboard.app.inspector.layer;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.plot.PlotView;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.plot.HeatMap;

/** Two heat maps of one size side by side, of square cells where there is room for them. */
final class MapPair extends Region {
    private static final double GAP = 10;
    private static final double LEAST = 44;

    private final PlotView left;
    private final PlotView right;
    private Tensor shown;
    private Tensor shownGradient;
    private double ratio = 1;

    MapPair(Context context) {
        left = context.plot(0);
        right = context.plot(0);
        getChildren().addAll(left, right);
    }

    void show(Tensor values, Tensor gradient) {
        if (values != shown) {
            shown = values;
            left.show(map(values));
            double next =
                    (double) values.shape().dim(0) / Math.max(1, values.shape().dim(1));
            if (next != ratio) {
                ratio = next;
                requestLayout();
            }
        }
        if (gradient != null && gradient != shownGradient) {
            shownGradient = gradient;
            right.show(map(gradient));
        }
    }

    private static HeatMap map(Tensor matrix) {
        return HeatMap.of(
                matrix.toDoubles(), matrix.shape().dim(0), matrix.shape().dim(1), "");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = each(width < 0 ? getWidth() : width);
        return Math.max(LEAST, Math.min(each, each * ratio));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double each = each(getWidth());
        left.resizeRelocate(0, 0, each, getHeight());
        right.resizeRelocate(each + GAP, 0, each, getHeight());
    }

    private static double each(double width) {
        return Math.max(0, Math.floor((width - GAP) / 2));
    }
}
