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
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Things are selected and taken away: Input (n1) → Dense₁ (n3) → loss (n2), tanh below (n4), relu above (n5). */
@ExtendWith(ApplicationExtension.class)
class CanvasSelectTest {
    private Desk desk;
    private Hand hand;
    private Document before;

    @Start
    void show(Stage stage) {
        before = Samples.chain()
                .with(new Block.Activation("tanh"), new Position(340, 400))
                .with(new Block.Activation("relu"), new Position(320, 0));
        desk = new Desk(stage, before, NodeLive.NONE, (network, wire) -> Optional.empty());
    }

    @BeforeEach
    void hand(FxRobot robot) {
        hand = new Hand(robot);
        hand.meanwhile(desk.canvas::requestFocus);
    }

    private void select(String... ids) {
        hand.meanwhile(() -> desk.selection.select(Set.of(ids)));
    }

    private Set<String> selected() {
        return desk.selection.nodes().get();
    }

    @Test
    void aRectangleSelectsWhatItTouches() {
        hand.drag(desk.screen(200, 100), desk.screen(310, 150));

        assertThat(selected()).isEqualTo(Set.of("n3"));
    }

    @Test
    void aRectangleMayBeDrawnInAnyDirectionAndBeFlat() {
        hand.drag(desk.screen(480, 480), desk.screen(250, 100));
        Set<String> backwards = selected();
        hand.drag(desk.screen(200, 230), desk.screen(500, 230));

        assertThat(backwards).isEqualTo(Set.of("n3", "n4"));
        assertThat(selected()).isEqualTo(Set.of("n3"));
    }

    @Test
    void shiftAddsWhatARectangleTouches() {
        select("n2");
        hand.holding(KeyCode.SHIFT, () -> hand.drag(desk.screen(200, 100), desk.screen(310, 150)));

        assertThat(selected()).isEqualTo(Set.of("n2", "n3"));
    }

    @Test
    void aClickSelectsAndControlTakesInAndOut() {
        hand.click(desk.card("n3"));
        Set<String> clicked = selected();
        hand.holding(KeyCode.CONTROL, () -> hand.click(desk.card("n2")).click(desk.card("n4")));
        Set<String> more = selected();
        hand.holding(KeyCode.CONTROL, () -> hand.click(desk.card("n3")));

        assertThat(clicked).isEqualTo(Set.of("n3"));
        assertThat(more).isEqualTo(Set.of("n2", "n3", "n4"));
        assertThat(selected()).isEqualTo(Set.of("n2", "n4"));
    }

    @Test
    void escapeAndAClickOnNothingSelectNothing() {
        select("n3");
        hand.keys(KeyCode.ESCAPE);
        Set<String> afterEscape = selected();
        select("n3");
        hand.click(desk.screen(600, 400));

        assertThat(afterEscape).isEmpty();
        assertThat(selected()).isEmpty();
    }

    @Test
    void controlAndASelectAllNodesAndSelectingIsNoStep() {
        hand.keys(KeyCode.CONTROL, KeyCode.A);

        assertThat(selected()).hasSize(5);
        assertThat(desk.history.undoable().get()).isEmpty();
    }

    @Test
    void escapeInARectangleLeavesWhatWasSelectedBefore() {
        select("n2");
        hand.at(desk.screen(200, 100))
                .press()
                .to(desk.screen(310, 150))
                .keys(KeyCode.ESCAPE)
                .release();

        assertThat(selected()).isEqualTo(Set.of("n2"));
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"DELETE", "BACK_SPACE"})
    void nodesAreTakenAwayWithTheirWiresAndUndoBringsThemBack(KeyCode key) {
        select("n3", "n4");
        hand.keys(key);
        Document without = desk.history.now();

        assertThat(without.network().nodes()).extracting("id").containsExactly("n1", "n2", "n5");
        assertThat(without.network().wires()).isEmpty();
        assertThat(selected()).isEmpty();
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void aWireIsSelectedByAClickAndTakenAway() {
        hand.click(desk.screen(600, 192));
        Set<Wire> clicked = desk.selection.wires().get();
        hand.keys(KeyCode.DELETE);

        assertThat(clicked).isEqualTo(Set.of(Wire.between("n3", "n2")));
        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3"));
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void undoAndRedoHaveTheirKeys() {
        select("n3");
        hand.keys(KeyCode.DELETE);
        Document without = desk.history.now();
        Document undone = after(KeyCode.CONTROL, KeyCode.Z);
        Document redone = after(KeyCode.CONTROL, KeyCode.Y);
        Document undoneAgain = after(KeyCode.CONTROL, KeyCode.Z);
        Document redoneAgain = after(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);

        assertThat(List.of(undone, redone, undoneAgain, redoneAgain)).containsExactly(before, without, before, without);
    }

    private Document after(KeyCode... keys) {
        hand.keys(keys);
        return desk.history.now();
    }

    @Test
    void undoInADragGivesTheDragUpAndThenUndoes() {
        select("n4");
        hand.keys(KeyCode.DELETE);
        hand.at(desk.card("n3")).press().to(desk.screen(370, 300)).keys(KeyCode.CONTROL, KeyCode.Z);
        hand.to(desk.screen(370, 350)).release();

        assertThat(desk.history.now()).isEqualTo(before);
    }

    @Test
    void anArrowSelectsTheNearestNodeOnItsSide() {
        record Case(String from, KeyCode key, Set<String> to) {}
        List<Case> cases = List.of(
                new Case("n3", KeyCode.LEFT, Set.of("n1")),
                new Case("n3", KeyCode.RIGHT, Set.of("n2")),
                new Case("n3", KeyCode.UP, Set.of("n5")),
                new Case("n3", KeyCode.DOWN, Set.of("n4")),
                new Case("n1", KeyCode.RIGHT, Set.of("n3")),
                new Case("n1", KeyCode.LEFT, Set.of("n1")));
        List<Set<String>> reached = cases.stream()
                .map(row -> {
                    select(row.from());
                    hand.keys(row.key());
                    return selected();
                })
                .toList();

        assertThat(reached).isEqualTo(cases.stream().map(Case::to).toList());
    }

    @Test
    void anArrowSelectsTheFirstNodeWhereNoneIsSelected() {
        hand.keys(KeyCode.RIGHT);

        assertThat(selected()).isEqualTo(Set.of("n1"));
    }
}
