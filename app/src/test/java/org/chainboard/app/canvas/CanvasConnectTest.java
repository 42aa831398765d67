package org.chainboard.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chainboard.app.canvas.gesture.Connections;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.canvas.view.PortView;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Samples;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Block;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.network.Wire;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Wires are drawn, moved and taken away: Input (n1) → Dense₁ (n3) → loss (n2), and tanh (n4) below, without wires. */
@ExtendWith(ApplicationExtension.class)
class CanvasConnectTest {
    private static final String TOO_NARROW = "The loss wants more.";

    private Desk desk;
    private Hand hand;
    private Document before;

    @Start
    void show(Stage stage) {
        before = Samples.chain().with(new Block.Activation("tanh"), new Position(500, 400));
        desk = new Desk(stage, before, NodeLive.NONE, new Sizes());
    }

    @BeforeEach
    void hand(FxRobot robot) {
        hand = new Hand(robot);
    }

    /** The input leads to no loss; what leads from tanh to the loss makes Dense₁ wider. */
    private static final class Sizes implements Connections {
        @Override
        public Optional<String> refusal(Network network, Wire wire) {
            return wire.equals(Wire.between("n1", "n2")) ? Optional.of(TOO_NARROW) : Optional.empty();
        }

        @Override
        public Optional<Mending> mending(Network network, Wire wire) {
            return wire.equals(Wire.between("n4", "n2"))
                    ? Optional.of(new Mending(Sizes::wider, "Dense₁ is wider now."))
                    : Optional.empty();
        }

        private static Network wider(Network network) {
            return network.change("n3", node -> node.withBlock(Samples.dense(99)));
        }
    }

    private Point2D out(String id) {
        return desk.port(id, 0, true);
    }

    private Point2D in(String id) {
        return desk.port(id, 0, false);
    }

    /** Begins with other wires. */
    private void wires(String... ends) {
        Network network = new Network(before.network().nodes(), List.of());
        for (String wire : ends) {
            network = network.connect(Wire.between(wire.substring(0, 2), wire.substring(3)));
        }
        before = before.with(network);
        hand.meanwhile(() -> desk.history.open(before));
    }

    private void isOneStep() {
        assertThat(desk.oneStepAgo()).contains(before);
    }

    @Test
    void aWireIsDrawnInEitherDirectionAndOntoACard() {
        wires();
        hand.drag(out("n1"), in("n3"));
        hand.drag(in("n4"), out("n3"));
        hand.drag(out("n4"), desk.card("n2"));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n4", "n4-n2"));
    }

    @Test
    void aWireIsOneStepOfUndo() {
        hand.drag(out("n3"), in("n4"));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n2", "n3-n4"));
        isOneStep();
    }

    @Test
    void aWireThatIsDroppedOnNothingIsNotDrawn() {
        hand.drag(out("n4"), desk.screen(600, 300));

        assertThat(desk.history.now()).isEqualTo(before);
    }

    @Test
    void portsThatFitAreMarkedWhileAWireIsDrawn() {
        hand.at(out("n4")).press().to(desk.screen(600, 300));
        List<String> fitting = desk.canvas.lookupAll("." + Styles.PORT).stream()
                .filter(port -> port.getPseudoClassStates().contains(Styles.FITS))
                .map(port -> ((PortView) port).port().node())
                .sorted()
                .toList();
        hand.release();

        assertThat(fitting).containsExactly("n2", "n3");
        assertThat(desk.canvas.lookupAll("." + Styles.PORT))
                .noneMatch(port -> port.getPseudoClassStates().contains(Styles.FITS));
    }

    @Test
    void whatIsRefusedSaysWhyAndChangesNothing() {
        wires("n1-n3", "n3-n4");
        hand.drag(out("n3"), in("n3"));
        String self = desk.said();
        hand.drag(out("n4"), in("n3"));
        String circle = desk.said();
        hand.drag(out("n1"), in("n2"));
        String given = desk.said();

        assertThat(List.of(self, circle, given))
                .containsExactly(
                        "Dense₁ cannot feed itself: connect it to another node.",
                        "Dense₁ already leads to tanh: this wire would close a circle.",
                        TOO_NARROW);
        assertThat(desk.history.now()).isEqualTo(before);
        assertThat(desk.history.undoable().get()).isEmpty();
    }

    @Test
    void aWireToAnInputThatIsTakenReplacesTheOneThere() {
        hand.drag(out("n1"), in("n4"));
        before = desk.history.now();
        hand.meanwhile(() -> desk.history.open(before));
        hand.drag(out("n4"), in("n3"));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n4", "n4-n3", "n3-n2"));
        isOneStep();
    }

    @Test
    void anEndOfAWireIsMovedToAnotherInput() {
        hand.drag(in("n2"), in("n4"));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n4"));
        isOneStep();
    }

    @Test
    void aWireWhoseEndIsDroppedOnNothingIsTakenAway() {
        hand.drag(in("n2"), desk.screen(700, 320));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3"));
        isOneStep();
    }

    @Test
    void aWireWhoseEndIsRefusedStaysWhereItWas() {
        wires("n1-n3");
        hand.drag(in("n3"), in("n2"));

        assertThat(desk.said()).isEqualTo(TOO_NARROW);
        assertThat(desk.history.now()).isEqualTo(before);
    }

    @Test
    void aWireThatIsThereAlreadyIsNoStep() {
        hand.at(in("n3")).press().to(desk.screen(250, 260)).to(in("n3")).release();
        hand.drag(out("n1"), in("n3"));

        assertThat(desk.history.now()).isEqualTo(before);
        assertThat(desk.history.undoable().get()).isEmpty();
    }

    @Test
    void aClickOnOnePortAndOneOnAnotherDrawAWire() {
        hand.click(out("n3")).to(desk.screen(480, 330)).click(in("n4"));
        hand.click(in("n4")).click(desk.screen(600, 500));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n3-n2", "n3-n4"));
        isOneStep();
    }

    @Test
    void aClickOnNothingEndsAWireThatWasBegunWithAClick() {
        hand.click(out("n4")).to(desk.screen(600, 300)).click(desk.screen(600, 300));
        hand.to(in("n2")).press().release();

        assertThat(desk.history.now()).isEqualTo(before);
    }

    @Test
    void escapeGivesAWireUpAndTheNextGestureIsFree() {
        hand.click(out("n4")).to(desk.screen(600, 300)).keys(KeyCode.ESCAPE).click(in("n2"));
        hand.at(out("n4")).press().to(in("n2")).keys(KeyCode.ESCAPE).release();
        hand.at(in("n2")).press().to(desk.screen(700, 320)).keys(KeyCode.ESCAPE).release();
        Document givenUp = desk.history.now();
        hand.drag(out("n3"), in("n4"));

        assertThat(givenUp).isEqualTo(before);
        assertThat(desk.wires()).contains("n3-n4");
    }

    @Test
    void whatAWireMakesNecessaryIsMendedInTheSameStepAndTold() {
        hand.drag(out("n4"), in("n2"));

        assertThat(desk.wires()).isEqualTo(Set.of("n1-n3", "n4-n2"));
        assertThat(desk.history.now().network().node("n3").orElseThrow().block())
                .isEqualTo(Samples.dense(99));
        assertThat(desk.said()).isEqualTo("Dense₁ is wider now.");
        isOneStep();
    }
}
