package org.chainboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chainboard.tools.project.ProjectSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ToolbarTest {
    private House house;

    @Start
    void start(Stage stage) {
        house = new House(stage, 1480, 920);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(house::close);
    }

    private ProjectSettings settings() {
        return house.wiring.history().now().settings();
    }

    @Test
    void anOptimiserAndItsStepSizeAreChosenInOneGo(FxRobot robot) {
        robot.clickOn("#choice-optimiser").clickOn("Descent");
        robot.doubleClickOn("#hyper-eta").write("0.25").push(KeyCode.ENTER);

        assertThat(settings().optimiser()).isEqualTo("Descent");
        assertThat(settings().hyper("eta")).isEqualTo(0.25);
    }

    @Test
    void aStepSizeThatCannotBeIsToldAndNotTaken(FxRobot robot) {
        double before = settings().hyper("eta");
        robot.clickOn("#choice-optimiser");
        robot.doubleClickOn("#hyper-eta").write("-1").push(KeyCode.ENTER);

        assertThat(robot.lookup(".option-mistake").queryAll().stream().filter(Node::isVisible))
                .hasSize(1);
        assertThat(settings().hyper("eta")).isEqualTo(before);
    }

    @Test
    void aLossIsChosenAndTakenBack(FxRobot robot) {
        String before = settings().loss();
        robot.clickOn("#choice-loss").clickOn("mae");
        assertThat(settings().loss()).isEqualTo("mae");

        robot.clickOn("#action-undo");

        assertThat(settings().loss()).isEqualTo(before);
    }

    @Test
    void aBatchIsTyped(FxRobot robot) {
        robot.clickOn("#choice-batch");
        robot.doubleClickOn("#batch").write("48").push(KeyCode.ENTER);

        assertThat(settings().batch()).isEqualTo(48);
    }

    @Test
    void theGraphicsCardIsGreyedAndSaysWhy(FxRobot robot) {
        Node card = robot.lookup("#gpu").query();

        assertThat(card.isDisabled()).isTrue();
        House.until(
                "the look for a card is over",
                () -> card.getAccessibleHelp() != null
                        && !card.getAccessibleHelp().startsWith("Looking"));
        assertThat(card.getAccessibleHelp()).endsWith(".").doesNotContain("Exception", "Error:");
    }
}
