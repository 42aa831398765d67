package org.chainboard.app.canvas.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.chainboard.app.ui.Styles;

/** The dots behind the cards. What moves snaps to the dots that are drawn. */
final class Grid extends Region {
    private static final double CLOSEST = 12;
    private static final double DOT = 1.6;

    private final Canvas canvas = new Canvas();
    private final Circle dot = new Circle(0);
    private Camera camera = Camera.START;

    Grid() {
        dot.getStyleClass().add(Styles.CANVAS_DOT);
        dot.setManaged(false);
        dot.fillProperty().addListener(property -> requestLayout());
        setMouseTransparent(true);
        setManaged(false);
        getChildren().addAll(dot, canvas);
    }

    /** The distance of the dots that are drawn at this zoom, in canvas units. */
    static double step(double zoom) {
        double step = CardSize.GRID;
        while (step * zoom < CLOSEST) {
            step *= 2;
        }
        return step;
    }

    void show(Camera now) {
        if (!now.equals(camera)) {
            camera = now;
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, width, height);
        pen.setFill(dot.getFill());
        double step = step(camera.zoom());
        double size = camera.zoom() < 1 ? 1 : DOT;
        double across = step * camera.zoom();
        double left = (Math.ceil(camera.x() / step) * step - camera.x()) * camera.zoom();
        double top = (Math.ceil(camera.y() / step) * step - camera.y()) * camera.zoom();
        for (double y = top; y < height; y += across) {
            for (double x = left; x < width; x += across) {
                pen.fillRect(Math.round(x), Math.round(y), size, size);
            }
        }
    }
}
