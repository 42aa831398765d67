package org.chainboard.app.dataset;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.History;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.csv.CsvTable;

/** One opened dialog: the file on show, and the buttons below it. */
final class CsvSheet {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 620;

    private final History history;
    private final Runnable readAgain;
    private final CsvReading reading;
    private final CsvPage page;
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final Node ok;
    private final Node another;
    private CsvChoice choice;
    private boolean fresh;

    CsvSheet(
            History history,
            Runnable readAgain,
            CsvReading reading,
            Texts texts,
            Window owner,
            Runnable chooseAnother) {
        this.readAgain = readAgain;
        this.history = history;
        this.reading = reading;
        this.page = new CsvPage(
                texts,
                (column, role) -> change(now -> now.with(column, role)),
                classes -> change(now -> now.asClasses(classes)));
        ButtonType use = new ButtonType(texts.get("data.csv.use"), ButtonData.OK_DONE);
        ButtonType other = new ButtonType(texts.get("data.csv.another"), ButtonData.LEFT);
        ButtonType cancel = new ButtonType(texts.get("data.csv.cancel"), ButtonData.CANCEL_CLOSE);
        DialogPane pane = dialog.getDialogPane();
        pane.getButtonTypes().setAll(other, use, cancel);
        pane.setContent(page);
        pane.getStyleClass().add(Styles.WIDE_DIALOG);
        pane.setPrefSize(WIDTH, HEIGHT);
        ok = pane.lookupButton(use);
        ok.setId("csv-ok");
        another = pane.lookupButton(other);
        another.setId("csv-another");
        another.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            chooseAnother.run();
        });
        pane.lookupButton(cancel).setId("csv-cancel");
        dialog.setTitle(texts.get("data.csv.title"));
        dialog.setResizable(true);
        dialog.initModality(Modality.WINDOW_MODAL);
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setResultConverter(button -> button);
        dialog.setOnHidden(event -> close(dialog.getResult() == use));
    }

    boolean isShowing() {
        return dialog.isShowing();
    }

    void show(Path file) {
        choice = null;
        fresh = true;
        ok.setDisable(true);
        page.showReading(String.valueOf(file.getFileName()));
        reading.read(file, table -> take(file, table), this::refuse);
        if (!dialog.isShowing()) {
            dialog.show();
        }
    }

    private void take(Path file, CsvTable table) {
        look(CsvChoice.of(file, table, history.now().settings().data().source()));
    }

    private void refuse(String sentence) {
        page.showBroken(sentence);
        another.requestFocus();
    }

    private void change(UnaryOperator<CsvChoice> how) {
        if (choice != null) {
            look(how.apply(choice));
        }
    }

    private void look(CsvChoice next) {
        choice = next;
        ok.setDisable(true);
        page.show(next);
        reading.tryRoles(
                next,
                history.now().settings().seed(),
                summary -> {
                    page.showSummary(summary.sentence(), summary.note());
                    allow();
                },
                page::showMistake);
    }

    /** Enter uses a file that was just read; while roles are changed the keyboard stays with them. */
    private void allow() {
        ok.setDisable(false);
        if (fresh) {
            fresh = false;
            ok.requestFocus();
        }
    }

    private void close(boolean use) {
        reading.forget();
        if (use && choice != null) {
            Document before = history.now();
            history.apply(DataEdits.csv(choice.source()));
            history.seal();
            if (history.now().equals(before)) {
                // the same choice of the same file, whose content may be another one
                readAgain.run();
            }
        }
    }
}
