package org.chainboard.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Samples;
import org.chainboard.app.ui.Styles;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Nodes come from the palette to the canvas: Input (n1), Dense₁ (n3) and loss (n2) in a row, and a new one (n4). */
@ExtendWith(ApplicationExtension.class)
class CanvasPaletteTest {
    private Desk desk;
    private Hand hand;
    private Document before;

    @Start
    void show(Stage stage) {
        desk = new Desk(stage, Samples.chain(), NodeLive.NONE, (network, wire) -> Optional.empty());
        before = desk.history.now();
    }

    @BeforeEach
    void hand(FxRobot robot) {
        hand = new Hand(robot);
    }

    private Point2D row(String name) {
        return Desk.middle(desk.row(name));
    }

    @Test
    void aNodeThatIsDraggedOutStandsOnTheGridWhereItIsDropped() {
        hand.drag(row("Dense"), desk.screen(331, 407));

        assertThat(desk.place("n4")).isEqualTo(new Position(260, 360));
    }

    @Test
    void aNodeThatIsDraggedOutIsSelectedAndOneStepOfUndo() {
        hand.drag(row("Dense"), desk.screen(331, 407));

        assertThat(desk.selection.nodes().get()).isEqualTo(Set.of("n4"));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void shiftDropsANodeBesideTheGrid() {
        hand.holding(KeyCode.SHIFT, () -> hand.drag(row("Dense"), desk.screen(331, 407)));

        assertThat(desk.place("n4").distance(new Position(261, 357))).isLessThan(1);
    }

    @Test
    void whatIsDroppedOutsideTheCanvasAddsNothing() {
        hand.drag(row("Dense"), row("tanh"));
        hand.at(row("Dense")).press().to(desk.screen(331, 407)).to(row("relu")).release();
        hand.at(row("Dense")).press().to(desk.screen(331, 407)).to(new Point2D(1500, 400));
        hand.release();

        assertThat(desk.history.now()).isEqualTo(before);
        assertThat(desk.canvas.lookupAll("." + Styles.DRAG_GHOST)).isEmpty();
    }

    @Test
    void escapeGivesADragUp() {
        hand.at(row("Dense")).press().to(desk.screen(331, 407));
        int carried = desk.canvas.lookupAll("." + Styles.DRAG_GHOST).size();
        hand.keys(KeyCode.ESCAPE).to(desk.screen(400, 450)).release();

        assertThat(carried).isEqualTo(1);
        assertThat(desk.canvas.lookupAll("." + Styles.DRAG_GHOST)).isEmpty();
        assertThat(desk.history.now()).isEqualTo(before);
    }

    @Test
    void escapeInTheSecondPressOfADoubleClickAddsNothing() {
        hand.click(row("Dense"))
                .press()
                .to(desk.screen(331, 407))
                .keys(KeyCode.ESCAPE)
                .release();

        assertThat(desk.history.now()).isEqualTo(before);
    }

    @Test
    void aDoubleClickAndEnterAddNodesOnNoOtherOne() {
        hand.click(row("Dense")).press().release();
        hand.keys(KeyCode.ENTER).keys(KeyCode.ENTER).keys(KeyCode.SPACE);

        assertThat(desk.history.now().network().nodes()).hasSize(7);
        assertThat(desk.cardsAreApart()).isTrue();
        assertThat(desk.selection.nodes().get()).isEqualTo(Set.of("n7"));
    }

    @Test
    void enterInTheSearchFieldAddsWhatIsMeant(FxRobot robot) {
        robot.interact(desk.palette::search);
        robot.write("tan", 0).push(KeyCode.ENTER);

        assertThat(desk.history.now().network().node("n4").orElseThrow().name()).startsWith("tanh");
    }

    @Test
    void whatTheNetworkHasNoUseForCannotBeDraggedOut() {
        hand.drag(row("Input"), desk.screen(331, 407));

        assertThat(desk.history.now()).isEqualTo(before);
    }

    @Test
    void aNodeThatIsDroppedOnAWireGoesIntoIt() {
        hand.at(row("tanh")).press().to(desk.screen(600, 191));
        long lit = desk.litWires();
        hand.release();

        assertThat(lit).isEqualTo(1);
        assertThat(desk.litWires()).isZero();
        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n4", "n4-n2"));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void theWireGoesDarkAgainWhenTheNodeIsCarriedOn() {
        hand.at(row("tanh")).press().to(desk.screen(600, 191)).to(desk.screen(600, 400));
        long lit = desk.litWires();
        hand.release();

        assertThat(lit).isZero();
        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n2"));
    }

    @Test
    void whileAltIsHeldNoNodeGoesIntoAWire() {
        hand.holding(KeyCode.ALT, () -> {
            hand.at(row("tanh")).press().to(desk.screen(600, 191));
            assertThat(desk.litWires()).isZero();
            hand.release();
        });

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n2"));
        assertThat(desk.place("n4")).isEqualTo(new Position(560, 160));
    }

    @Test
    void whatFollowsTheWireMakesRoom() {
        hand.drag(row("tanh"), desk.screen(240, 191));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n4", "n4-n3", "n3-n2"));
        assertThat(desk.cardsAreApart()).isTrue();
        assertThat(desk.place("n3")).isEqualTo(new Position(340, 140));
        assertThat(desk.place("n2")).isEqualTo(new Position(800, 160));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void undoAndRedoOfAnInsertionAreExact() {
        hand.drag(row("tanh"), desk.screen(240, 191));
        Document after = desk.history.now();
        hand.keys(KeyCode.CONTROL, KeyCode.Z);
        Document undone = desk.history.now();
        hand.keys(KeyCode.CONTROL, KeyCode.Y);

        assertThat(undone).isEqualTo(before);
        assertThat(desk.history.now()).isEqualTo(after);
    }
}
