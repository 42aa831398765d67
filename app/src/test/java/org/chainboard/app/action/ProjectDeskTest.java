package org.chainboard.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.chainboard.app.action.Dialogs.Answer;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Samples;
import org.chainboard.app.run.Running;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.Project;
import org.junit.jupiter.api.Test;

/** What is asked before a project is left, and what each answer does. */
class ProjectDeskTest extends DeskAtWork {
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
