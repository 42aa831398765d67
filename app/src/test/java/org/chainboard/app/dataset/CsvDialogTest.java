package org.chainboard.app.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.chainboard.app.document.History;
import org.chainboard.app.fx.PlatformFxThread;
import org.chainboard.app.run.Background;
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
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CsvDialogTest {
    @TempDir
    private Path folder;

    private final History history = new History(Running.line());
    private final Background background = new Background();
    private final Deque<Path> chosen = new ArrayDeque<>();
    private Theme theme;
    private CsvDialog dialog;
    private FxRobot robot;

    @Start
    void show(Stage stage) {
        theme = new Theme(Look.LIGHT);
        Scene scene = new Scene(new StackPane(), 1280, 800);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        dialog = new CsvDialog(
                history,
                () -> {},
                background,
                new PlatformFxThread(),
                Texts.in(Locale.ROOT),
                () -> stage,
                () -> Optional.ofNullable(chosen.poll()));
    }

    @Stop
    void close() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        background.close();
    }

    private Path choose(FxRobot with, String name, String text) throws IOException {
        robot = with;
        Path file = Tables.write(folder, name, text);
        chosen.add(file);
        robot.interact(dialog::choose);
        return file;
    }

    @Test
    void shows_a_file_and_what_it_will_make_of_it(FxRobot with) throws Exception {
        choose(with, "flowers.csv", Tables.flowers());
        ready();

        TableView<?> table = robot.lookup("#csv-table").query();
        assertThat(table.getColumns()).hasSize(5);
        assertThat(table.getItems()).hasSize(50);
        assertThat(text("#csv-summary"))
                .isEqualTo("4 inputs, 3 classes: setosa, versicolor, virginica · 150 samples, 30 kept for testing");
    }

    @Test
    void using_a_file_is_one_edit_with_the_loss_for_its_targets(FxRobot with) throws Exception {
        Path file = choose(with, "flowers.csv", Tables.flowers());
        ready();

        robot.clickOn("#csv-ok");

        ProjectSettings settings = history.now().settings();
        List<String> features = List.of("sepal length", "sepal width", "petal length", "petal width");
        assertThat(settings.data())
                .isEqualTo(new ProjectData(
                        new DataSource.Csv(file, features, List.of("species"), true), 0.2, Standardise.ALL));
        assertThat(settings.loss()).isEqualTo("logitcrossentropy");
        assertThat(settings.batch()).isEqualTo(32);
        robot.interact(history::undo);
        assertThat(history.now()).isEqualTo(Running.line());
    }

    @Test
    void roles_are_changed_with_the_mouse(FxRobot with) throws Exception {
        choose(with, "flowers.csv", Tables.flowers());
        ready();

        pick("#csv-role-1", "Ignored");
        pick("#csv-role-4", "Ignored");
        pick("#csv-role-3", "Target");
        ready();

        assertThat(text("#csv-summary")).startsWith("2 inputs, 1 number to predict: petal width · 150 samples");
        robot.clickOn("#csv-ok");
        DataSource.Csv source = (DataSource.Csv) history.now().settings().data().source();
        assertThat(source.features()).containsExactly("sepal length", "petal length");
        assertThat(source.targets()).containsExactly("petal width");
        assertThat(source.classes()).isFalse();
        assertThat(history.now().settings().loss()).isEqualTo("mse");
    }

    @Test
    void whole_numbers_can_be_classes_or_numbers(FxRobot with) throws Exception {
        choose(with, "grades.csv", "hours;grade\n" + "1,5;1\n2,5;2\n3,5;3\n".repeat(10));
        ready();
        assertThat(text("#csv-summary")).startsWith("1 input, 3 classes: 1, 2, 3");

        pick("#csv-target-kind", "a number");
        ready();

        assertThat(text("#csv-summary")).startsWith("1 input, 1 number to predict: grade");
        assertThat(text(".csv-facts")).contains("30 rows", "semicolon", "1,5");
    }

    @Test
    void a_target_that_is_taken_away_is_asked_for(FxRobot with) throws Exception {
        choose(with, "flowers.csv", Tables.flowers());
        ready();

        pick("#csv-role-4", "Ignored");

        Running.until(() -> shows("#csv-mistake"));
        assertThat(text("#csv-mistake"))
                .isEqualTo("flowers.csv has no target. Choose the column that the model should predict.");
        assertThat(ok().isDisabled()).isTrue();
    }

    @Test
    void a_file_that_cannot_be_read_is_told_and_another_can_be_chosen(FxRobot with) throws Exception {
        choose(with, "bad.csv", "a,b\n1,2\n3\n");
        Running.until(() -> shows("#csv-mistake"));

        assertThat(text("#csv-mistake")).contains("bad.csv, row 3", "expected 2 columns");
        assertThat(ok().isDisabled()).isTrue();
        chosen.add(Tables.write(folder, "flowers.csv", Tables.flowers()));
        robot.clickOn("#csv-another");
        ready();

        assertThat(text("#csv-summary")).contains("150 samples");
        assertThat(history.undoable().get()).isEmpty();
    }

    @Test
    void rows_left_out_are_told(FxRobot with) throws Exception {
        choose(with, "gaps.csv", "x,y\n" + "1.5,2.5\n".repeat(20) + "?,1\n");
        ready();

        assertThat(text("#csv-note")).contains("1 of 21 rows");
    }

    @Test
    void escape_changes_nothing(FxRobot with) throws Exception {
        choose(with, "flowers.csv", Tables.flowers());
        ready();

        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

        Running.until(() -> robot.lookup("#csv-table").tryQuery().isEmpty());
        assertThat(history.undoable().get()).isEmpty();
    }

    @Test
    void enter_uses_the_file(FxRobot with) throws Exception {
        choose(with, "flowers.csv", Tables.flowers());
        ready();

        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        Running.until(() -> history.undoable().get().isPresent());
    }

    @Test
    void draws_itself(FxRobot with) throws Exception {
        choose(with, "flowers.csv", Tables.flowers());
        ready();
        pick("#csv-role-1", "Ignored");
        ready();
        pictures("csv-flowers");
        pick("#csv-role-4", "Feature");
        Running.until(() -> shows("#csv-mistake"));
        pictures("csv-mistake");
        chosen.add(Tables.write(folder, "bad.csv", "a,b\n1,2\n3\n"));
        robot.clickOn("#csv-another");
        Running.until(() -> text("#csv-mistake").contains("bad.csv"));
        pictures("csv-broken");
    }

    private void pictures(String name) {
        for (Look look : Look.values()) {
            robot.interact(() -> theme.show(look));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> assertThat(Pictures.write(
                            ok().getScene(), name + "-" + look.name().toLowerCase(Locale.ROOT)))
                    .exists());
        }
    }

    private void ready() throws TimeoutException {
        Running.until(() -> robot.lookup("#csv-ok").tryQuery().isPresent() && !ok().isDisabled());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node ok() {
        return robot.lookup("#csv-ok").query();
    }

    private boolean shows(String id) {
        return robot.lookup(id).tryQuery().filter(this::isOnScreen).isPresent();
    }

    private boolean isOnScreen(Node node) {
        return node.isVisible() && node.getParent().isVisible();
    }

    private String text(String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream()
                .filter(this::isOnScreen)
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    /** Opens a list with the mouse and presses one of its rows. */
    private void pick(String id, String name) {
        ComboBox<?> box = robot.lookup(id).queryComboBox();
        robot.clickOn(box);
        WaitForAsyncUtils.waitForFxEvents();
        Node row = robot.lookup((Node node) -> node instanceof NamedCell<?> cell
                        && name.equals(cell.getText())
                        && cell.getScene() != box.getScene()
                        && cell.getScene().getWindow().isShowing())
                .query();
        Bounds bounds = row.localToScreen(row.getBoundsInLocal());
        robot.clickOn(bounds.getCenterX(), bounds.getCenterY());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(box.isShowing()).isFalse();
    }
}
