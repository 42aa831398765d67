package org.chainboard.app.dataset;

import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;

/** One set to choose: a picture over its name. */
final class DataTile extends ToggleButton {
    private static final double WIDTH = 104;
    private static final double HEIGHT = 66;

    DataTile(String id, String name, Node picture, Runnable choose) {
        StackPane frame = new StackPane(picture);
        frame.setPrefSize(WIDTH, HEIGHT);
        frame.setMinSize(WIDTH, HEIGHT);
        frame.setMaxSize(WIDTH, HEIGHT);
        frame.setMouseTransparent(true);
        Label label = new Label(name);
        label.setMaxWidth(WIDTH);
        VBox box = new VBox(4, frame, label);
        box.setFillWidth(false);
        setGraphic(box);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setId("data-" + id);
        setAccessibleText(name);
        getStyleClass().add(Styles.DATA_TILE);
        setOnAction(event -> choose.run());
    }
}
