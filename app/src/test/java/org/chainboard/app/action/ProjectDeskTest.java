package org.chainboard.app.action;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.chainboard.app.action.Dialogs.Answer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A project and its file: Input (n1) → Dense₁ (n3) → Dense₂ (n4) → loss (n2), trained for some steps. */
@ExtendWith(ApplicationExtension.class)
class ProjectDeskTest {
    private static final long PATIENCE = 60_000;
    private static final Edit EDIT = Edits.rename("n3", "First");
    private static final Edit APART = Edits.disconnect(List.of(Wire.between("n3", "n4")));

    @TempDir
    Path folder;

    private final List<Running> begun = new ArrayList<>();
    private final Answers answers = new Answers();
    private Running running;
    private ProjectDesk desk;

    private static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE, question);
    }

    private static void fx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE, work);
    }

    private static void until(Callable<Boolean> holds) {
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
    private void start(Document document) {
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

    private void settle() {
        until(() -> running.session.status().get().state() != State.COMPILING);
    }

    private void train(int steps) {
        long goal = fx(running::step) + steps;
        for (int i = 0; i < steps; i++) {
            fx(running.session::step);
        }
        until(() -> running.session.progress().get().step() == goal);
    }

    private void apply(Edit edit) {
        fx(() -> running.history.apply(edit));
        settle();
    }

    private Document document() {
        return fx(running.history::now);
    }

    private boolean unsaved() {
        return fx(() -> desk.unsaved().get());
    }

    private Map<String, List<Tensor>> weights() {
        try {
            return fx(desk::current).get().weights();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void saveAs(String name) {
        answers.toSave.add(file(name));
        fx(desk::saveAs);
        untilWritten();
    }

    /** What is being saved goes from the trainer to the thread for files and back to the window; so does this. */
    private void untilWritten() {
        weights();
        CompletableFuture.runAsync(() -> {}, running.background.io()).join();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open(Path path) {
        Document before = document();
        fx(() -> desk.open(path));
        until(() -> running.history.now() != before);
        settle();
    }

    private static Project read(Path path) {
        try {
            return ProjectFile.read(path);
        } catch (ProjectException e) {
            throw new AssertionError(e);
        }
    }

    /** A file with a trained project of another width; gives what it holds. */
    private Project another(String name, Edit... edits) {
        start(Running.spirals(5));
        train(2);
        List.of(edits).forEach(this::apply);
        saveAs(name);
        return read(file(name));
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsSavedComesBackToTheLastBit() {
        start(Running.spirals(6));
        train(3);
        apply(EDIT);
        saveAs("model.chain");
        Document document = document();
        Map<String, List<Tensor>> weights = weights();
        start(Document.blank(Samples.SETTINGS));
        open(file("model.chain"));

        assertThat(document()).isEqualTo(document);
        assertThat(weights()).isEqualTo(weights).containsOnlyKeys("n3", "n4");
        assertThat(fx(() -> desk.name().get())).isEqualTo("model.chain");
        assertThat(unsaved()).isFalse();
    }

    @Test
    void savingAgainWritesTheSameFile() {
        start(Running.spirals(6));
        saveAs("model.chain");
        train(3);
        apply(EDIT);
        boolean before = unsaved();
        fx(desk::save);
        untilWritten();

        assertThat(before).isTrue();
        assertThat(read(file("model.chain")).weights()).isEqualTo(weights());
        assertThat(read(file("model.chain")).network()).isEqualTo(document().network());
    }

    @Test
    void workThatWouldBeLostIsAskedFor() {
        record Case(String name, Runnable work, boolean asks) {}
        Project other = another("other.chain");
        List<Case> cases = List.of(
                new Case("nothing", () -> {}, false),
                new Case("an edit", () -> apply(EDIT), true),
                new Case("an edit undone", this::editAndUndo, false),
                new Case("a step", () -> train(1), true),
                new Case("reset before training", () -> fx(running.session::reset), false));
        List<String> wrong = cases.stream()
                .filter(row -> {
                    start(Running.spirals(6));
                    row.work().run();
                    settle();
                    answers.asked.clear();
                    fx(() -> desk.open(other));
                    return answers.asked.isEmpty() == row.asks();
                })
                .map(Case::name)
                .toList();

        assertThat(wrong).isEmpty();
    }

    private void editAndUndo() {
        apply(EDIT);
        fx(running.history::undo);
    }

    @Test
    void theNumbersOfAFileAreAskedForWhenResetTakesThemAway() {
        another("other.chain");
        start(Running.spirals(6));
        open(file("other.chain"));
        boolean afterOpening = unsaved();
        fx(running.session::reset);
        settle();

        assertThat(afterOpening).isFalse();
        assertThat(unsaved()).isTrue();
    }

    @Test
    void eachAnswerDoesWhatItSays() {
        record Case(Answer answer, boolean leaves, boolean saves) {}
        Project other = another("other.chain");
        List<Case> cases = List.of(
                new Case(Answer.SAVE, true, true),
                new Case(Answer.DISCARD, true, false),
                new Case(Answer.CANCEL, false, false));
        List<Case> done = cases.stream()
                .map(row -> {
                    String name = row.answer() + ".chain";
                    start(Running.spirals(6));
                    saveAs(name);
                    apply(EDIT);
                    train(2);
                    answers.saveFirst.add(row.answer());
                    fx(() -> desk.open(other));
                    until(() -> running.history.now().network().equals(other.network()) == row.leaves());
                    boolean leaves = document().network().equals(other.network());
                    boolean saves = read(file(name))
                            .network()
                            .node("n3")
                            .orElseThrow()
                            .name()
                            .equals("First");
                    return new Case(row.answer(), leaves, saves);
                })
                .toList();

        assertThat(done).isEqualTo(cases);
    }

    @Test
    void aProjectStaysWhenNoFileIsChosenToSaveItFirst() {
        Project other = another("other.chain");
        start(Running.spirals(6));
        train(2);
        Document document = document();
        Map<String, List<Tensor>> weights = weights();
        answers.saveFirst.add(Answer.SAVE);
        fx(() -> desk.open(other));

        assertThat(document()).isEqualTo(document);
        assertThat(weights()).isEqualTo(weights);
        assertThat(unsaved()).isTrue();
    }

    @Test
    void aNewProjectIsBlankAndHasNoFile() {
        start(Running.spirals(6));
        saveAs("model.chain");
        fx(desk::startNew);

        assertThat(document()).isEqualTo(Document.blank(Samples.SETTINGS));
        assertThat(fx(() -> desk.name().get())).isEqualTo("untitled");
        assertThat(unsaved()).isFalse();
    }

    @Test
    void aFileThatCannotBeReadIsToldAndThePresentWorkStays() {
        record Case(String name, String text, String said) {}
        List<Case> cases = List.of(
                new Case("broken.chain", "{ \"format\": 1,", "broken.chain"),
                new Case("newer.chain", "{ \"format\": 99 }", "99"),
                new Case("empty.chain", "", "empty.chain"));
        start(Running.spirals(6));
        train(2);
        saveAs("model.chain");
        Document document = document();
        Map<String, List<Tensor>> weights = weights();
        cases.forEach(row -> write(file(row.name()), row.text()));
        List<String> quiet = cases.stream()
                .filter(row -> {
                    fx(() -> desk.open(file(row.name())));
                    until(() -> !answers.told.isEmpty());
                    return !answers.told.poll().contains(row.said());
                })
                .map(Case::name)
                .toList();
        fx(() -> desk.open(file("missing.chain")));
        until(() -> !answers.told.isEmpty());

        assertThat(quiet).isEmpty();
        assertThat(document()).isEqualTo(document);
        assertThat(weights()).isEqualTo(weights);
        assertThat(fx(() -> desk.name().get())).isEqualTo("model.chain");
        assertThat(unsaved()).isFalse();
    }

    @Test
    void fieldsThatAreNotKnownSurvive() {
        another("other.chain");
        write(file("other.chain"), text(file("other.chain")).replaceFirst("\\{", "{ \"mood\" : \"sunny\","));
        start(Document.blank(Samples.SETTINGS));
        open(file("other.chain"));
        apply(EDIT);
        train(1);
        fx(desk::save);
        untilWritten();

        assertThat(text(file("other.chain"))).contains("\"mood\" : \"sunny\"").contains("First");
    }

    @Test
    void aFileWithoutTheEndingOfProjectsGetsIt() {
        Map<String, String> cases = Map.of(
                "model",
                "model.chain",
                "tulips.chain",
                "tulips.chain",
                "v1.2",
                "v1.2.chain",
                "LOUD.CHAIN",
                "LOUD.CHAIN");
        start(Running.spirals(6));
        cases.keySet().forEach(name -> {
            apply(Edits.rename("n3", name));
            saveAs(name);
        });

        assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(cases.values());
    }

    @Test
    void aFileThatIsHitByTheEndingIsNotReplacedWithoutAQuestion() {
        start(Running.spirals(6));
        write(file("model.chain"), "mine");
        apply(EDIT);
        answers.toSave.add(file("model"));
        answers.replace.add(false);
        fx(desk::saveAs);
        String kept = text(file("model.chain"));
        answers.replace.add(true);
        saveAs("model");

        assertThat(answers.asked).containsExactly("model.chain", "model.chain");
        assertThat(kept).isEqualTo("mine");
        assertThat(read(file("model.chain")).network()).isEqualTo(document().network());
    }

    @Test
    void aFileThatCannotBeWrittenIsToldAndNothingIsLost() {
        start(Running.spirals(6));
        train(2);
        Document document = document();
        Map<String, List<Tensor>> weights = weights();
        write(file("plain"), "no folder");
        saveAs("plain/model.chain");
        boolean stillUnsaved = unsaved();
        String told = answers.told.poll();
        saveAs("model.chain");

        assertThat(told).contains("model.chain");
        assertThat(stillUnsaved).isTrue();
        assertThat(document()).isEqualTo(document);
        assertThat(read(file("model.chain")).weights()).isEqualTo(weights);
    }

    @Test
    void whatIsEditedWhileItIsSavedIsNotSavedYet() {
        start(Running.spirals(6));
        answers.toSave.add(file("model.chain"));
        fx(() -> {
            desk.saveAs();
            running.history.apply(EDIT);
        });
        until(() -> desk.name().get().equals("model.chain"));

        assertThat(unsaved()).isTrue();
    }

    @Test
    void aDrawingThatCannotBeTrainedIsOpenedAndSavedWithItsNumbers() {
        Project unsound = another("unsound.chain", APART);
        start(Running.spirals(6));
        train(3);
        answers.saveFirst.add(Answer.DISCARD);
        open(file("unsound.chain"));
        boolean afterOpening = unsaved();
        apply(EDIT);
        saveAs("again.chain");

        assertThat(afterOpening).isFalse();
        assertThat(unsound.weights()).containsOnlyKeys("n3", "n4");
        assertThat(read(file("again.chain")).weights()).isEqualTo(unsound.weights());
        assertThat(read(file("again.chain")).schema()).isEqualTo(unsound.schema());
    }

    @Test
    void aFileThatIsWrittenLateIsNotTheFileOfTheProjectAfterIt() {
        Project other = another("other.chain");
        start(Running.spirals(6));
        apply(EDIT);
        answers.toSave.add(file("model.chain"));
        answers.saveFirst.add(Answer.DISCARD);
        fx(() -> {
            desk.saveAs();
            desk.open(other);
        });
        until(() -> Files.exists(file("model.chain")));
        untilWritten();

        assertThat(fx(() -> desk.name().get())).isEqualTo("untitled");
    }
}
