package org.chainboard.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.chainboard.app.document.Edits;
import org.chainboard.app.run.Running;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.chainboard.tools.plot.DecisionSurface;
import org.chainboard.tools.plot.LinePlot;
import org.chainboard.tools.plot.Plot;
import org.chainboard.tools.plot.Series;
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
class LiveViewTest {
    private Running running;
    private LiveView view;

    @Start
    void show(Stage stage) {
        running = new Running(Running.spirals(8, 8));
        Theme theme = new Theme(Look.LIGHT);
        view = new LiveView(running.session, Texts.in(Locale.ROOT), theme.palette(), running.clock);
        BorderPane root = new BorderPane();
        root.setBottom(view);
        Scene scene = new Scene(root, 1280, 400);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Stop
    void close() {
        running.close();
    }

    @Test
    void says_where_curves_will_appear_before_the_first_step() throws TimeoutException {
        Running.until(() -> view.prediction().card().plot() instanceof DecisionSurface);

        assertThat(view.loss().card().plot()).isNull();
        assertThat(sentence("#live-loss")).isEqualTo("Press Train and the loss appears here.");
        assertThat(sentence("#live-gradients")).isEqualTo("Press Train and one line per parameter appears here.");
    }

    @Test
    void draws_train_and_test_loss_and_one_line_per_parameter_while_it_trains(FxRobot robot) throws TimeoutException {
        train(robot);

        assertThat(names(view.loss().lines())).containsExactly("train", "test");
        assertThat(names(view.gradients().lines()))
                .containsExactly("Dense₁.W", "Dense₁.b", "Dense₂.W", "Dense₂.b", "Dense₃.W", "Dense₃.b");
        assertThat(view.prediction().caption().getText()).matches("accuracy \\d+\\.\\d % · test \\d+\\.\\d %");
    }

    @Test
    void forgets_the_lines_after_a_reset(FxRobot robot) throws TimeoutException {
        train(robot);

        robot.interact(running.session::reset);

        Running.until(
                () -> view.loss().lines().isEmpty() && view.gradients().lines().isEmpty());
        assertThat(view.loss().card().plot()).isNull();
    }

    @Test
    void takes_a_picture_of_other_data_away(FxRobot robot) throws TimeoutException {
        train(robot);
        Plot before = view.prediction().card().plot();

        robot.interact(() -> running.history.apply(Edits.settings(
                "edit.add",
                settings -> settings.withData(
                        new ProjectData(new DataSource.Generated("xor", 100, 0), 0.2, Standardise.NONE)))));

        Running.until(() -> view.prediction().card().plot() instanceof DecisionSurface now
                && now != before
                && now.classes().contains("same"));
        DecisionSurface now = (DecisionSurface) view.prediction().card().plot();
        assertThat(now.points().size()).isEqualTo(100);
    }

    @Test
    void switches_between_scales_with_the_mouse(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.interact(running.session::pause);
        assertThat(loss().log()).isTrue();

        robot.clickOn("#live-loss-log");
        robot.clickOn("#live-loss-recent");

        assertThat(loss().log()).isFalse();
        assertThat(loss().recent()).isTrue();
    }

    @Test
    void folds_many_parameters_to_one_line_per_layer_until_all_are_wanted(FxRobot robot) throws TimeoutException {
        robot.interact(() -> running.session.open(Running.spirals(6, 6, 6, 6, 6, 6), java.util.Map.of()));
        train(robot);
        robot.interact(running.session::pause);

        assertThat(names(view.gradients().lines())).hasSize(7).startsWith("Dense₁", "Dense₂");

        robot.clickOn("#live-by-layer");

        assertThat(names(view.gradients().lines())).hasSize(14).startsWith("Dense₁.W", "Dense₁.b");
    }

    @Test
    void redraws_nothing_while_nothing_changes(FxRobot robot) throws TimeoutException {
        train(robot);
        robot.interact(running.session::pause);
        Running.until(() -> !running.session.status().get().isRunning());
        Plot loss = view.loss().card().plot();
        Plot prediction = view.prediction().card().plot();

        robot.interact(() -> {
            for (int i = 0; i < 5; i++) {
                running.clock.tick(i);
            }
        });

        assertThat(view.loss().card().plot()).isSameAs(loss);
        assertThat(view.prediction().card().plot()).isSameAs(prediction);
    }

    private void train(FxRobot robot) throws TimeoutException {
        robot.interact(running.session::train);
        Running.until(() -> running.step() > 50 && !view.gradients().lines().isEmpty());
    }

    private LinePlot loss() {
        return (LinePlot) view.loss().card().plot();
    }

    private String sentence(String card) {
        return view.lookup(card).lookupAll(".live-empty").stream()
                .map(Label.class::cast)
                .filter(Label::isVisible)
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    private static List<String> names(List<Series> lines) {
        return lines.stream().map(Series::name).toList();
    }
}
