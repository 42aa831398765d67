package org.chainboard.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.chainboard.app.action.Dialogs;
import org.chainboard.tools.project.ProjectFile;

/**
 * Files that are dropped on the window from outside.
 *
 * @param project opens a project
 * @param table shows a CSV file
 */
record FileDrop(Consumer<Path> project, Consumer<Path> table) {

    void listenIn(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (door(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> door(event).ifPresent(open -> {
                    event.setDropCompleted(true);
                    event.consume();
                    open.run();
                }));
    }

    private Optional<Runnable> door(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files.size() == 1 ? door(files.get(0).toPath()) : Optional.empty();
    }

    /** What a file of this name opens; empty where nothing does. */
    Optional<Runnable> door(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(ProjectFile.ENDING)) {
            return Optional.of(() -> project.accept(file));
        }
        boolean isTable = Dialogs.Kind.CSV.patterns().stream().anyMatch(pattern -> name.endsWith(pattern.substring(1)));
        return isTable ? Optional.of(() -> table.accept(file)) : Optional.empty();
    }
}
