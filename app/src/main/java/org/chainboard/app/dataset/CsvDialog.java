package org.chainboard.app.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.chainboard.app.document.History;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.run.Background;
import org.chainboard.app.ui.Texts;

/**
 * Lets a person use a CSV file as data: shows what is in it and what each column is for. It is one edit; a file that
 * cannot be used changes nothing. All methods belong to the JavaFX thread and do not wait, but for the file chooser.
 */
public final class CsvDialog {
    private final History history;
    private final Runnable readAgain;
    private final Background background;
    private final FxThread fx;
    private final Texts texts;
    private final Supplier<Window> owner;
    private final Supplier<Optional<Path>> chooser;
    private CsvSheet sheet;

    /**
     * @param owner the window that waits below the dialog
     * @param readAgain called where the file and all roles are as before: its content may have changed
     * @param chooser asks for a file
     */
    public CsvDialog(
            History history,
            Runnable readAgain,
            Background background,
            FxThread fx,
            Texts texts,
            Supplier<Window> owner,
            Supplier<Optional<Path>> chooser) {
        this.history = history;
        this.readAgain = readAgain;
        this.background = background;
        this.fx = fx;
        this.texts = texts;
        this.owner = owner;
        this.chooser = chooser;
    }

    /** Asks for a file and shows it. */
    public void choose() {
        chooser.get().ifPresent(this::open);
    }

    /** Shows a file, as after it was dropped on the window. */
    public void open(Path file) {
        if (sheet == null || !sheet.isShowing()) {
            CsvReading reading = new CsvReading(background.io(), fx, texts);
            sheet = new CsvSheet(history, readAgain, reading, texts, owner.get(), this::choose);
        }
        sheet.show(file);
    }
}
