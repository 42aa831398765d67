package org.chainboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.chainboard.app.run.Speed;
import org.chainboard.app.ui.Look;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.project.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window at the sizes people have, in both looks: nothing in its toolbar may be cut off. */
@ExtendWith(ApplicationExtension.class)
class WindowPictureTest {
    private House house;
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
        house = new House(first, 1280, 800);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(house::close);
    }

    static Stream<Arguments> views() {
        return Stream.of(
                Arguments.of(1280, 800, Look.LIGHT),
                Arguments.of(1280, 800, Look.DARK),
                Arguments.of(1920, 1080, Look.LIGHT),
                Arguments.of(1480, 920, Look.DARK));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everythingInTheToolbarHasItsRoom(int width, int height, Look look, FxRobot robot) {
        String name = "window-" + width + "-" + look.name().toLowerCase(Locale.ROOT);
        robot.interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            house.wiring.theme().show(look);
        });
        robot.interact(() -> house.picture(name + "-new"));
        robot.interact(() -> {
            house.wiring.desk().open(Sample.TWO_SPIRALS.project());
            house.wiring.session().setSpeed(Speed.FLAT_OUT);
            house.wiring.session().train();
        });
        House.until(
                "a few hundred steps are done",
                () -> house.wiring
                        .session()
                        .snapshot()
                        .get()
                        .map(Snapshot::step)
                        .filter(step -> step > 500)
                        .isPresent());
        robot.interact(() -> {
            house.wiring.canvasPane().fit();
            house.wiring.selection().select(Set.of(house.id("Dense₂")));
        });
        robot.interact(() -> house.picture(name));

        Node toolbar = stage.getScene().lookup(".cb-toolbar");
        List<Node> controls = Stream.of(".button", ".menu-button", ".toggle-button", ".choice")
                .flatMap(kind -> toolbar.lookupAll(kind).stream())
                .filter(Node::isVisible)
                .toList();
        assertThat(controls).hasSizeGreaterThan(12).allSatisfy(control -> {
            assertThat(control.localToScene(control.getBoundsInLocal()).getMaxX())
                    .isLessThanOrEqualTo(width);
            assertThat(control.getLayoutBounds().getWidth()).isGreaterThanOrEqualTo(control.prefWidth(-1) - 1);
        });
    }
}
