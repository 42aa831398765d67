package org.chainboard.app.inspector.part;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.ChainText;

/** The model as chain text, to be copied; a sentence where it has none. */
public final class ChainBox extends VBox {
    private final Context context;
    private final Label text = Rows.sentence(Styles.CHAIN_TEXT);
    private final Label none = Rows.sentence(Styles.HINT);
    private final CopyButton copy;
    private String whole = "";

    /** @param id what the ids of its parts begin with */
    public ChainBox(Context context, String id) {
        this.context = context;
        text.setId(id + "-chain-text");
        text.getStyleClass().add(Styles.MONO);
        none.setId(id + "-chain-none");
        copy = new CopyButton(id + "-chain-copy", context.text("chain.copy"), () -> whole);
        Region head = Rows.ends(Rows.label(context.text("chain"), Styles.STRONG), copy);
        getStyleClass().add(Styles.FIELD);
        getChildren().addAll(head, text, none);
    }

    /** Writes the model anew. */
    public void show(Facts now) {
        Optional<String> chain = now.features().flatMap(inputs -> ChainText.of(now.network(), inputs));
        whole = chain.orElse("");
        text.setText(chain.map(ChainBox::broken).orElse(""));
        none.setText(chain.isPresent() ? "" : context.text("chain.none"));
        Rows.show(copy, chain.isPresent());
    }

    /** One layer a line: it is read from top to bottom as data runs through it. */
    private static String broken(String chain) {
        StringBuilder lines = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < chain.length(); i++) {
            char c = chain.charAt(i);
            boolean last = c == ')' && i == chain.length() - 1;
            lines.append(last ? "\n)" : String.valueOf(c));
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 1 && (c == '(' || c == ',')) {
                lines.append("\n  ");
                i += c == ',' && i + 1 < chain.length() && chain.charAt(i + 1) == ' ' ? 1 : 0;
            }
        }
        return lines.toString();
    }
}
