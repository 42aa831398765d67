package org.chainboard.app;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.chainboard.app.action.Dialogs;
import org.chainboard.app.ui.Texts;

/** Questions in windows of their own. The folder chosen last is where the next question begins. */
final class FxDialogs implements Dialogs {
    private final Window owner;
    private final Texts texts;
    private File folder = new File(System.getProperty("user.home", "."));

    FxDialogs(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public Optional<Path> fileToOpen(Kind kind) {
        return remembered(chooser(kind).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> fileToSave(Kind kind, String proposedName) {
        FileChooser chooser = chooser(kind);
        chooser.setInitialFileName(proposedName);
        return remembered(chooser.showSaveDialog(owner));
    }

    private FileChooser chooser(Kind kind) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(texts.get(kind.textKey()), kind.patterns()),
                        new FileChooser.ExtensionFilter(texts.get("file.kind.all"), "*"));
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> remembered(File chosen) {
        if (chosen != null) {
            folder = chosen.getAbsoluteFile().getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Answer saveFirst(String name) {
        ButtonType save = new ButtonType(texts.get("file.saveFirst.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(texts.get("file.saveFirst.discard"), ButtonData.NO);
        ButtonType cancel = new ButtonType(texts.get("file.saveFirst.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("file.saveFirst.text"), save, discard, cancel);
        alert.setHeaderText(texts.get("file.saveFirst.title", name));
        ButtonType answer = shown(alert);
        if (answer == save) {
            return Answer.SAVE;
        }
        return answer == discard ? Answer.DISCARD : Answer.CANCEL;
    }

    @Override
    public boolean replace(String name) {
        ButtonType replace = new ButtonType(texts.get("file.replace.yes"), ButtonData.YES);
        ButtonType cancel = new ButtonType(texts.get("file.saveFirst.cancel"), ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get("file.replace.text"), replace, cancel);
        alert.setHeaderText(texts.get("file.replace.title", name));
        return shown(alert) == replace;
    }

    @Override
    public void tell(String title, String sentence) {
        Alert alert = new Alert(Alert.AlertType.WARNING, sentence, ButtonType.OK);
        alert.setHeaderText(title);
        shown(alert);
    }

    private ButtonType shown(Alert alert) {
        alert.initOwner(owner);
        alert.setTitle(texts.get("app.name"));
        alert.getDialogPane().setMinWidth(420);
        return alert.showAndWait().orElse(ButtonType.CANCEL);
    }
}
