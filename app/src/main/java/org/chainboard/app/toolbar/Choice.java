package org.chainboard.app.toolbar;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Icons;
import org.chainboard.app.ui.Styles;
import org.controlsfx.control.PopOver;

/** A setting with its name above its value; a press opens what it can be changed to. */
final class Choice extends Button {
    private static final double LEAST_WIDTH = 58;
    private static final double BELOW = 6;

    private final Supplier<Node> content;
    private PopOver open;

    /**
     * @param content made anew at each opening, so that it shows what is set then
     */
    Choice(String name, ObservableValue<String> value, Supplier<Node> content) {
        this.content = content;
        Label label = new Label(name);
        label.getStyleClass().add(Styles.CHOICE_LABEL);
        Label shown = new Label();
        shown.textProperty().bind(value);
        shown.getStyleClass().add(Styles.CHOICE_VALUE);
        shown.setMinWidth(0);
        HBox row = new HBox(4, shown, Icons.DOWN.node());
        row.setAlignment(Pos.CENTER_LEFT);
        setGraphic(new VBox(label, row));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().setAll(Styles.CHOICE);
        setAccessibleRole(AccessibleRole.MENU_BUTTON);
        accessibleTextProperty().bind(value.map(text -> name + ": " + text));
        // where the window is narrow, long values are shortened; the tooltip has all of it
        setMinWidth(LEAST_WIDTH);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(accessibleTextProperty());
        setTooltip(whole);
        setOnAction(event -> toggle());
    }

    private void toggle() {
        if (open != null && open.isShowing()) {
            open.hide();
            return;
        }
        open = new PopOver(content.get());
        open.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        open.setArrowSize(0);
        open.setArrowIndent(0);
        open.setCornerRadius(8);
        open.setDetachable(false);
        open.setAnimated(false);
        open.getRoot().getStylesheets().setAll(getScene().getStylesheets());
        open.show(this, BELOW);
    }

    /** Makes what is open anew, after a choice that it goes on from. */
    void refresh() {
        if (open != null && open.isShowing()) {
            open.setContentNode(content.get());
        }
    }

    /** Closes what a press has opened. */
    void close() {
        if (open != null) {
            open.hide();
        }
    }
}
