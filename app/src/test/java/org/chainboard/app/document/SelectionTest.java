package org.chainboard.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.chainboard.engine.network.Wire;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private final History history = new History(Samples.chain());
    private final Selection selection = new Selection(history);

    @Test
    void selectingNodesLeavesWires() {
        selection.select(Wire.between("n1", "n3"));
        selection.select(Set.of("n1", "n3"));

        assertThat(selection.nodes().get()).containsExactlyInAnyOrder("n1", "n3");
        assertThat(selection.wires().get()).isEmpty();
    }

    @Test
    void togglingTakesInAndOut() {
        selection.toggle("n1");
        selection.toggle("n3");
        selection.toggle("n1");

        assertThat(selection.nodes().get()).containsExactly("n3");
    }

    @Test
    void whatLeavesTheDocumentLeavesTheSelection() {
        selection.all();
        selection.toggle(Wire.between("n1", "n3"));

        history.apply(Edits.remove(Set.of("n3"), Set.of()));

        assertThat(selection.nodes().get()).containsExactlyInAnyOrder("n1", "n2");
        assertThat(selection.wires().get()).isEmpty();
    }

    @Test
    void isNoStepOfUndo() {
        selection.all();

        assertThat(history.undoable().get()).isEmpty();
        assertThat(history.edited().get()).isFalse();
    }
}
