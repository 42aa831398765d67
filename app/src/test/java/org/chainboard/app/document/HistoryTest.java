package org.chainboard.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final Document first = Samples.chain();
    private final History history = new History(first);

    private static Edit moveTo(double x) {
        return Edits.move(Map.of("n3", new Position(x, 0)));
    }

    private double x() {
        return history.now().positions().get("n3").x();
    }

    @Test
    void undoAndRedoWalkTheWholeLine() {
        List<Document> documents = new ArrayList<>(List.of(first));
        for (int i = 1; i <= 500; i++) {
            history.apply(moveTo(i));
            documents.add(history.now());
        }
        for (int i = 499; i >= 0; i--) {
            history.undo();
            assertThat(history.now()).isSameAs(documents.get(i));
        }
        for (int i = 1; i <= 500; i++) {
            history.redo();
            assertThat(history.now()).isSameAs(documents.get(i));
        }
    }

    @Test
    void undoAndRedoDoNothingAtTheEnds() {
        history.undo();
        history.redo();

        assertThat(history.now()).isSameAs(first);
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        history.apply(Edits.remove(Set.of("n99"), Set.of()));

        assertThat(history.undoable().get()).isEmpty();
    }

    @Test
    void aNewEditForgetsWhatWasUndone() {
        history.apply(moveTo(1));
        history.undo();
        history.apply(moveTo(2));

        assertThat(history.redoable().get()).isEmpty();
        assertThat(x()).isEqualTo(2);
    }

    @Test
    void editsOfOneDragAreOneStepUntilItEnds() {
        history.apply(moveTo(1).merging("drag"));
        history.apply(moveTo(2).merging("drag"));
        history.seal();
        history.apply(moveTo(3).merging("drag"));

        history.undo();
        assertThat(x()).isEqualTo(2);
        history.undo();
        assertThat(history.now()).isSameAs(first);
    }

    @Test
    void editsOfDifferentKeysOrWithoutOneAreStepsOfTheirOwn() {
        history.apply(moveTo(1).merging("a"));
        history.apply(moveTo(2).merging("b"));
        history.apply(moveTo(3));
        history.apply(moveTo(4));

        history.undo();
        assertThat(x()).isEqualTo(3);
        history.undo();
        assertThat(x()).isEqualTo(2);
        history.undo();
        assertThat(x()).isEqualTo(1);
    }

    @Test
    void anEditAfterUndoIsAStepOfItsOwn() {
        history.apply(moveTo(1).merging("drag"));
        history.apply(moveTo(2));
        history.undo();
        history.apply(moveTo(3).merging("drag"));

        history.undo();

        assertThat(x()).isEqualTo(1);
    }

    @Test
    void namesWhatUndoAndRedoWouldDo() {
        history.apply(moveTo(1));
        assertThat(history.undoable().get()).map(Edit::nameKey).contains("edit.move");

        history.undo();
        assertThat(history.undoable().get()).isEmpty();
        assertThat(history.redoable().get()).map(Edit::nameKey).contains("edit.move");
    }

    @Test
    void knowsWhetherTheDocumentDiffersFromTheSavedOne() {
        history.apply(moveTo(1));
        assertThat(history.edited().get()).isTrue();

        history.saved(history.now());
        assertThat(history.edited().get()).isFalse();

        history.undo();
        assertThat(history.edited().get()).isTrue();

        history.redo();
        assertThat(history.edited().get()).isFalse();
    }

    @Test
    void openingBeginsANewLine() {
        history.apply(moveTo(1));
        history.open(first);
        history.undo();

        assertThat(history.now()).isSameAs(first);
        assertThat(history.edited().get()).isFalse();
    }

    @Test
    void anIdThatUndoTookAwayIsNotUsedAgain() {
        History history = new History(Samples.blank());
        history.apply(Edits.add(Samples.dense(4), new Position(0, 0)));
        String first = history.now().network().nodes().get(2).id();
        history.undo();

        String next = history.nextId();
        history.apply(Edits.add(Samples.dense(4), new Position(0, 0)));

        assertThat(next).isNotEqualTo(first);
        assertThat(history.now().network().nodes().get(2).id()).isEqualTo(next);
    }
}
