package org.chainboard.app.canvas.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.chainboard.app.ui.Styles;
import org.chainboard.tools.project.Position;

/** The whole drawing, small, with a frame around what is in view; a press or a drag brings that place into the middle. */
final class Minimap extends Region {
    static final double WIDTH = 150;
    static final double HEIGHT = 86;
    private static final double MARGIN = 6;

    private final Consumer<Position> goTo;
    private final Rectangle frame = new Rectangle();
    private List<Rectangle2D> cards = List.of();
    private Rectangle2D view = Rectangle2D.EMPTY;
    private Rectangle2D whole = Rectangle2D.EMPTY;

    /**
     * @param goTo brings a place of the canvas into the middle of the view
     */
    Minimap(Consumer<Position> goTo) {
        this.goTo = goTo;
        getStyleClass().add(Styles.MINIMAP);
        frame.getStyleClass().add(Styles.MINIMAP_VIEW);
        frame.setArcWidth(6);
        frame.setArcHeight(6);
        setClip(null);
        addEventHandler(MouseEvent.ANY, event -> {
            boolean move = event.getEventType() == MouseEvent.MOUSE_PRESSED
                    || event.getEventType() == MouseEvent.MOUSE_DRAGGED;
            if (move && event.getButton() == MouseButton.PRIMARY) {
                goTo(event.getX(), event.getY());
            }
            event.consume();
        });
    }

    void show(List<Rectangle2D> newCards, Rectangle2D newView) {
        if (!newCards.equals(cards) || !newView.equals(view)) {
            cards = List.copyOf(newCards);
            view = newView;
            requestLayout();
        }
    }

    private double scale() {
        double x = (WIDTH - 2 * MARGIN) / Math.max(1, whole.getWidth());
        return Math.min(x, (HEIGHT - 2 * MARGIN) / Math.max(1, whole.getHeight()));
    }

    private void goTo(double x, double y) {
        double worldX = whole.getMinX() + whole.getWidth() / 2 + (x - WIDTH / 2) / scale();
        double worldY = whole.getMinY() + whole.getHeight() / 2 + (y - HEIGHT / 2) / scale();
        goTo.accept(new Position(worldX, worldY));
    }

    @Override
    protected void layoutChildren() {
        whole = cards.stream().reduce(view, Areas::union);
        while (getChildren().size() < cards.size() + 1) {
            Rectangle card = new Rectangle();
            card.getStyleClass().add(Styles.MINIMAP_NODE);
            card.setManaged(false);
            getChildren().add(card);
        }
        getChildren().remove(frame);
        getChildren().remove(cards.size(), getChildren().size());
        getChildren().add(frame);
        for (int i = 0; i < cards.size(); i++) {
            place((Rectangle) getChildren().get(i), cards.get(i));
        }
        place(frame, view);
    }

    private void place(Rectangle shape, Rectangle2D area) {
        double middleX = whole.getMinX() + whole.getWidth() / 2;
        double middleY = whole.getMinY() + whole.getHeight() / 2;
        shape.setX(WIDTH / 2 + (area.getMinX() - middleX) * scale());
        shape.setY(HEIGHT / 2 + (area.getMinY() - middleY) * scale());
        shape.setWidth(Math.max(1, area.getWidth() * scale()));
        shape.setHeight(Math.max(1, area.getHeight() * scale()));
    }
}
