package org.chainboard.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.run.Running;
import org.chainboard.app.status.StatusView;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Pictures;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** Draws the panel and the status line below it, for people to look at: {@code target/pictures}. */
@ExtendWith(ApplicationExtension.class)
class LivePictureTest {
    private static final long STEPS = 3000;
    private static final int[] WIDTHS = {1280, 1920};

    private Running running;
    private Theme theme;
    private BorderPane foot;

    @Start
    void show(Stage stage) {
        running = new Running(Running.spirals(8, 8));
        theme = new Theme(Look.LIGHT);
        Texts texts = Texts.in(Locale.ROOT);
        LiveView live = new LiveView(running.session, texts, theme.palette(), running.clock);
        LiveFiles.Place nowhere = (proposed, kind, pattern) -> Optional.empty();
        live.offer(new LiveFiles(running.background, new PlatformFxThread(), texts, nowhere, sentence -> {}));
        foot = new BorderPane(live);
        foot.setBottom(new StatusView(
                running.session,
                texts,
                new SimpleStringProperty("Saved 14:02"),
                new SimpleStringProperty("100 %"),
                running.clock));
        foot.setManaged(false);
        foot.resize(1280, 240);
        stage.setScene(new Scene(new Pane(foot), 1280, 600));
        theme.dress(stage.getScene());
        stage.show();
    }

    @Stop
    void close() {
        running.close();
    }

    @Test
    void draws_the_panel_before_training(FxRobot robot) throws TimeoutException {
        Running.until(() -> running.session.snapshot().get().isPresent());

        pictures(robot, "live-empty");
    }

    @Test
    void draws_a_classifier(FxRobot robot) throws TimeoutException {
        train(robot);

        pictures(robot, "live-spirals");
    }

    @Test
    void draws_a_line(FxRobot robot) throws TimeoutException {
        robot.interact(() -> running.session.open(Running.line(), java.util.Map.of()));
        train(robot);

        pictures(robot, "live-line");
    }

    @Test
    void draws_many_parameters(FxRobot robot) throws TimeoutException {
        robot.interact(() -> running.session.open(Running.spirals(6, 6, 6, 6, 6, 6, 6, 6), java.util.Map.of()));
        train(robot);
        pictures(robot, "live-layers");
        robot.interact(() -> ((ToggleButton) foot.lookup("#live-by-layer")).fire());

        pictures(robot, "live-many");
    }

    private void train(FxRobot robot) throws TimeoutException {
        robot.interact(running.session::train);
        Running.until(() -> running.step() > STEPS);
        robot.interact(running.session::pause);
        Running.until(() -> !running.session.status().get().isRunning());
    }

    private void pictures(FxRobot robot, String name) {
        for (Look look : Look.values()) {
            for (int width : WIDTHS) {
                String file = name + "-" + width + "-" + look.name().toLowerCase(Locale.ROOT);
                robot.interact(() -> theme.show(look));
                robot.interact(() -> assertThat(Pictures.write(foot, width, width > 1500 ? 320 : 240, file))
                        .exists());
            }
        }
    }
}
