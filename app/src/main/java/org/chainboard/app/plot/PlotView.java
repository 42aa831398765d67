package org.chainboard.app.plot;

import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.chainboard.tools.plot.Box;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Pointer;

/**
 * A plot in the window. It takes whatever room it gets and draws at most once per pulse, and only when its numbers,
 * its size, the look or the mouse over it changed. All methods belong to the JavaFX thread.
 */
public final class PlotView extends Region {
    private static final double PREFERRED_WIDTH = 320;
    private static final double PREFERRED_HEIGHT = 180;
    private static final Plot NOTHING = (pen, box, palette, pointer) -> {};

    private final Sheet sheet = new Sheet();
    private final ObservableValue<Palette> palette;
    private Plot plot = NOTHING;
    private Pointer pointer = Pointer.NONE;
    private Subscription look = Subscription.EMPTY;
    private int drawn;

    /**
     * @param palette the colours to draw with; a change redraws
     */
    public PlotView(ObservableValue<Palette> palette) {
        this.palette = palette;
        getStyleClass().add("plot-view");
        getChildren().add(sheet);
        setMinSize(0, 0);
        setPrefSize(PREFERRED_WIDTH, PREFERRED_HEIGHT);
        sceneProperty().addListener((property, before, now) -> follow(now));
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(Pointer.at(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Pointer.NONE));
    }

    /** Shows this plot from the next pulse on. Showing an equal one again costs nothing. */
    public void show(Plot next) {
        if (!next.equals(plot)) {
            plot = next;
            sheet.requestLayout();
        }
    }

    /** How often it has drawn. */
    int drawn() {
        return drawn;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != sheet.getWidth() || height != sheet.getHeight()) {
            sheet.resize(width, height);
            sheet.requestLayout();
        }
    }

    private void point(Pointer now) {
        if (!now.equals(pointer)) {
            pointer = now;
            sheet.requestLayout();
        }
    }

    /** Listens to the look only while it is in a scene, so that a view taken away can be forgotten. */
    private void follow(Scene scene) {
        look.unsubscribe();
        look = scene == null ? Subscription.EMPTY : palette.subscribe(sheet::requestLayout);
        sheet.requestLayout();
    }

    /** Unmanaged, so that its layout, which is its drawing, comes once per pulse and moves nothing else. */
    private final class Sheet extends Region {
        private final Canvas canvas = new Canvas();
        private final FxPen pen = new FxPen(canvas.getGraphicsContext2D());

        Sheet() {
            setManaged(false);
            setMouseTransparent(true);
            getChildren().add(canvas);
        }

        @Override
        protected void layoutChildren() {
            double width = getWidth();
            double height = getHeight();
            if (width <= 0 || height <= 0) {
                return;
            }
            if (canvas.getWidth() != width || canvas.getHeight() != height) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
            pen.clear(width, height);
            plot.draw(pen, new Box(0, 0, width, height), palette.getValue(), pointer);
            drawn++;
        }
    }
}
