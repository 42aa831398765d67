package org.chainboard.app.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.csv.CsvColumn;
import org.chainboard.tools.csv.CsvRow;
import org.chainboard.tools.csv.CsvTable;
import org.chainboard.tools.csv.Role;

/** The first rows of a file, with what each column is for above it. */
final class CsvColumns extends TableView<CsvRow> {
    private static final int ROWS = 50;
    private static final int MOST_COLUMNS = 40;
    private static final double NARROWEST = 124;
    private static final double WIDEST = 240;
    private static final int FEW_COLUMNS = 6;
    private static final double PER_LETTER = 7.6;
    private static final double PADDING = 26;

    private final CsvWords words;
    private final Texts texts;
    private final BiConsumer<Integer, Role> change;
    private final Map<Integer, ComboBox<Role>> roles = new HashMap<>();
    private CsvTable table;
    private boolean showing;

    CsvColumns(Texts texts, BiConsumer<Integer, Role> change) {
        this.texts = texts;
        this.words = new CsvWords(texts);
        this.change = change;
        setId("csv-table");
        getStyleClass().add(Styles.PREVIEW_TABLE);
        setSelectionModel(null);
        setFixedCellSize(26);
        setAccessibleText(texts.get("data.csv.table"));
    }

    /** How many columns of a very wide file are not shown. */
    static int hidden(CsvChoice choice) {
        return choice.table().columns().size() - choice.shown(MOST_COLUMNS).size();
    }

    void show(CsvChoice choice) {
        showing = true;
        if (choice.table() != table) {
            table = choice.table();
            roles.clear();
            List<Integer> shown = choice.shown(MOST_COLUMNS);
            getColumns().setAll(shown.stream().map(this::column).toList());
            setColumnResizePolicy(
                    shown.size() <= FEW_COLUMNS
                            ? CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN
                            : UNCONSTRAINED_RESIZE_POLICY);
            getItems().setAll(table.preview(ROWS));
        }
        for (TableColumn<CsvRow, ?> column : getColumns()) {
            int at = (Integer) column.getUserData();
            Role role = choice.roles().each().get(at);
            roles.get(at).setValue(role);
            mark(column, Styles.ROLE_TARGET, role == Role.TARGET);
            mark(column, Styles.ROLE_IGNORED, role == Role.IGNORE);
        }
        showing = false;
    }

    private TableColumn<CsvRow, String> column(int at) {
        TableColumn<CsvRow, String> column = new TableColumn<>();
        column.setUserData(at);
        column.setGraphic(head(at));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().cells().get(at)));
        column.setMinWidth(NARROWEST);
        column.setPrefWidth(width(at));
        return column;
    }

    private VBox head(int at) {
        CsvColumn column = table.columns().get(at);
        Label name = new Label(column.name());
        name.getStyleClass().add(Styles.MEDIUM);
        name.setTooltip(new Tooltip(column.name()));
        Label kind = new Label(words.kind(column));
        kind.getStyleClass().addAll(Styles.SMALL, Styles.MUTED);
        VBox head = new VBox(name, kind, role(at));
        head.getStyleClass().add(Styles.CSV_HEAD);
        return head;
    }

    private ComboBox<Role> role(int at) {
        ComboBox<Role> role = new ComboBox<>();
        role.setId("csv-role-" + at);
        role.getItems().setAll(Role.values());
        role.setCellFactory(list -> new NamedCell<>(words::role));
        role.setButtonCell(new NamedCell<>(words::role));
        role.setMaxWidth(Double.MAX_VALUE);
        role.setAccessibleText(
                texts.get("data.csv.roleOf", table.columns().get(at).name()));
        role.valueProperty().subscribe(chosen -> {
            if (!showing && chosen != null) {
                change.accept(at, chosen);
            }
        });
        roles.put(at, role);
        return role;
    }

    private double width(int at) {
        int longest = table.columns().get(at).name().length();
        for (CsvRow row : table.preview(ROWS)) {
            longest = Math.max(longest, row.cells().get(at).length());
        }
        return Math.max(NARROWEST, Math.min(WIDEST, PADDING + PER_LETTER * longest));
    }

    private static void mark(TableColumn<CsvRow, ?> column, String styleClass, boolean on) {
        column.getStyleClass().remove(styleClass);
        if (on) {
            column.getStyleClass().add(styleClass);
        }
    }
}
