package org.chainboard.app.inspector.part;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;

/**
 * A field for a whole number. Enter or leaving it commits, Up and Down count, Escape takes back what was typed; what is
 * no such number stays as it was typed, with a sentence below. The mouse wheel changes nothing.
 */
public final class WholeNumberField extends VBox {
    private static final int MANY = 10;

    private final TextField field = new TextField();
    private final Label mistake = Rows.sentence(Styles.MISTAKE);
    private final Context context;
    private final int most;
    private final IntConsumer commit;
    private Integer shown;

    /**
     * @param id of the field itself
     * @param most the largest number; the smallest is 1
     * @param commit takes a number that differs from the one shown
     */
    public WholeNumberField(String name, String id, int most, Context context, IntConsumer commit) {
        this.context = context;
        this.most = most;
        this.commit = commit;
        field.setId(id);
        mistake.setId(id + "-mistake");
        getStyleClass().add(Styles.FIELD);
        getChildren().addAll(Rows.field(name, field), mistake);
        field.setOnAction(event -> {
            commit();
            field.selectAll();
        });
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        OwnUndo.install(field, context.history(), this::isTyping);
    }

    /** Shows the number of the document; what is being typed stays when it is the number shown already. */
    public void show(int value) {
        if (!Objects.equals(shown, value)) {
            shown = value;
            field.setText(Integer.toString(value));
            say("");
        }
    }

    private boolean isTyping() {
        return !field.getText().equals(String.valueOf(shown));
    }

    private void key(KeyEvent event) {
        int step = event.isShiftDown() ? MANY : 1;
        switch (event.getCode()) {
            case UP -> count(step);
            case DOWN -> count(-step);
            case ESCAPE -> takeBack(event);
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ESCAPE) {
            event.consume();
        }
    }

    private void takeBack(KeyEvent event) {
        if (isTyping()) {
            field.setText(String.valueOf(shown));
            field.selectAll();
            say("");
            event.consume();
        }
    }

    /** Counts are one step of undo until the field is left. */
    private void count(int step) {
        int next = Math.max(1, Math.min(most, number().orElse(shown) + step));
        field.setText(Integer.toString(next));
        field.end();
        give(next);
    }

    private void commit() {
        Optional<Integer> number = number();
        if (number.isPresent()) {
            field.setText(number.get().toString());
            give(number.get());
            context.history().seal();
        } else {
            say(context.text("number", 1, most));
        }
    }

    private void give(int number) {
        say("");
        if (!Objects.equals(shown, number)) {
            shown = number;
            commit.accept(number);
        }
    }

    private Optional<Integer> number() {
        try {
            int number = Integer.parseInt(field.getText().strip());
            return number >= 1 && number <= most ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void say(String sentence) {
        mistake.setText(sentence);
        field.pseudoClassStateChanged(Styles.PROBLEM, !sentence.isEmpty());
    }
}
