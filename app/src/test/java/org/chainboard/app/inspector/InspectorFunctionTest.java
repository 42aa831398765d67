package org.chainboard.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chainboard.app.document.Samples;
import org.chainboard.engine.network.Block;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InspectorFunctionTest {
    private Bench bench;

    @Start
    void show(Stage stage) {
        bench = new Bench(
                stage,
                Bench.row(new Block.Function("x -> x^2", 1), Samples.dense(2), new Block.Activation("softmax")),
                CodeSource.NONE,
                290);
    }

    @BeforeEach
    void selectTheFunction(FxRobot robot) {
        bench.settled();
        bench.select(robot, "n3");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aMistakeIsShownAtItsPlaceAndTheTextIsKept(FxRobot robot) {
        type(robot, "x -> 2*x^ + 1)");

        assertThat(text(robot, "#function-excerpt")).isEqualTo("x -> 2*x^ + 1)");
        assertThat(text(robot, "#function-mark").indexOf('^')).isEqualTo(13);
        assertThat(text(robot, "#function-mistake")).startsWith("There is no opening bracket");
        assertThat(function().text()).isEqualTo("x -> 2*x^ + 1)");
    }

    @Test
    @DisplayName("1.1 the derivative of 3x^2 + 2x + 1 is shown as 6x + 2")
    void theDerivativeIsShownAsAFormula(FxRobot robot) {
        type(robot, "x -> 3x^2+2x+1");
        assertThat(text(robot, "#function-derivative")).isEqualTo("f′(x) = 6x + 2");

        type(robot, "x -> 3x^2+");
        assertThat(text(robot, "#function-derivative")).isEmpty();

        type(robot, "x -> softmax(x)");
        assertThat(text(robot, "#function-derivative")).isEmpty();
    }

    @Test
    void theMarkStaysInViewInALongText(FxRobot robot) {
        type(robot, "x -> x + x + x + x + x + x + x + x + x + ");

        String excerpt = text(robot, "#function-excerpt");
        assertThat(excerpt).startsWith("…").hasSizeLessThan(29);
        assertThat(text(robot, "#function-mark")).hasSizeLessThan(30).endsWith("^");
    }

    @Test
    void aMistakeSurvivesALookAtAnotherNode(FxRobot robot) {
        type(robot, "x -> (x");
        bench.select(robot, "n1");

        bench.select(robot, "n3");

        assertThat(robot.lookup("#function-text").queryAs(TextField.class).getText())
                .isEqualTo("x -> (x");
        assertThat(robot.lookup("#function-mistake").query().isVisible()).isTrue();
        assertThat(text(robot, "#function-mistake")).startsWith("This bracket is never closed");
    }

    @Test
    void whatIsTypedInOneGoIsOneStepOfUndo(FxRobot robot) {
        type(robot, "x -> sin(x)");
        assertThat(function().text()).isEqualTo("x -> sin(x)");

        robot.type(KeyCode.ENTER).push(KeyCode.SHORTCUT, KeyCode.Z);

        assertThat(function().text()).isEqualTo("x -> x^2");
        assertThat(bench.history.undoable().get()).isEmpty();
    }

    @Test
    void lettersThatAreTrainedAreAnnouncedWithTheirNumbers(FxRobot robot) {
        type(robot, "x -> a*x^2 + b");

        assertThat(robot.lookup("a is trained and starts at 1").tryQuery()).isPresent();
        assertThat(robot.lookup("b is trained and starts at 1").tryQuery()).isPresent();
        assertThat(text(robot, "#node-parameters")).isEqualTo("2 parameters");

        bench.train(robot);
        Bench.until(() -> !text(robot, "#letter-a").equals("1.000")
                && !text(robot, "#letter-a").equals("–"));
    }

    @Test
    void aReadingThatMayNotBeMeantIsHinted(FxRobot robot) {
        type(robot, "x -> 1/2x");

        assertThat(text(robot, "#function-hints")).startsWith("This is read from left to right");
    }

    @Test
    void anArgumentMoreIsAPortMore(FxRobot robot) {
        type(robot, "(x, y) -> x*y");

        assertThat(function()).isEqualTo(new Block.Function("(x, y) -> x*y", 2));
        assertThat(text(robot, "#function-inputs")).isEqualTo("It has 2 inputs: x, y.");
        assertThat(robot.lookup("#function-curve").query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void whatDependsOnTheOtherNumbersOfASampleHasNoCurve(FxRobot robot) {
        type(robot, "x -> x - mean(x, dims=1)");

        assertThat(function()).isEqualTo(new Block.Function("x -> x - mean(x, dims=1)", 1));
        assertThat(robot.lookup("#function-curve").query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void undoOfTheDocumentShowsInTheField(FxRobot robot) {
        type(robot, "x -> x + 1");

        robot.interact(bench.history::undo);

        assertThat(robot.lookup("#function-text").queryAs(TextField.class).getText())
                .isEqualTo("x -> x^2");
        assertThat(bench.history.undoable().get()).isEmpty();
    }

    private static void type(FxRobot robot, String text) {
        robot.clickOn("#function-text").push(KeyCode.SHORTCUT, KeyCode.A).write(text, 0);
    }

    private Block.Function function() {
        return (Block.Function)
                bench.history.now().network().node("n3").orElseThrow().block();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
