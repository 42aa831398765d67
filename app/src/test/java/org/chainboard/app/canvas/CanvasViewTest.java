package org.chainboard.app.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.chainboard.app.canvas.view.Camera;
import org.chainboard.app.canvas.view.NodeLive;
import org.chainboard.app.document.Samples;
import org.chainboard.app.ui.Styles;
import org.chainboard.tools.project.Position;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The view is moved and zoomed over Input (n1) → Dense₁ (n3) → loss (n2); none of it changes the document. */
@ExtendWith(ApplicationExtension.class)
class CanvasViewTest {
    private Desk desk;
    private Hand hand;

    @Start
    void show(Stage stage) {
        desk = new Desk(stage, Samples.chain(), NodeLive.NONE, (network, wire) -> Optional.empty());
    }

    @BeforeEach
    void hand(FxRobot robot) {
        hand = new Hand(robot);
        hand.meanwhile(desk.canvas::requestFocus);
    }

    private Camera camera() {
        return desk.canvas.camera().get();
    }

    private double zoom() {
        return camera().zoom();
    }

    private void make(double width, double height) {
        hand.meanwhile(() -> {
            desk.scene.getWindow().setWidth(width);
            desk.scene.getWindow().setHeight(height);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theWholeDrawingStaysInViewWhenTheWindowGetsSmaller() {
        Camera whole = camera();
        make(640, 480);
        double small = zoom();
        boolean all = List.of("n1", "n2", "n3").stream()
                .map(desk::card)
                .allMatch(middle -> desk.canvas
                        .localToScreen(desk.canvas.getBoundsInLocal())
                        .contains(middle));
        make(1280, 800);

        assertThat(small).isLessThan(whole.zoom());
        assertThat(all).isTrue();
        assertThat(camera()).isEqualTo(whole);
    }

    @Test
    void aViewChosenByHandStaysWhenTheWindowGetsSmaller() {
        hand.at(desk.screen(370, 190)).wheel(3);
        Camera chosen = camera();
        make(640, 480);

        assertThat(camera()).isEqualTo(chosen);
    }

    @Test
    void theWheelZoomsAtThePointer() {
        Point2D pointer = desk.screen(370, 190);
        hand.at(pointer).wheel(3);
        double in = zoom();
        Point2D afterIn = desk.screen(370, 190);
        hand.wheel(-6);

        assertThat(in).isGreaterThan(1);
        assertThat(zoom()).isLessThan(1);
        assertThat(afterIn.distance(pointer)).isLessThan(1);
        assertThat(desk.screen(370, 190).distance(pointer)).isLessThan(1);
    }

    @Test
    void zoomKeepsWithinItsLimits() {
        hand.at(desk.screen(370, 190)).wheel(60);
        double most = zoom();
        hand.wheel(-90);

        assertThat(most).isEqualTo(Camera.MAX_ZOOM);
        assertThat(zoom()).isEqualTo(Camera.MIN_ZOOM);
    }

    @Test
    void theMiddleButtonMovesTheView() {
        Point2D before = desk.screen(0, 0);
        hand.at(desk.screen(370, 190)).press(MouseButton.MIDDLE).to(desk.screen(450, 250));
        hand.release(MouseButton.MIDDLE);

        assertThat(desk.screen(0, 0).distance(before.add(80, 60))).isCloseTo(0, within(1e-6));
        assertThat(desk.history.undoable().get()).isEmpty();
    }

    @Test
    void spaceAndADragMoveTheViewAndNothingElse() {
        Point2D before = desk.screen(0, 0);
        hand.holding(KeyCode.SPACE, () -> hand.drag(desk.screen(370, 190), desk.screen(330, 210)));

        assertThat(desk.screen(0, 0).distance(before.add(-40, 20))).isCloseTo(0, within(1e-6));
        assertThat(desk.selection.isEmpty()).isTrue();
        assertThat(desk.history.undoable().get()).isEmpty();
    }

    @Test
    void spaceThatIsLetGoElsewhereIsNotHeldAnyMore() {
        hand.holding(KeyCode.SPACE, () -> hand.meanwhile(() -> desk.row("Dense").requestFocus()));
        hand.meanwhile(desk.canvas::requestFocus);
        hand.drag(desk.screen(200, 100), desk.screen(310, 150));

        assertThat(desk.selection.nodes().get()).isEqualTo(Set.of("n3"));
        assertThat(desk.canvas.lookup("." + Styles.CANVAS).getCursor()).isNotEqualTo(Cursor.OPEN_HAND);
    }

    @Test
    void keysZoom() {
        record Case(List<KeyCode> keys, double zoom) {}
        List<Case> cases = List.of(
                new Case(List.of(KeyCode.CONTROL, KeyCode.EQUALS), 1.25),
                new Case(List.of(KeyCode.CONTROL, KeyCode.DIGIT0), 1),
                new Case(List.of(KeyCode.CONTROL, KeyCode.MINUS), 0.8),
                new Case(List.of(KeyCode.CONTROL, KeyCode.DIGIT0), 1));
        List<Double> reached = cases.stream()
                .map(row -> {
                    hand.keys(row.keys().toArray(KeyCode[]::new));
                    return zoom();
                })
                .toList();

        assertThat(reached).isEqualTo(cases.stream().map(Case::zoom).toList());
    }

    @Test
    void controlAndOneShowEverything() {
        Camera whole = camera();
        hand.at(desk.screen(370, 190)).wheel(20).keys(KeyCode.CONTROL, KeyCode.DIGIT1);

        assertThat(camera()).isEqualTo(whole);
    }

    @Test
    void theLetterFShowsTheSelection() {
        hand.meanwhile(() -> desk.selection.select(Set.of("n2")));
        hand.at(desk.screen(370, 190)).wheel(-9).keys(KeyCode.F);

        assertThat(zoom()).isEqualTo(1);
        assertThat(middle().distance(new Position(820, 190))).isCloseTo(0, within(1e-6));
    }

    /** The place in the middle of the view. */
    private Position middle() {
        return camera().toWorld(desk.canvas.getWidth() / 2, desk.canvas.getHeight() / 2);
    }

    @Test
    void aClickOnTheSmallMapBringsThatPlaceIntoTheMiddle() {
        Node node = desk.canvas.lookup("." + Styles.MINIMAP);
        Bounds map = node.localToScreen(node.getBoundsInLocal());
        Point2D right = new Point2D(map.getMaxX() - 20, map.getCenterY());
        Position before = middle();
        hand.click(new Point2D(map.getMinX() + 20, map.getCenterY()));
        Position left = middle();
        hand.drag(new Point2D(map.getCenterX(), map.getCenterY()), right);

        assertThat(left.x()).isLessThan(before.x() - 100);
        assertThat(left.y()).isCloseTo(before.y(), within(25.0));
        assertThat(middle().x()).isGreaterThan(left.x() + 200);
        assertThat(desk.history.undoable().get()).isEmpty();
    }

    @Test
    void anArrowBringsANodeOutOfViewIntoView() {
        hand.meanwhile(() -> desk.selection.select(Set.of("n3")));
        hand.at(desk.screen(370, 190))
                .press(MouseButton.MIDDLE)
                .to(desk.screen(870, 190))
                .release(MouseButton.MIDDLE);
        hand.keys(KeyCode.RIGHT);

        assertThat(desk.selection.nodes().get()).isEqualTo(Set.of("n2"));
        assertThat(middle().distance(new Position(820, 190))).isCloseTo(0, within(1e-6));
    }

    @Test
    void aHandThatWaitsAtTheEdgeMovesTheView() {
        Position corner = desk.place("n3");
        Point2D edge = desk.canvas.localToScreen(desk.canvas.getWidth() - 5, 300);
        hand.at(desk.screen(370, 190)).press().to(edge);
        double before = camera().x();
        hand.meanwhile(() -> desk.clock.tick(0)).meanwhile(() -> desk.clock.tick(1));
        double after = camera().x();
        hand.release();

        assertThat(after).isGreaterThan(before);
        assertThat(desk.place("n3").x()).isGreaterThan(corner.x() + 100);
    }
}
