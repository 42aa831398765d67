package org.chainboard.app.dataset;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.chainboard.app.ui.Icons;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.csv.Role;

/** What the dialog shows of a file: what was found, the first rows, and what will be made of them. */
final class CsvPage extends VBox {
    private final Texts texts;
    private final CsvWords words;
    private final Label title = new Label();
    private final Label facts = new Label();
    private final CsvColumns table;
    private final Label waiting = new Label();
    private final StackPane room;
    private final Label more = new Label();
    private final ComboBox<Boolean> kind = new ComboBox<>();
    private final HBox kindRow;
    private final Label summary = new Label();
    private final Label note = new Label();
    private final Label mistake = new Label();
    private final HBox banner = new HBox(Icons.WARNING.node(), mistake);
    private boolean showing;

    CsvPage(Texts texts, BiConsumer<Integer, Role> role, Consumer<Boolean> classes) {
        this.texts = texts;
        this.words = new CsvWords(texts);
        this.table = new CsvColumns(texts, role);
        getStyleClass().add(Styles.CSV_PAGE);
        title.getStyleClass().add(Styles.DIALOG_TITLE);
        facts.getStyleClass().add(Styles.CSV_FACTS);
        waiting.getStyleClass().add(Styles.CSV_FACTS);
        more.getStyleClass().add(Styles.CSV_FACTS);
        room = new StackPane(table, waiting);
        VBox.setVgrow(room, Priority.ALWAYS);
        kindRow = kindRow(classes);
        summary.setId("csv-summary");
        summary.getStyleClass().add(Styles.CSV_SUMMARY);
        note.setId("csv-note");
        note.getStyleClass().add(Styles.CSV_FACTS);
        mistake.setId("csv-mistake");
        banner.getStyleClass().addAll(Styles.BANNER, Styles.BAD);
        for (Label label : new Label[] {summary, note, mistake}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        HBox.setHgrow(mistake, Priority.ALWAYS);
        getChildren().addAll(title, facts, room, more, kindRow, summary, note, banner);
        showOnly(room, waiting);
    }

    private HBox kindRow(Consumer<Boolean> classes) {
        kind.setId("csv-target-kind");
        kind.getItems().setAll(true, false);
        kind.setCellFactory(list -> new NamedCell<>(this::kindName));
        kind.setButtonCell(new NamedCell<>(this::kindName));
        kind.setAccessibleText(texts.get("data.csv.target"));
        kind.valueProperty().subscribe(chosen -> {
            if (!showing && chosen != null) {
                classes.accept(chosen);
            }
        });
        HBox row = new HBox(10, new Label(texts.get("data.csv.target")), kind);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String kindName(boolean classes) {
        return texts.get(classes ? "data.csv.target.class" : "data.csv.target.number");
    }

    /** A file that is being read. */
    void showReading(String name) {
        title.setText(name);
        facts.setText("");
        waiting.setText(texts.get("data.csv.reading", name));
        showOnly(room, waiting);
    }

    /** A file that cannot be used at all. */
    void showBroken(String sentence) {
        mistake.setText(sentence);
        showOnly(banner);
    }

    /** A file and its roles; what comes of them is told later. */
    void show(CsvChoice choice) {
        showing = true;
        title.setText(choice.table().name());
        facts.setText(words.facts(choice.table()));
        table.show(choice);
        kind.setValue(choice.roles().classes());
        int hidden = CsvColumns.hidden(choice);
        more.setText(texts.get("data.csv.more", hidden));
        showOnly(facts, room, table, kindRow, summary);
        set(more, hidden > 0);
        showing = false;
    }

    /** What will be made of it. */
    void showSummary(String sentence, String rowsLeftOut) {
        summary.setText(sentence);
        note.setText(rowsLeftOut);
        set(summary, true);
        set(note, !rowsLeftOut.isEmpty());
        set(banner, false);
    }

    /** Why nothing can be made of it yet. */
    void showMistake(String sentence) {
        mistake.setText(sentence);
        set(summary, false);
        set(note, false);
        set(banner, true);
    }

    private void showOnly(Node... nodes) {
        for (Node each : new Node[] {facts, room, table, waiting, more, kindRow, summary, note, banner}) {
            set(each, false);
        }
        for (Node each : nodes) {
            set(each, true);
        }
    }

    private static void set(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
