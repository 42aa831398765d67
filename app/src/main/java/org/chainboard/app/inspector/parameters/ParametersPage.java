package org.chainboard.app.inspector.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chainboard.app.inspector.part.Context;
import org.chainboard.app.inspector.part.Facts;
import org.chainboard.app.inspector.part.Page;
import org.chainboard.app.inspector.part.Rows;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.NetworkModel;
import org.chainboard.engine.train.Snapshot;

/** Every parameter of the model, by node. A row selects its node. */
public final class ParametersPage implements Page {
    /** Rows have a background, which reaches further than their text. */
    private static final double ROOM_IN_ROW = 6;

    private final Context context;
    private final Label none = Rows.sentence(Styles.HINT);
    private final ListView<Row> list = new ListView<>();
    private final List<RowCell> cells = new ArrayList<>();
    private final Label total = Rows.label("", Styles.STRONG);
    private final Region head;
    private final Region foot;
    private final VBox page;

    public ParametersPage(Context context) {
        this.context = context;
        list.setId("parameter-list");
        list.setAccessibleText(context.text("parameters"));
        list.getStyleClass().add(Styles.PARAMETER_LIST);
        list.setCellFactory(view -> cell());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> select(now));
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new Insets(0, -ROOM_IN_ROW, 0, -ROOM_IN_ROW));
        total.setId("parameters-total");
        none.setId("parameters-none");
        foot = Rows.ends(Rows.label(context.text("parameters.total"), Styles.MUTED), total);
        head = Rows.ends(
                Rows.label(context.text("parameters.name"), Styles.MUTED, Styles.SMALL),
                Rows.label("‖∇‖", Styles.MUTED, Styles.SMALL, Styles.SIGN));
        page = new VBox(head, none, list, foot);
        page.getStyleClass().add(Styles.INSPECTOR_PAGE);
    }

    private RowCell cell() {
        RowCell cell = new RowCell(context);
        cells.add(cell);
        cell.itemProperty()
                .addListener((property, before, now) ->
                        context.session().snapshot().get().ifPresent(cell::live));
        return cell;
    }

    @Override
    public Region region() {
        return page;
    }

    @Override
    public void show(Facts now) {
        List<Row> rows = now.model().map(model -> Row.all(model, now)).orElse(List.of());
        // while there is something to mend, the rows of the last model that could be trained stay
        boolean keeps = now.model().isEmpty() && !list.getItems().isEmpty();
        if (!keeps && !rows.equals(list.getItems())) {
            list.getItems().setAll(rows);
            total.setText(now.model().map(NetworkModel::count).map(this::whole).orElse(""));
        }
        Rows.show(list, !list.getItems().isEmpty());
        Rows.show(head, !list.getItems().isEmpty());
        Rows.show(foot, !list.getItems().isEmpty());
        none.setText(list.getItems().isEmpty() ? why(now) : "");
        now.snapshot().ifPresent(this::live);
    }

    private String why(Facts now) {
        return now.model().isPresent() ? context.text("parameters.none") : context.text("parameters.wait");
    }

    @Override
    public void live(Snapshot snapshot) {
        cells.forEach(cell -> cell.live(snapshot));
    }

    private String whole(int number) {
        return context.text("whole", number);
    }

    private void select(Row row) {
        if (row != null && context.node(row.node()).isPresent()) {
            context.selection().select(Set.of(row.node()));
        }
    }
}
