package org.chainboard.app.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chainboard.app.document.Samples.dense;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.network.Port;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditsTest {
    private static final Position PLACE = new Position(40, 80);

    private final Document blank = Samples.blank();
    private final Document chain = Samples.chain();

    static Stream<Arguments> namesOfNewNodes() {
        return Stream.of(
                Arguments.of(dense(2), "Dense₂"),
                Arguments.of(new Block.Activation("tanh"), "tanh"),
                Arguments.of(new Block.Function("x -> x^2", 1), "ƒ₁"),
                Arguments.of(new Block.Input(), "Input"),
                Arguments.of(new Block.Loss(), "Loss"));
    }

    @ParameterizedTest
    @MethodSource("namesOfNewNodes")
    void newNodesGetANumberWhereTheyHaveParameters(Block block, String name) {
        Document after = Edits.add(block, PLACE).apply(chain);

        assertThat(after.network().node("n4")).contains(new NetworkNode("n4", name, block));
        assertThat(after.positions()).containsEntry("n4", PLACE);
    }

    @Test
    void anIdIsNeverUsedTwice() {
        Document without = Edits.remove(Set.of("n3"), Set.of()).apply(chain);

        Document after = Edits.add(dense(3), PLACE).apply(without);

        assertThat(after.network().node("n4")).map(NetworkNode::name).contains("Dense₁");
    }

    @Test
    void aDocumentFromItsPartsGivesNewIdsToo() {
        Document read = Document.of(chain.network(), chain.positions(), chain.settings());

        assertThat(read.nextId()).isEqualTo("n4");
    }

    @Test
    void removingNodesTakesTheirWiresAndPlacesAlong() {
        Document after = Edits.remove(Set.of("n3"), Set.of()).apply(chain);

        assertThat(after.network()).isEqualTo(blank.network());
        assertThat(after.positions()).isEqualTo(blank.positions());
    }

    @Test
    void insertingRunsTheWireThroughTheNewNodeAndMakesRoom() {
        Wire wire = Wire.between("n3", "n2");

        Document after = Edits.insert(new Block.Activation("relu"), PLACE, wire, Map.of("n2", new Position(900, 160)))
                .apply(chain);

        assertThat(after.network().wires())
                .containsExactly(Wire.between("n1", "n3"), Wire.between("n3", "n4"), Wire.between("n4", "n2"));
        assertThat(after.positions()).containsEntry("n4", PLACE).containsEntry("n2", new Position(900, 160));
    }

    @Test
    void connectingToATakenInputReplacesItsWire() {
        Document after = Edits.connect(Wire.between("n1", "n2")).apply(chain);

        assertThat(after.network().wires()).containsExactly(Wire.between("n1", "n3"), Wire.between("n1", "n2"));
    }

    @Test
    void changingABlockKeepsANumberedNameAndFollowsAPlainOne() {
        Document twoNodes = chain.with(new Block.Activation("tanh"), PLACE);

        Document after = Edits.change("n4", new Block.Activation("relu"))
                .apply(Edits.change("n3", dense(5)).apply(twoNodes));

        assertThat(after.network().nodes())
                .extracting(NetworkNode::name)
                .containsExactly("Input", "Loss", "Dense₁", "relu");
    }

    @Test
    void changingAFunctionToFewerArgumentsDropsWiresThatHaveNoPortLeft() {
        Document two = blank.with(new Block.Function("(x, y) -> x + y", 2), PLACE);
        Wire second = new Wire(new Port("n1", 0), new Port("n3", 1));
        Document wired =
                two.with(two.network().connect(Wire.between("n1", "n3")).connect(second));

        Document after = Edits.change("n3", new Block.Function("x -> x", 1)).apply(wired);

        assertThat(after.network().wires()).containsExactly(Wire.between("n1", "n3"));
    }

    static Stream<Edit> everyEdit() {
        Wire wire = Wire.between("n3", "n2");
        return Stream.of(
                Edits.add(dense(1), PLACE),
                Edits.insert(dense(1), PLACE, wire, Map.of()),
                Edits.moveInto("n3", Map.of("n3", PLACE), Wire.between("n1", "n2")),
                Edits.remove(Set.of("n3"), Set.of()),
                Edits.remove(Set.of("n3", "n1"), Set.of()),
                Edits.disconnect(Set.of(wire)),
                Edits.move(Map.of("n3", PLACE)),
                Edits.connect(wire),
                Edits.rewire(wire, Wire.between("n1", "n2"), UnaryOperator.identity()),
                Edits.change("n3", dense(1)),
                Edits.rename("n3", "first"));
    }

    @ParameterizedTest
    @MethodSource("everyEdit")
    void everyEditHasANameForTheMenu(Edit edit) {
        Texts texts = Texts.in(Locale.ROOT);

        String name = texts.get(edit.nameKey(), edit.nameArguments().toArray());

        assertThat(name).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @MethodSource("everyEdit")
    void noEditFailsWhereItsNodesAreGone(Edit edit) {
        Document nothing = Edits.remove(Set.of("n1", "n2", "n3"), Set.of()).apply(chain);

        assertThat(edit.apply(nothing).network().wires())
                .allSatisfy(wire -> assertThat(nothing.network().nodes())
                        .extracting(NetworkNode::id)
                        .contains(wire.from().node(), wire.to().node()));
    }
}
