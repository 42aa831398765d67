package org.chainboard.app.canvas.view;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;

/** The frame that most skins share: a stripe, a header with title and size, and a body below a line. */
final class Card extends HBox {
    private final Label title = new Label();
    private final Label size = new Label();
    private final VBox body = new VBox();

    Card(String kind, Node... content) {
        getStyleClass().addAll(Styles.NODE_CARD, kind);
        Region stripe = new Region();
        stripe.getStyleClass().add(Styles.NODE_STRIPE);
        title.getStyleClass().add(Styles.NODE_TITLE);
        size.getStyleClass().add(Styles.NODE_SIZE);
        size.setMinWidth(USE_PREF_SIZE);
        Region grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        HBox header = new HBox(title, grow, size);
        header.getStyleClass().add(Styles.NODE_HEADER);
        body.getStyleClass().add(Styles.NODE_BODY);
        body.getChildren().addAll(content);
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox main = new VBox(header, body);
        HBox.setHgrow(main, Priority.ALWAYS);
        getChildren().addAll(stripe, main);
    }

    void title(String text) {
        title.setText(text);
    }

    void size(String text) {
        size.setText(text);
    }

    /** A label for a value in the body. */
    static Label value() {
        Label label = new Label();
        label.getStyleClass().add(Styles.NODE_VALUE);
        return label;
    }
}
