package org.chainboard.app.inspector.parameters;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Figures;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Curve;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.plot.Numbers;

/** Shows a row. Only cells on the screen exist, so a model of any size costs the same at every look. */
final class RowCell extends ListCell<Row> {
    private final Context context;
    private final Label name = new Label();
    private final Label norm = Rows.label("", Styles.MONO);
    private final Label size = Rows.label("", Styles.MUTED, Styles.SMALL);
    private final Label range = Rows.label("", Styles.MONO, Styles.MUTED, Styles.SMALL);
    private final VBox lines = new VBox();
    private Tensor shown;

    RowCell(Context context) {
        this.context = context;
        norm.setMinWidth(Region.USE_PREF_SIZE);
        range.setMinWidth(Region.USE_PREF_SIZE);
        lines.getChildren().addAll(Rows.ends(name, norm), Rows.ends(size, range));
        lines.setMinWidth(0);
        // as wide as the list, whatever is written
        setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        shown = null;
        setGraphic(empty || row == null ? null : lines);
        setMouseTransparent(empty);
        boolean isGroup = row instanceof Row.Group;
        lines.getChildren().forEach(line -> Rows.show(line, true));
        getStyleClass().remove(Styles.PARAMETER_GROUP);
        if (row instanceof Row.Group group) {
            getStyleClass().add(Styles.PARAMETER_GROUP);
            name.setText(group.name());
            norm.setText(context.text("count", group.count()));
        } else if (row instanceof Row.Entry entry) {
            name.setText(entry.name());
            norm.setText(Figures.NONE);
            size.setText(
                    context.text("parameters.size", entry.shape(), entry.shape().size()));
            range.setText("");
        }
        Rows.show(lines.getChildren().get(1), !isGroup);
    }

    /** Takes the newest numbers of its parameter, where it shows one. */
    void live(Snapshot snapshot) {
        if (!(getItem() instanceof Row.Entry entry)) {
            return;
        }
        double length = Figures.norm(snapshot, entry.name()).map(Curve::newest).orElse(Double.NaN);
        norm.setText(Figures.exponent(length));
        Optional<Tensor> values = Figures.values(snapshot, entry.name());
        if (values.isPresent() && values.get() != shown) {
            shown = values.get();
            range.setText(range(shown));
        }
    }

    private String range(Tensor values) {
        if (values.size() == 1) {
            return Numbers.brief(values.get(0));
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.size(); i++) {
            min = Math.min(min, values.get(i));
            max = Math.max(max, values.get(i));
        }
        return context.text("parameters.range", Numbers.brief(min), Numbers.brief(max));
    }
}
