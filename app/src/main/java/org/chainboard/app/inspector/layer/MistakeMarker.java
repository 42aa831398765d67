package org.chainboard.app.inspector.layer;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.expr.SyntaxProblem;

/** A mistake in a typed text: the part of the text around it, a mark under the character, and the sentence. */
final class MistakeMarker extends VBox {
    private static final int ROOM = 26;
    private static final int BEFORE = 18;
    private static final String MORE = "…";

    private final Label excerpt = Rows.label("", Styles.MONO);
    private final Label mark = Rows.label("", Styles.MONO, Styles.BAD);
    private final Label sentence = new Label();

    MistakeMarker() {
        getStyleClass().add(Styles.MISTAKE);
        excerpt.setId("function-excerpt");
        mark.setId("function-mark");
        sentence.setId("function-mistake");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        excerpt.setMinWidth(Region.USE_PREF_SIZE);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(excerpt, mark, sentence);
        Rows.show(this, false);
    }

    /** Shows where {@code text} is wrong and why. */
    void show(String text, SyntaxProblem problem) {
        int at = Math.max(0, Math.min(problem.at(), text.length()));
        int from = Math.max(0, Math.min(at - BEFORE, text.length() - ROOM));
        int to = Math.min(text.length(), from + ROOM);
        String left = from > 0 ? MORE : "";
        String right = to < text.length() ? MORE : "";
        excerpt.setText(left + text.substring(from, to) + right);
        mark.setText(" ".repeat(left.length() + at - from) + "^");
        sentence.setText(problem.message());
        boolean hasPlace = !text.isBlank();
        Rows.show(excerpt, hasPlace);
        Rows.show(mark, hasPlace);
        Rows.show(this, true);
    }

    void clear() {
        Rows.show(this, false);
    }
}
