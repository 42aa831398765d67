package org.chainboard.app.dataset;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.chainboard.app.ui.Texts;

/** Asks for a table with the system's dialog, which begins in the folder of the last one. */
public final class CsvFileChooser implements Supplier<Optional<Path>> {
    private final FileChooser chooser = new FileChooser();
    private final Supplier<Window> owner;

    public CsvFileChooser(Texts texts, Supplier<Window> owner) {
        this.owner = owner;
        chooser.setTitle(texts.get("data.csv.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                texts.get("data.csv.files"), "*.csv", "*.tsv", "*.txt", "*.data"),
                        new FileChooser.ExtensionFilter(texts.get("data.csv.allFiles"), "*.*"));
    }

    /** Waits for the answer. */
    @Override
    public Optional<Path> get() {
        File last = chooser.getInitialDirectory();
        if (last != null && !last.isDirectory()) {
            chooser.setInitialDirectory(null);
        }
        File file = chooser.showOpenDialog(owner.get());
        if (file != null) {
            chooser.setInitialDirectory(file.getAbsoluteFile().getParentFile());
        }
        return Optional.ofNullable(file).map(File::toPath);
    }
}
