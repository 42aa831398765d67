package org.chainboard.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.chainboard.app.document.History;
import org.chainboard.app.run.Running;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Pictures;
import org.chainboard.app.ui.Texts;
import org.chainboard.app.ui.Theme;
import org.chainboard.tools.project.DataSource;
import org.chainboard.tools.project.ProjectData;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.project.Standardise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DataChooserTest {
    private final History history = new History(Running.spirals(8));
    private final Texts texts = Texts.in(Locale.ROOT);
    private final List<String> asked = new ArrayList<>();
    private Theme theme;
    private Pane place;

    @Start
    void show(Stage stage) {
        theme = new Theme(Look.LIGHT);
        place = new StackPane();
        Scene scene = new Scene(place, 620, 420);
        theme.dress(scene);
        open();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void open() {
        place.getChildren()
                .setAll(new DataChooser(
                        history,
                        theme.palette(),
                        texts,
                        new DataChooser.OwnFile(() -> asked.add("choose"), file -> asked.add(file.toString()))));
    }

    private ProjectSettings now() {
        return history.now().settings();
    }

    @Test
    void another_set_is_one_edit_with_the_loss_for_its_targets(FxRobot robot) {
        robot.clickOn("#data-noisy-line");

        assertThat(now().data().source()).isEqualTo(new DataSource.Generated("noisy-line", 100, 0.5));
        assertThat(now().loss()).isEqualTo("mse");
        robot.interact(history::undo);
        assertThat(history.now()).isEqualTo(Running.spirals(8));
    }

    @Test
    void the_set_in_use_stays_chosen_when_it_is_pressed_again(FxRobot robot) {
        robot.clickOn("#data-two-spirals");

        assertThat(robot.lookup("#data-two-spirals").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(history.undoable().get()).isEmpty();
    }

    @Test
    void samples_noise_and_seed_are_typed(FxRobot robot) {
        type(robot, "#data-samples", "250");
        type(robot, "#data-noise", "0.25");
        type(robot, "#data-seed", "42");

        assertThat(now().data().source()).isEqualTo(new DataSource.Generated("two-spirals", 250, 0.25));
        assertThat(now().seed()).isEqualTo(42);
    }

    @Test
    void a_number_that_cannot_be_used_is_told_and_changes_nothing(FxRobot robot) {
        type(robot, "#data-samples", "many");

        assertThat(robot.lookup(".data-mistake").queryAs(Label.class).getText())
                .isEqualTo("A whole number of samples from 1 to 100,000.");
        assertThat(history.undoable().get()).isEmpty();
    }

    @Test
    void the_share_for_testing_is_moved_with_the_keyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#data-kept").query().requestFocus());

        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);

        assertThat(now().data().testShare()).isEqualTo(0.25);
    }

    @Test
    void what_is_standardised_is_chosen_with_the_keyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#data-standardise").query().requestFocus());

        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);

        assertThat(now().data().standardise()).isEqualTo(Standardise.INPUTS);
    }

    @Test
    void another_seed_is_one_press_away(FxRobot robot) {
        robot.clickOn("#data-another-seed");

        assertThat(now().seed()).isEqualTo(2);
    }

    @Test
    void a_file_is_asked_for_or_shown_again(FxRobot robot) {
        robot.clickOn("#data-csv");
        useFile(robot);
        robot.clickOn("#data-columns");

        assertThat(asked).containsExactly("choose", Path.of("iris.csv").toString());
    }

    @Test
    void the_name_of_the_data_follows_the_document(FxRobot robot) {
        ObservableValue<String> name = DataWords.name(history, texts);
        List<String> names = new ArrayList<>();
        name.subscribe(text -> names.add(text));

        robot.clickOn("#data-xor");
        useFile(robot);

        assertThat(names).containsExactly("Two spirals · 400", "XOR · 400", "iris.csv");
    }

    @Test
    void draws_itself(FxRobot robot) {
        pictures(robot, "data-spirals");
        type(robot, "#data-noise", "-1");
        pictures(robot, "data-mistake");
        useFile(robot);
        pictures(robot, "data-file");
    }

    private void pictures(FxRobot robot, String name) {
        for (Look look : Look.values()) {
            robot.interact(() -> theme.show(look));
            robot.interact(() -> assertThat(Pictures.write(
                            place.getScene(), name + "-" + look.name().toLowerCase(Locale.ROOT)))
                    .exists());
        }
    }

    private void useFile(FxRobot robot) {
        DataSource file = new DataSource.Csv(Path.of("iris.csv"), List.of("a"), List.of("b"), true);
        robot.interact(() -> {
            history.apply(org.chainboard.app.document.Edits.settings(
                    "edit.data", settings -> settings.withData(new ProjectData(file, 0.2, Standardise.ALL))));
            open();
        });
    }

    private static void type(FxRobot robot, String field, String text) {
        robot.doubleClickOn(field);
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write(text);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    }
}
