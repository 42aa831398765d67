package org.chainboard.app.toolbar;

import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;

/** A number that is typed: taken over with Enter or when the field is left; what cannot be used is told below. */
final class NumberRow extends VBox {
    private static final double FIELD = 96;
    private static final double LABEL = 130;

    private final TextField field = new TextField();
    private final Label mistake = new Label();
    private final DoublePredicate allowed;
    private final DoubleConsumer take;

    NumberRow(String id, String name, double value, DoublePredicate allowed, String sentence, DoubleConsumer take) {
        this.allowed = allowed;
        this.take = take;
        Label label = new Label(name);
        label.setLabelFor(field);
        label.setMinWidth(LABEL);
        field.setId(id);
        field.setText(text(value));
        field.setPrefWidth(FIELD);
        field.setAccessibleText(name);
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((property, was, now) -> {
            if (!now) {
                commit();
            }
        });
        mistake.setText(sentence);
        mistake.setWrapText(true);
        mistake.getStyleClass().add(Styles.OPTION_MISTAKE);
        show(false);
        HBox row = new HBox(10, label, field);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add(Styles.NUMBER_ROW);
        getChildren().addAll(row, mistake);
    }

    private void commit() {
        double value = number(field.getText());
        boolean usable = Double.isFinite(value) && allowed.test(value);
        show(!usable);
        if (usable) {
            take.accept(value);
        }
    }

    private void show(boolean wrong) {
        mistake.setVisible(wrong);
        mistake.setManaged(wrong);
        field.getStyleClass().remove(Styles.BAD);
        if (wrong) {
            field.getStyleClass().add(Styles.BAD);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** 0.1 as it is written, 32 without a point, 1e-8 without an idle zero. */
    static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole
                ? Long.toString((long) value)
                : Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
}
