package org.chainboard.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.Samples;
import org.chainboard.app.run.Running;
import org.chainboard.app.run.Status;
import org.chainboard.app.run.Status.State;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@ExtendWith(ApplicationExtension.class)
class StatusViewTest {
    private final SimpleStringProperty saved = new SimpleStringProperty("Saved 14:02");
    private final SimpleStringProperty zoom = new SimpleStringProperty("100 %");
    private Running running;
    private StatusView view;
    private BorderPane root;

    @Start
    void show(Stage stage) {
        running = new Running(Running.spirals(8));
        view = new StatusView(running.session, Texts.in(Locale.ROOT), saved, zoom, running.clock);
        root = new BorderPane();
        root.setBottom(view);
        Scene scene = new Scene(root, 900, 200);
        new Theme(Look.LIGHT).dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void close() {
        running.close();
    }

    private String text(String id) {
        Label label = (Label) view.lookup(id);
        return label.isVisible() ? label.getText() : "";
    }

    private void waitFor(State state) throws TimeoutException {
        Running.until(() -> {
            Status now = running.session.status().get();
            return now.state() == state;
        });
    }

    @Test
    void says_what_to_press_when_all_is_ready() throws TimeoutException {
        Running.until(() -> text("#status-doing").startsWith("Ready"));

        assertThat(text("#status-doing")).isEqualTo("Ready. Press Train to begin.");
        assertThat(text("#status-parameters")).isEqualTo("42 parameters");
        assertThat(text("#status-backend")).isEqualTo("CPU");
        assertThat(text("#status-speed")).isEmpty();
    }

    @Test
    void counts_steps_while_it_trains_and_holds_them_in_a_pause(FxRobot robot) throws TimeoutException {
        robot.interact(running.session::train);
        Running.until(() -> running.step() > 1000 && !text("#status-speed").isEmpty());

        assertThat(text("#status-doing")).matches("Training · step \\d+(,\\d{3})+ · epoch \\d+(,\\d{3})*");
        assertThat(text("#status-speed")).matches("\\d+(,\\d{3})* steps/s");
        assertThat(dot().getPseudoClassStates()).contains(Styles.RUNNING);

        robot.interact(running.session::pause);
        Running.until(() -> text("#status-doing").startsWith("Paused · step "));

        assertThat(text("#status-speed")).isEmpty();
        assertThat(dot().getPseudoClassStates()).contains(Styles.PAUSED).doesNotContain(Styles.RUNNING);
    }

    @Test
    void says_what_to_mend_while_nothing_can_be_trained(FxRobot robot) throws TimeoutException {
        robot.interact(() -> running.session.open(Samples.blank(), Map.of()));
        waitFor(State.IDLE);
        String sentence = running.session.status().get().sentence();
        Running.until(() -> text("#status-doing").equals(sentence));

        assertThat(sentence).isNotEmpty();
        assertThat(text("#status-parameters")).isEmpty();
    }

    @Test
    void a_failure_is_told_in_red(FxRobot robot) throws TimeoutException {
        robot.interact(() -> running.history.apply(
                Edits.settings("edit.rate", settings -> settings.withOptimiser("Descent", Map.of("eta", 1e30)))));

        Document line = Running.line();
        Document wild = line.withSettings(line.settings().withOptimiser("Descent", Map.of("eta", 1e20)));
        robot.interact(() -> running.session.open(wild, Map.of()));
        robot.interact(running.session::train);
        waitFor(State.FAILED);
        Running.until(() -> dot().getPseudoClassStates().contains(Styles.FAILED));

        assertThat(text("#status-doing"))
                .isEqualTo(running.session.status().get().sentence())
                .isNotEmpty();
        assertThat(view.lookup("#status-doing").getStyleClass()).contains(Styles.BAD);
    }

    @Test
    void shows_what_others_know_at_the_right(FxRobot robot) {
        robot.interact(() -> {
            saved.set("Edited");
            zoom.set("75 %");
        });

        assertThat(text("#status-saved")).isEqualTo("Edited");
        assertThat(text("#status-zoom")).isEqualTo("75 %");
    }

    @Test
    void a_long_sentence_is_shortened_and_never_pushes_others_out(FxRobot robot) throws TimeoutException {
        String name = "a-file-with-a-very-long-name-".repeat(8) + ".csv";
        robot.interact(() -> running.history.apply(Edits.settings(
                "edit.data",
                settings -> settings.withData(new ProjectData(
                        new DataSource.Csv(
                                java.nio.file.Path.of(name), java.util.List.of("a"), java.util.List.of("b"), true),
                        0.2,
                        Standardise.ALL)))));
        Running.until(() -> text("#status-doing").contains(name));
        robot.interact(() -> root.layout());

        Node last = view.lookup("#status-zoom");
        Label doing = (Label) view.lookup("#status-doing");
        assertThat(last.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(view.getWidth());
        assertThat(doing.getWidth()).isLessThan(doing.prefWidth(-1));
        assertThat(doing.getTooltip().getText()).contains(name);
    }

    private Node dot() {
        return view.lookup(".status-dot");
    }
}
