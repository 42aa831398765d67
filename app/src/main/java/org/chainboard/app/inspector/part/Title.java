package org.chainboard.app.inspector.part;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.document.Edits;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.NetworkNode;

/**
 * The name of a node, which can be typed over, and how many numbers it trains. Enter or leaving the field gives the name;
 * a name that another node has is refused with a sentence and stays in the field.
 */
public final class Title extends VBox {
    private static final int LONGEST = 60;
    /** The field's own padding, so that its text stands in line with the rows below. */
    private static final double OUTDENT = -8;

    private final Context context;
    private final String id;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Label mistake = Rows.sentence(Styles.MISTAKE);
    private String shown = "";

    /** @param id of the node */
    public Title(Context context, String id) {
        this.context = context;
        this.id = id;
        field.setId("node-name");
        field.setAccessibleText(context.text("name"));
        field.getStyleClass().add(Styles.INSPECTOR_TITLE);
        field.setMinWidth(0);
        field.setPrefColumnCount(1);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox.setMargin(field, new Insets(-4, 0, -4, OUTDENT));
        mistake.setId("node-name-mistake");
        count.setId("node-parameters");
        count.getStyleClass().add(Styles.MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(field, count);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add(Styles.FIELD);
        getChildren().addAll(row, mistake);
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                commit();
            }
        });
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        OwnUndo.install(field, context.history(), () -> !field.getText().equals(shown));
    }

    /** Shows the node's name as the document has it, and how many numbers it trains; less than 0 for not known. */
    public void show(NetworkNode node, int parameters) {
        if (!shown.equals(node.name())) {
            shown = node.name();
            field.setText(shown);
            say("");
        }
        count.setText(parameters < 0 ? "" : context.text("count", parameters));
    }

    /** Puts the cursor into the name. */
    public void edit() {
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
            field.setText(shown);
            field.selectAll();
            say("");
            event.consume();
        }
    }

    private void commit() {
        String name = field.getText().strip();
        if (name.equals(shown)) {
            say("");
            return;
        }
        String refusal = refusal(name);
        say(refusal);
        if (refusal.isEmpty()) {
            shown = name;
            field.setText(name);
            context.history().apply(Edits.rename(id, name));
        }
    }

    private String refusal(String name) {
        if (name.isEmpty()) {
            return context.text("name.empty");
        }
        if (name.length() > LONGEST) {
            return context.text("name.long", LONGEST);
        }
        boolean taken = context.history().now().network().nodes().stream()
                .anyMatch(node -> !node.id().equals(id) && node.name().equals(name));
        return taken ? context.text("name.taken", name) : "";
    }

    private void say(String sentence) {
        mistake.setText(sentence);
        field.pseudoClassStateChanged(Styles.PROBLEM, !sentence.isEmpty());
    }
}
