package org.chainboard.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.run.Running;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class LiveFilesTest {
    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private Running running;
    private LiveView view;
    private Path place;

    @Start
    void show(Stage stage) {
        running = new Running(Running.spirals(8));
        place = folder;
        Theme theme = new Theme(Look.LIGHT);
        Texts texts = Texts.in(Locale.ROOT);
        view = new LiveView(running.session, texts, theme.palette(), running.clock);
        LiveFiles files = new LiveFiles(
                running.background,
                new PlatformFxThread(),
                texts,
                (proposed, kind, pattern) -> Optional.of(place.resolve(proposed)),
                told::add);
        view.offer(files);
        BorderPane root = new BorderPane(view);
        stage.setScene(new Scene(root, 1280, 400));
        theme.dress(stage.getScene());
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Stop
    void close() {
        running.close();
    }

    @Test
    void a_picture_is_saved_as_png(FxRobot robot) throws Exception {
        train(robot);

        choose(robot, "live-prediction", "picture");
        choose(robot, "live-loss", "picture");

        Path file = folder.resolve("loss.png");
        waitForFiles();
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1920);
        assertThat(folder.resolve("prediction.png")).exists();
    }

    @Test
    void numbers_are_saved_as_csv(FxRobot robot) throws Exception {
        train(robot);

        choose(robot, "live-gradients", "numbers");

        Path file = folder.resolve("gradients.csv");
        waitForFiles();
        List<String> rows = Files.readAllLines(file);
        assertThat(rows.get(0)).isEqualTo("line,step,smallest,largest,last");
        assertThat(rows.get(1)).startsWith("Dense₁.W,");
        assertThat(rows).anyMatch(row -> row.startsWith("Dense₂.b,"));
    }

    @Test
    void numbers_are_copied_for_a_table(FxRobot robot) throws Exception {
        train(robot);

        choose(robot, "live-loss", "copy");

        Running.until(() -> {
            String text = Clipboard.getSystemClipboard().getString();
            return text != null && text.startsWith("line\tstep\t") && text.contains("train\t");
        });
    }

    @Test
    void a_file_that_cannot_be_written_is_told(FxRobot robot) throws Exception {
        train(robot);
        place = folder.resolve("gone");

        choose(robot, "live-loss", "numbers");

        Running.until(() -> !told.isEmpty());
        assertThat(told.get(0)).startsWith("loss.csv could not be written.");
    }

    private void train(FxRobot robot) throws TimeoutException {
        robot.interact(running.session::train);
        Running.until(() -> running.step() > 20 && !view.loss().lines().isEmpty());
        robot.interact(running.session::pause);
        Running.until(() -> !running.session.status().get().isRunning());
    }

    /** All that was begun is done when a task behind it is. */
    private void waitForFiles() {
        CompletableFuture.runAsync(() -> {}, running.background.io()).join();
    }

    private static void choose(FxRobot robot, String card, String what) {
        robot.clickOn("#" + card + "-menu");
        robot.clickOn("#" + card + "-" + what);
    }
}
