package org.chainboard.app.inspector.part;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.chainboard.app.ui.Styles;

/** The small things a page is put together from. */
public final class Rows {
    private static final double LABEL_SHARE = 40;
    /** A switch keeps this much room for a text, which it does not have here. */
    private static final double ROOM_IN_SWITCH = 20;

    private Rows() {}

    /** A name on the left and its control on the right; the controls of all rows stand in one line. */
    public static Region field(String name, Control control) {
        Label label = new Label(name);
        label.getStyleClass().add(Styles.FIELD_LABEL);
        label.setLabelFor(control);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(name);
        }
        control.setMinWidth(0);
        control.setMaxWidth(Double.MAX_VALUE);
        GridPane row = new GridPane();
        row.getStyleClass().add(Styles.FIELD_ROW);
        row.getColumnConstraints().addAll(share(LABEL_SHARE), share(100 - LABEL_SHARE));
        row.addRow(0, label, control);
        return row;
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    /** A name on the left and something that can only be read on the right. */
    public static Region fact(String name, Label value) {
        value.getStyleClass().add(Styles.FIELD_FACT);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(value.textProperty());
        value.setTooltip(whole);
        return field(name, value);
    }

    /** A name on the left and a switch on the right, which keeps its own width. */
    public static Region toggle(String name, Control control) {
        Region row = field(name, control);
        control.setMaxWidth(Region.USE_PREF_SIZE);
        GridPane.setMargin(control, new Insets(0, 0, 0, -ROOM_IN_SWITCH));
        return row;
    }

    /** Two things, one at each end. */
    public static HBox ends(Node left, Node right) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox row = row(Styles.FIELD_ENDS, left, between, right);
        row.setMinWidth(0);
        return row;
    }

    private static HBox row(String style, Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(style);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** A label of these classes. */
    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A sentence over as many lines as it needs, which takes no room while it is empty. */
    public static Label sentence(String style) {
        Label label = label("", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
        return label;
    }

    /** Shows or hides; what is hidden takes no room. */
    public static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
