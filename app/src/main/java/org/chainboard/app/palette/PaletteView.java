package org.chainboard.app.palette;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.chainboard.app.document.Document;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Network;
import org.chainboard.tools.plot.Palette;

/** The palette: a search field, and one list per section. All methods belong to the JavaFX thread. */
public final class PaletteView extends VBox {
    private final Texts texts;
    private final PaletteTarget target;
    private final TextField search = new TextField();
    private final Map<PaletteSection, Label> titles = new EnumMap<>(PaletteSection.class);
    private final Map<PaletteSection, GridPane> lists = new EnumMap<>(PaletteSection.class);
    private final List<PaletteRow> rows = new ArrayList<>();
    private final Label nothing = new Label();

    /**
     * @param items what can be dragged out
     * @param document greys what the network has no use for
     * @param target where things go
     */
    public PaletteView(
            List<PaletteItem> items,
            ObservableValue<Document> document,
            PaletteTarget target,
            Texts texts,
            ObservableValue<Palette> palette) {
        this.texts = texts;
        this.target = target;
        getStyleClass().add(Styles.PALETTE);
        search.setPromptText(texts.get("palette.search"));
        search.setAccessibleText(texts.get("palette.search"));
        search.textProperty().addListener(property -> filter());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        nothing.setText(texts.get("palette.nothing"));
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        items.forEach(item -> rows.add(row(item, palette)));
        getChildren().addAll(search, nothing);
        for (PaletteSection section : PaletteSection.values()) {
            addSection(section);
        }
        document.addListener((property, before, now) -> grey(now.network()));
        grey(document.getValue().network());
        filter();
    }

    /** Puts the cursor into the search field. */
    public void search() {
        search.requestFocus();
        search.selectAll();
    }

    private PaletteRow row(PaletteItem item, ObservableValue<Palette> palette) {
        String name = item.name().isEmpty() ? texts.get("palette.own") : item.name();
        PaletteRow row = new PaletteRow(item, name, target, palette);
        row.setMaxWidth(Double.MAX_VALUE);
        String key = "palette.about." + item.block().getClass().getSimpleName();
        if (texts.has(key)) {
            Tooltip.install(row, new Tooltip(texts.get(key)));
        }
        return row;
    }

    private void addSection(PaletteSection section) {
        Label title = new Label(texts.get(section.textKey()));
        title.getStyleClass().add(Styles.SECTION_TITLE);
        GridPane list = new GridPane();
        int columns = section.twoColumns() ? 2 : 1;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            list.getColumnConstraints().add(column);
        }
        titles.put(section, title);
        lists.put(section, list);
        getChildren().addAll(title, list);
    }

    /** Shows the rows that are meant by what is typed. */
    private void filter() {
        List<PaletteRow> meant = meant();
        for (PaletteSection section : PaletteSection.values()) {
            GridPane list = lists.get(section);
            list.getChildren().clear();
            int columns = section.twoColumns() ? 2 : 1;
            List<PaletteRow> here = meant.stream()
                    .filter(row -> row.item().section() == section)
                    .toList();
            for (int i = 0; i < here.size(); i++) {
                list.add(here.get(i), i % columns, i / columns);
            }
            show(titles.get(section), !here.isEmpty());
            list.setVisible(!here.isEmpty());
            list.setManaged(!here.isEmpty());
        }
        show(nothing, meant.isEmpty());
    }

    private static void show(Label label, boolean on) {
        label.setVisible(on);
        label.setManaged(on);
    }

    private List<PaletteRow> meant() {
        return rows.stream().filter(row -> row.item().matches(search.getText())).toList();
    }

    private void grey(Network network) {
        rows.forEach(row -> row.setDisable(!row.item().wanted().test(network)));
    }

    /** Enter adds the first row that is meant, Down goes to it, Escape empties the field. */
    private void key(KeyEvent event) {
        Optional<PaletteRow> first =
                meant().stream().filter(row -> !row.isDisabled()).findFirst();
        if (event.getCode() == KeyCode.ENTER && !search.getText().isBlank()) {
            first.ifPresent(row -> target.add().accept(row.item().block()));
        } else if (event.getCode() == KeyCode.DOWN) {
            first.ifPresent(PaletteRow::requestFocus);
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
        } else {
            return;
        }
        event.consume();
    }
}
