package org.chainboard.app.inspector.part;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;

/**
 * A choice of activation: one of the list, or a function typed by hand. What is typed is judged at every key and used at
 * Enter, or when the field is left; what cannot be used stays, with a sentence below.
 */
public final class ActivationField extends VBox {
    private final ComboBox<String> choice = new ComboBox<>();
    private final Label mistake = Rows.sentence(Styles.MISTAKE);
    private final Label hint = Rows.sentence(Styles.HINT);
    private final Context context;
    private final Consumer<String> commit;
    private String shown = "";

    /** @param commit takes an activation that differs from the one shown */
    public ActivationField(String name, String id, Context context, Consumer<String> commit) {
        this.context = context;
        this.commit = commit;
        choice.setId(id);
        choice.setEditable(true);
        choice.getItems().setAll(ActivationText.names());
        choice.setVisibleRowCount(12);
        choice.setCellFactory(list -> new ActivationCell(context.palette()));
        mistake.setId(id + "-mistake");
        hint.setId(id + "-hint");
        getStyleClass().add(Styles.FIELD);
        getChildren().addAll(Rows.field(name, choice), mistake, hint);
        choice.getEditor().textProperty().addListener((property, before, now) -> judge(now));
        choice.valueProperty().addListener((property, before, now) -> choose(now));
        choice.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        OwnUndo.install(
                choice.getEditor(),
                context.history(),
                () -> !choice.getEditor().getText().equals(shown));
    }

    /** Shows the activation of the document; what is being typed stays when it is the one shown already. */
    public void show(String activation) {
        if (!activation.equals(shown)) {
            shown = activation;
            choice.setValue(activation);
            choice.getEditor().setText(activation);
        }
    }

    /** Escape takes back what was typed. */
    private void key(KeyEvent event) {
        boolean typed = !choice.getEditor().getText().equals(shown);
        if (event.getCode() == KeyCode.ESCAPE && typed && !choice.isShowing()) {
            choice.setValue(shown);
            choice.getEditor().setText(shown);
            choice.getEditor().selectAll();
            event.consume();
        }
    }

    private void choose(String text) {
        Optional<String> value = text == null
                ? Optional.empty()
                : ActivationText.of(text, context).value();
        value.filter(usable -> !usable.equals(shown)).ifPresent(usable -> {
            shown = usable;
            commit.accept(usable);
        });
    }

    private void judge(String text) {
        ActivationText judged = ActivationText.of(text == null ? "" : text, context);
        mistake.setText(judged.mistake());
        hint.setText(judged.hint());
        choice.pseudoClassStateChanged(Styles.PROBLEM, !judged.mistake().isEmpty());
    }
}
