package org.chainboard.app.dataset;

import java.util.function.DoubleConsumer;
import java.util.function.DoublePredicate;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.chainboard.app.ui.Styles;

/** A typed number: taken with Enter or when the field is left; one that cannot be used is told in a sentence. */
final class NumberField extends TextField {
    private static final double WIDTH = 92;

    private final DoublePredicate allowed;
    private final DoubleConsumer take;
    private final String sentence;
    private final Label mistake;
    private double shown;

    /**
     * @param sentence what can be used, for {@code mistake}
     * @param mistake where to tell it; hidden while there is nothing to tell
     */
    NumberField(String id, DoublePredicate allowed, DoubleConsumer take, String sentence, Label mistake) {
        this.allowed = allowed;
        this.take = take;
        this.sentence = sentence;
        this.mistake = mistake;
        setId(id);
        setPrefWidth(WIDTH);
        setOnAction(event -> commit());
        focusedProperty().subscribe((was, now) -> {
            if (was && !now) {
                commit();
            }
        });
    }

    void show(double value) {
        shown = value;
        setText(text(value));
        tell(false);
    }

    private void commit() {
        double value = number(getText());
        boolean usable = Double.isFinite(value) && allowed.test(value);
        tell(!usable);
        if (usable && value != shown) {
            shown = value;
            take.accept(value);
        }
    }

    private void tell(boolean wrong) {
        getStyleClass().remove(Styles.BAD);
        if (wrong) {
            getStyleClass().add(Styles.BAD);
        }
        mistake.setText(wrong ? sentence : "");
        mistake.setVisible(wrong);
        mistake.setManaged(wrong);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String text(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
