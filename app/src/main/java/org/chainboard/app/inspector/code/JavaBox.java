package org.chainboard.app.inspector.code;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.CopyButton;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;

/** The model as Java, to be read and copied. */
final class JavaBox extends VBox {
    private static final double LEAST = 120;

    private final Context context;
    private final CodeArea area = new CodeArea();
    private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
    private final Label none = Rows.sentence(Styles.HINT);
    private final CopyButton copy;
    private final Button refresh;

    /** @param refresh asks for the text with the numbers of now */
    JavaBox(Context context, Runnable refresh) {
        this.context = context;
        area.setId("java-text");
        area.setEditable(false);
        area.getStyleClass().add(Styles.CODE_AREA);
        area.setAccessibleText(context.text("java"));
        none.setId("java-none");
        copy = new CopyButton("java-copy", context.text("java.copy"), area::getText);
        this.refresh = new Button(context.text("java.refresh"));
        this.refresh.setId("java-refresh");
        this.refresh.getStyleClass().addAll(Styles.SMALL, Styles.QUIET);
        this.refresh.setOnAction(event -> refresh.run());
        HBox buttons = new HBox(this.refresh, copy);
        Region head = Rows.ends(Rows.label(context.text("java"), Styles.STRONG), buttons);
        scroll.setMinHeight(LEAST);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add(Styles.FIELD);
        getChildren().addAll(head, scroll, none);
        show(Optional.empty());
    }

    /** Shows the text; empty where there is none yet. The place that is being read stays in view. */
    void show(Optional<String> java) {
        Rows.show(scroll, java.isPresent());
        Rows.show(copy, java.isPresent());
        none.setText(java.isEmpty() ? context.text("java.none") : "");
        String text = java.orElse("");
        if (text.equals(area.getText())) {
            return;
        }
        double place = area.getEstimatedScrollY();
        area.replaceText(text);
        if (!text.isEmpty()) {
            area.setStyleSpans(0, JavaColours.of(text));
        }
        area.moveTo(0);
        area.scrollYToPixel(place);
    }
}
