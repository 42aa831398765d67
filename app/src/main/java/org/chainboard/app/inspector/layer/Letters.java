package org.chainboard.app.inspector.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Figures;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.Numbers;

/** The letters of a typed function that are trained, and their numbers now. */
final class Letters extends VBox {
    private static final double START = 1;

    private final Context context;
    private final Map<String, Label> labels = new LinkedHashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();
    private String name = "";

    Letters(Context context) {
        this.context = context;
        setId("function-letters");
        getStyleClass().add(Styles.FIELD);
        Rows.show(this, false);
    }

    /** What the node is called: the letters' numbers go by its name. */
    void nameOf(String node) {
        name = node;
    }

    void show(List<String> letters) {
        Rows.show(this, !letters.isEmpty());
        if (List.copyOf(labels.keySet()).equals(letters)) {
            return;
        }
        labels.clear();
        values.keySet().retainAll(letters);
        getChildren().clear();
        for (String letter : letters) {
            Label value = Rows.label(Figures.NONE, Styles.MONO);
            value.setId("letter-" + letter);
            labels.put(letter, value);
            values.putIfAbsent(letter, START);
            HBox row = Rows.ends(Rows.label(context.text("letter", letter), Styles.HINT), value);
            getChildren().add(row);
        }
    }

    /** The text cannot be read now. */
    void hide() {
        Rows.show(this, false);
    }

    /** The newest numbers, by letter. */
    Map<String, Double> values() {
        return values;
    }

    /** Takes the newest numbers; says whether any of them changed. */
    boolean live(Snapshot snapshot) {
        boolean changed = false;
        for (Map.Entry<String, Label> row : labels.entrySet()) {
            String letter = row.getKey();
            var found = Figures.values(snapshot, name + "." + letter);
            if (found.isPresent() && found.get().size() == 1) {
                double value = found.get().item();
                row.getValue().setText(Numbers.brief(value));
                changed |= !Double.valueOf(value).equals(values.put(letter, value));
            }
        }
        return changed;
    }
}
