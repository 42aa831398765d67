package org.chainboard.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.chainboard.app.action.Dialogs;
import org.chainboard.app.action.ProjectDesk;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.run.Background;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.codegen.ExportException;
import org.chainboard.tools.codegen.JavaExport;
import org.chainboard.tools.project.Project;

/** Takes the model away as Java: into a file, or onto the clipboard. */
final class Exporter {
    /** Writes a project as Java. */
    @FunctionalInterface
    private interface Writing {
        JavaExport of(Project project) throws ExportException;
    }

    private final ProjectDesk desk;
    private final Background background;
    private final FxThread fx;
    private final Dialogs dialogs;
    private final Texts texts;
    private final Consumer<String> notice;

    Exporter(
            ProjectDesk desk,
            Background background,
            FxThread fx,
            Dialogs dialogs,
            Texts texts,
            Consumer<String> notice) {
        this.desk = desk;
        this.background = background;
        this.fx = fx;
        this.dialogs = dialogs;
        this.texts = texts;
        this.notice = notice;
    }

    /** Asks for a file and writes the class into it. */
    void save() {
        String proposed = JavaExport.suggest(desk.name().get()) + JavaExport.ENDING;
        dialogs.fileToSave(Dialogs.Kind.JAVA, proposed).ifPresent(this::save);
    }

    private void save(Path file) {
        write(project -> JavaExport.write(file, project), done -> notice.accept(texts.get("export.saved", file)));
    }

    /** Puts the class onto the clipboard. */
    void copy() {
        write(this::export, done -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(done.source());
            Clipboard.getSystemClipboard().setContent(content);
            notice.accept(texts.get("export.copied"));
        });
    }

    private void write(Writing writing, Consumer<JavaExport> then) {
        desk.current()
                .thenAcceptAsync(
                        project -> {
                            try {
                                JavaExport done = writing.of(project);
                                fx.execute(() -> then.accept(done));
                            } catch (ExportException e) {
                                fx.execute(() -> dialogs.tell(texts.get("export.notWritten"), e.getMessage()));
                            }
                        },
                        background.io());
    }

    /** The class as text, for the view of the code; empty where it cannot be written yet. */
    Optional<String> source(Project project) {
        try {
            return Optional.of(export(project).source());
        } catch (ExportException e) {
            return Optional.empty();
        }
    }

    private JavaExport export(Project project) throws ExportException {
        return JavaExport.of(project, JavaExport.suggest(desk.name().get()));
    }
}
