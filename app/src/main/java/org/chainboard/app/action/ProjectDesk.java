package org.chainboard.app.action;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.History;
import org.chainboard.app.fx.FxThread;
import org.chainboard.app.run.Background;
import org.chainboard.app.run.Progress;
import org.chainboard.app.run.Session;
import org.chainboard.app.run.Start;
import org.chainboard.app.ui.Texts;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectException;
import org.chainboard.tools.project.ProjectFile;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Schema;

/**
 * The project in use and its file: new, open, save. Work that is not saved, training included, is never left without a
 * question. All methods belong to the JavaFX thread; files are read and written beside it.
 */
public final class ProjectDesk {
    private final History history;
    private final Session session;
    private final Background background;
    private final FxThread fx;
    private final Dialogs dialogs;
    private final Texts texts;
    private final ProjectSettings first;
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final SimpleObjectProperty<Progress> saved;
    private final BooleanBinding unsaved;
    private final StringBinding name;

    /** What was read from the file, with the fields this version does not know. */
    private Project opened;

    public ProjectDesk(
            History history,
            Session session,
            Background background,
            FxThread fx,
            Dialogs dialogs,
            Texts texts,
            ProjectSettings first) {
        this.history = history;
        this.session = session;
        this.background = background;
        this.fx = fx;
        this.dialogs = dialogs;
        this.texts = texts;
        this.first = first;
        this.opened = project(history.now());
        this.saved = new SimpleObjectProperty<>(session.progress().get());
        this.unsaved = Bindings.createBooleanBinding(
                () -> history.edited().get() || !session.progress().get().equals(saved.get()),
                history.edited(),
                session.progress(),
                saved);
        this.name = Bindings.createStringBinding(this::nameNow, file);
    }

    private static Project project(Document document) {
        return Project.of(document.network(), document.positions(), document.settings());
    }

    /** The file's name, or a word for a project without one. */
    public StringBinding name() {
        return name;
    }

    /** Whether something would be lost: an edit or a step of training. */
    public BooleanBinding unsaved() {
        return unsaved;
    }

    private String nameNow() {
        return file.get().map(path -> path.getFileName().toString()).orElseGet(() -> texts.get("file.untitled"));
    }

    /** Begins a new project. */
    public void startNew() {
        afterSaving(() -> use(project(Document.blank(first)), Optional.empty()));
    }

    /** Lets a person choose a project and opens it. */
    public void open() {
        afterSaving(() -> dialogs.fileToOpen(Dialogs.Kind.PROJECT).ifPresent(this::read));
    }

    /** Opens a project file. */
    public void open(Path path) {
        afterSaving(() -> read(path));
    }

    /** Opens something that has no file yet, such as a sample. */
    public void open(Project project) {
        afterSaving(() -> use(project, Optional.empty()));
    }

    private void read(Path path) {
        background.io().execute(() -> {
            try {
                Project project = ProjectFile.read(path);
                fx.execute(() -> use(project, Optional.of(path)));
            } catch (ProjectException e) {
                fx.execute(() -> dialogs.tell(texts.get("file.notOpened"), e.getMessage()));
            }
        });
    }

    private void use(Project project, Optional<Path> path) {
        opened = project;
        file.set(path);
        session.open(Document.of(project.network(), project.positions(), project.settings()), Start.of(project));
        saved.set(session.progress().get());
    }

    /** Saves into the project's file, which is asked for where there is none. */
    public void save() {
        save(done -> {});
    }

    /** Saves into a file that is asked for. */
    public void saveAs() {
        chooseAndSave(done -> {});
    }

    private void save(Consumer<Boolean> then) {
        if (file.get().isPresent()) {
            write(file.get().get(), then);
        } else {
            chooseAndSave(then);
        }
    }

    private void chooseAndSave(Consumer<Boolean> then) {
        String proposed = file.get()
                .map(path -> path.getFileName().toString())
                .orElseGet(() -> texts.get("file.proposal") + ProjectFile.ENDING);
        Optional<Path> chosen = dialogs.fileToSave(Dialogs.Kind.PROJECT, proposed);
        chosen.flatMap(this::withEnding).ifPresentOrElse(path -> write(path, then), () -> then.accept(false));
    }

    /** The file with the ending of projects; the one who chose it without has not been asked whether to replace it. */
    private Optional<Path> withEnding(Path path) {
        String chosen = path.getFileName().toString();
        if (chosen.toLowerCase(Locale.ROOT).endsWith(ProjectFile.ENDING)) {
            return Optional.of(path);
        }
        String whole = chosen + ProjectFile.ENDING;
        Path ended = path.resolveSibling(whole);
        return Files.notExists(ended) || dialogs.replace(whole) ? Optional.of(ended) : Optional.empty();
    }

    private void write(Path path, Consumer<Boolean> then) {
        Document document = history.now();
        Progress progress = session.progress().get();
        Project from = opened;
        current()
                .thenAcceptAsync(
                        project -> {
                            try {
                                ProjectFile.write(path, project);
                                fx.execute(() -> {
                                    if (from == opened) {
                                        written(path, document, progress);
                                    }
                                    then.accept(true);
                                });
                            } catch (ProjectException e) {
                                fx.execute(() -> {
                                    dialogs.tell(texts.get("file.notSaved"), e.getMessage());
                                    then.accept(false);
                                });
                            }
                        },
                        background.io());
    }

    private void written(Path path, Document document, Progress progress) {
        file.set(Optional.of(path));
        saved.set(progress);
        history.saved(document);
    }

    /** The project as it is now, with its numbers, and with what its file held that this version does not know. */
    public CompletableFuture<Project> current() {
        Project before = opened;
        return session.project().thenApply(now -> {
            Optional<Schema> schema = now.schema().or(before::schema);
            return new Project(
                    now.network(),
                    now.positions(),
                    now.settings(),
                    now.weights(),
                    schema,
                    now.training(),
                    before.unknown());
        });
    }

    /** Does something that leaves the project, once its work is saved or given up. */
    public void afterSaving(Runnable leave) {
        if (!unsaved.get()) {
            leave.run();
            return;
        }
        switch (dialogs.saveFirst(name.get())) {
            case SAVE ->
                save(done -> {
                    if (done) {
                        leave.run();
                    }
                });
            case DISCARD -> leave.run();
            case CANCEL -> {
                // the project stays
            }
        }
    }
}
