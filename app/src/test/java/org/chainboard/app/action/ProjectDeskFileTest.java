package org.chainboard.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chainboard.app.action.Dialogs.Answer;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.Samples;
import org.chainboard.app.run.Running;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.tools.project.Project;
import org.junit.jupiter.api.Test;

/** A project goes into its file and comes back. */
class ProjectDeskFileTest extends DeskAtWork {
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
}
