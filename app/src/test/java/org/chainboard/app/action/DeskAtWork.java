package org.chainboard.app.action;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.Samples;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.run.Running;
import org.chainboard.app.run.Status.State;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Wire;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.ProjectException;
import org.chainboard.tools.project.ProjectFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A desk with a project that is really trained: Input (n1) → Dense₁ (n3) → Dense₂ (n4) → loss (n2). */
@ExtendWith(ApplicationExtension.class)
abstract class DeskAtWork {
    private static final long PATIENCE = 60_000;
    static final Edit EDIT = Edits.rename("n3", "First");
    static final Edit APART = Edits.disconnect(List.of(Wire.between("n3", "n4")));

    @TempDir
    Path folder;

    private final List<Running> begun = new ArrayList<>();
    final Answers answers = new Answers();
    Running running;
    ProjectDesk desk;

    static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, question);
    }

    static void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE, work);
    }

    static void until(Callable<Boolean> holds) {
        try {
            Running.until(holds);
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain", e);
        }
    }

    @AfterEach
    void close() {
        begun.forEach(one -> fx(one::close));
    }

    /** A program that was just started, with this on its canvas. */
    void start(Document document) {
        running = fx(() -> new Running(document));
        begun.add(running);
        desk = fx(() -> new ProjectDesk(
                running.history,
                running.session,
                running.background,
                new PlatformFxThread(),
                answers,
                Texts.in(Locale.ROOT),
                Samples.SETTINGS));
        settle();
    }

    void settle() {
        until(() -> running.session.status().get().state() != State.COMPILING);
    }

    void train(int steps) {
        long goal = fx(running::step) + steps;
        for (int i = 0; i < steps; i++) {
            fx(running.session::step);
        }
        until(() -> running.session.progress().get().step() == goal);
    }

    void apply(Edit edit) {
        fx(() -> running.history.apply(edit));
        settle();
    }

    Document document() {
        return fx(running.history::now);
    }

    boolean unsaved() {
        return fx(() -> desk.unsaved().get());
    }

    Map<String, List<Tensor>> weights() {
        try {
            return fx(desk::current).get().weights();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void saveAs(String name) {
        answers.toSave.add(file(name));
        fx(desk::saveAs);
        untilWritten();
    }

    /** What is being saved goes from the trainer to the thread for files and back to the window; so does this. */
    void untilWritten() {
        weights();
        CompletableFuture.runAsync(() -> {}, running.background.io()).join();
        WaitForAsyncUtils.waitForFxEvents();
    }

    void open(Path path) {
        Document before = document();
        fx(() -> desk.open(path));
        until(() -> running.history.now() != before);
        settle();
    }

    static Project read(Path path) {
        try {
            return ProjectFile.read(path);
        } catch (ProjectException e) {
            throw new AssertionError(e);
        }
    }

    /** A file with a trained project of another width; gives what it holds. */
    Project another(String name, Edit... edits) {
        start(Running.spirals(5));
        train(2);
        List.of(edits).forEach(this::apply);
        saveAs(name);
        return read(file(name));
    }

    static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
