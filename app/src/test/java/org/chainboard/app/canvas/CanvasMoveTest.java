package org.chainboard.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Samples;
import org.chainboard.engine.network.Block;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Cards are moved: Input (n1) → Dense₁ (n3) → loss (n2), and tanh (n4) below, without wires. */
@ExtendWith(ApplicationExtension.class)
class CanvasMoveTest {
    private static final Position DENSE = new Position(300, 140);

    private Desk desk;
    private Hand hand;
    private Document before;

    @Start
    void show(Stage stage) {
        before = Samples.chain().with(new Block.Activation("tanh"), new Position(500, 400));
        desk = new Desk(stage, before, NodeLive.NONE, (network, wire) -> Optional.empty());
    }

    @BeforeEach
    void hand(FxRobot robot) {
        hand = new Hand(robot);
    }

    private void select(String... ids) {
        hand.meanwhile(() -> desk.selection.select(Set.of(ids)));
    }

    @Test
    void aNodeMovesWithTheHandAndStandsOnTheGrid() {
        hand.drag(desk.screen(370, 190), desk.screen(417, 223));

        assertThat(desk.place("n3")).isEqualTo(new Position(340, 180));
        assertThat(desk.selection.nodes().get()).isEqualTo(Set.of("n3"));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void shiftLetsANodeStandAnywhere() {
        hand.at(desk.screen(370, 190)).press();
        hand.holding(KeyCode.SHIFT, () -> hand.to(desk.screen(417, 223)).release());

        assertThat(desk.place("n3")).isEqualTo(new Position(347, 173));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void allSelectedNodesMoveAsOneStepAndKeepTheirDistance() {
        select("n1", "n3");
        hand.drag(desk.screen(370, 190), desk.screen(370, 283));

        assertThat(List.of(desk.place("n1"), desk.place("n3"), desk.place("n2")))
                .containsExactly(new Position(60, 260), new Position(300, 240), new Position(760, 160));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void aNodeThatIsNotSelectedMovesAlone() {
        select("n1");
        hand.drag(desk.screen(370, 190), desk.screen(370, 290));

        assertThat(desk.place("n1")).isEqualTo(new Position(60, 160));
        assertThat(desk.selection.nodes().get()).isEqualTo(Set.of("n3"));
    }

    @Test
    void aNodeThatComesBackToWhereItWasIsNoStep() {
        hand.at(desk.screen(370, 190)).press().to(desk.screen(470, 290)).to(desk.screen(373, 187));
        hand.release();

        assertThat(desk.history.now()).isEqualTo(before);
        assertThat(desk.history.undoable().get()).isEmpty();
    }

    @Test
    void escapeBringsANodeBackToWhereItWas() {
        hand.at(desk.screen(370, 190)).press().to(desk.screen(470, 290));
        hand.keys(KeyCode.ESCAPE).to(desk.screen(500, 300)).release();

        assertThat(desk.history.now()).isEqualTo(before);
        assertThat(desk.card("n3").distance(desk.screen(370, 190))).isLessThan(2);
    }

    @Test
    void aNodeWithoutWiresGoesIntoTheWireItIsDroppedOn() {
        hand.at(desk.screen(540, 430)).press().to(desk.screen(600, 191));
        long lit = desk.litWires();
        hand.release();

        assertThat(lit).isEqualTo(1);
        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n4", "n4-n2"));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void whereTheCardIsCountsAndNotWhereItWasTaken() {
        hand.drag(desk.screen(512, 407), desk.screen(572, 167));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n4", "n4-n2"));
        assertThat(desk.place("n4")).isEqualTo(new Position(560, 160));
    }

    @Test
    void whileAltIsHeldANodeIsOnlyMoved() {
        hand.at(desk.screen(540, 430)).press();
        hand.holding(KeyCode.ALT, () -> hand.to(desk.screen(600, 191)).release());

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n2"));
        assertThat(desk.place("n4")).isEqualTo(new Position(560, 160));
    }

    @Test
    void aNodeWithWiresGoesIntoNoOtherWire() {
        Document chained =
                before.with(before.network().remove(Set.of("n4"))).with(Samples.dense(3), new Position(500, 380));
        hand.meanwhile(() -> desk.history.open(
                chained.with(chained.network().connect(org.chainboard.engine.network.Wire.between("n3", "n5")))));
        hand.drag(desk.screen(570, 430), desk.screen(600, 191));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n2", "n3-n5"));
    }

    @Test
    void whatFollowsMakesRoomForAMovedNode() {
        hand.drag(desk.screen(540, 430), desk.screen(240, 191));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n4", "n4-n3", "n3-n2"));
        assertThat(desk.cardsAreApart()).isTrue();
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void controlAndAnArrowMoveByADotOfTheGrid() {
        record Case(KeyCode key, Position place) {}
        List<Case> cases = List.of(
                new Case(KeyCode.LEFT, new Position(280, 140)),
                new Case(KeyCode.RIGHT, new Position(320, 140)),
                new Case(KeyCode.UP, new Position(300, 120)),
                new Case(KeyCode.DOWN, new Position(300, 160)));
        List<Position> places = cases.stream()
                .map(row -> {
                    hand.meanwhile(() -> desk.history.open(before));
                    select("n3");
                    hand.meanwhile(desk.canvas::requestFocus).keys(KeyCode.CONTROL, row.key());
                    return desk.place("n3");
                })
                .toList();

        assertThat(places).isEqualTo(cases.stream().map(Case::place).toList());
    }

    @Test
    void aRunOfNudgesIsOneStepOfUndo() {
        select("n3", "n1");
        hand.meanwhile(desk.canvas::requestFocus);
        hand.keys(KeyCode.CONTROL, KeyCode.RIGHT)
                .keys(KeyCode.CONTROL, KeyCode.RIGHT)
                .keys(KeyCode.CONTROL, KeyCode.UP);

        assertThat(desk.place("n3")).isEqualTo(new Position(340, 120));
        assertThat(desk.place("n1")).isEqualTo(new Position(100, 140));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void selectingEndsARunOfNudges() {
        select("n3");
        hand.meanwhile(desk.canvas::requestFocus).keys(KeyCode.CONTROL, KeyCode.RIGHT);
        select("n2");
        select("n3");
        hand.keys(KeyCode.CONTROL, KeyCode.RIGHT).keys(KeyCode.CONTROL, KeyCode.Z);

        assertThat(desk.place("n3")).isEqualTo(DENSE.plus(20, 0));
    }
}
