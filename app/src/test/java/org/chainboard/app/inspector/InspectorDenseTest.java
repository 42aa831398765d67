package org.chainboard.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import javafx.geometry.VerticalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.Samples;
import org.chainboard.engine.network.Block;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InspectorDenseTest {
    private Bench bench;

    @Start
    void show(Stage stage) {
        bench = new Bench(
                stage,
                Bench.row(
                        Samples.dense(8),
                        new Block.Activation("tanh"),
                        Samples.dense(2),
                        new Block.Activation("softmax")),
                CodeSource.NONE,
                290);
    }

    @BeforeEach
    void selectTheLastDense(FxRobot robot) {
        bench.settled();
        bench.select(robot, "n5");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void saysWhatComesInAndHowManyNumbersAreTrained(FxRobot robot) {
        assertThat(text(robot, "#dense-inputs")).isEqualTo("8  (from Dense₁)");
        assertThat(text(robot, "#node-parameters")).isEqualTo("18 parameters");
    }

    @Test
    void unitsThatAreTypedChangeTheDocumentInOneStepOfUndo(FxRobot robot) {
        robot.doubleClickOn("#dense-units").write("16").type(KeyCode.ENTER);

        assertThat(dense().units()).isEqualTo(16);
        assertThat(undoneOnce(robot)).isEqualTo(2);
        assertThat(bench.history.undoable().get()).isEmpty();
    }

    @Test
    void leavingTheFieldCommitsToo(FxRobot robot) {
        robot.doubleClickOn("#dense-units").write("5");
        assertThat(dense().units()).isEqualTo(2);

        robot.clickOn("#elsewhere");

        assertThat(dense().units()).isEqualTo(5);
    }

    @Test
    void aBadNumberStaysInTheFieldWithASentenceAndChangesNothing(FxRobot robot) {
        Document before = bench.history.now();

        robot.doubleClickOn("#dense-units").write("0").type(KeyCode.ENTER);

        assertThat(text(robot, "#dense-units-mistake")).isEqualTo("Type a whole number from 1 to 1,000,000.");
        assertThat(field(robot, "#dense-units").getText()).isEqualTo("0");
        assertThat(bench.history.now()).isEqualTo(before);
    }

    @Test
    void escapeTakesBackWhatWasTyped(FxRobot robot) {
        robot.doubleClickOn("#dense-units").write("x").type(KeyCode.ENTER).type(KeyCode.ESCAPE);

        assertThat(field(robot, "#dense-units").getText()).isEqualTo("2");
        assertThat(text(robot, "#dense-units-mistake")).isEmpty();
    }

    @Test
    void upAndDownCountAndTheWheelDoesNot(FxRobot robot) {
        robot.clickOn("#dense-units").type(KeyCode.UP, 3).type(KeyCode.DOWN);
        assertThat(dense().units()).isEqualTo(4);

        robot.moveTo("#dense-units").scroll(3, VerticalDirection.UP);

        assertThat(dense().units()).isEqualTo(4);
        assertThat(undoneOnce(robot)).isEqualTo(2);
    }

    @Test
    void undoInAFieldIsItsOwnUntilItIsCommitted(FxRobot robot) {
        robot.doubleClickOn("#dense-units").write("7").push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(bench.history.undoable().get()).isEmpty();

        robot.doubleClickOn("#dense-units").write("7").type(KeyCode.ENTER).push(KeyCode.SHORTCUT, KeyCode.Z);

        assertThat(dense().units()).isEqualTo(2);
        assertThat(field(robot, "#dense-units").getText()).isEqualTo("2");
    }

    @Test
    void anActivationIsTypedByName(FxRobot robot) {
        robot.doubleClickOn("#dense-activation").write("relu").type(KeyCode.ENTER);

        assertThat(dense().activation()).isEqualTo("relu");
    }

    @Test
    void anActivationIsChosenFromTheList(FxRobot robot) {
        robot.clickOn("#dense-activation .arrow-button").clickOn("tanh");

        assertThat(dense().activation()).isEqualTo("tanh");
    }

    @Test
    void anActivationIsAFunctionTypedByHandWithItsMistakesShownAtOnce(FxRobot robot) {
        robot.doubleClickOn("#dense-activation").write("a*x^");
        assertThat(text(robot, "#dense-activation-mistake")).startsWith("The function stops too early");
        assertThat(dense().activation()).isEqualTo("identity");

        robot.write("2").type(KeyCode.ENTER);

        assertThat(text(robot, "#dense-activation-mistake")).isEmpty();
        assertThat(text(robot, "#dense-activation-hint")).isEqualTo("a is trained and starts at 1.");
        assertThat(dense().activation()).isEqualTo("a*x^2");
        assertThat(text(robot, "#node-parameters")).isEqualTo("19 parameters");
    }

    @Test
    void aNameThatIsNotKnownIsNotUsedAndEscapeTakesItBack(FxRobot robot) {
        robot.doubleClickOn("#dense-activation").write("rel");
        assertThat(text(robot, "#dense-activation-hint")).isEqualTo("relu, relu6");

        robot.write("o").type(KeyCode.ENTER);
        assertThat(text(robot, "#dense-activation-mistake")).startsWith("There is no activation “relo”");
        assertThat(dense().activation()).isEqualTo("identity");

        robot.type(KeyCode.ESCAPE);
        assertThat(text(robot, "#dense-activation-mistake")).isEmpty();
    }

    @Test
    void whatIsTypedIsCommittedWhenAnotherNodeIsSelected(FxRobot robot) {
        robot.doubleClickOn("#dense-units").write("6");

        bench.select(robot, "n6");

        assertThat(dense().units()).isEqualTo(6);
    }

    @Test
    void initialiserAndBiasAreChosen(FxRobot robot) {
        robot.clickOn("#dense-init").clickOn("zeros");
        robot.clickOn("#dense-bias");

        assertThat(dense()).isEqualTo(new Block.Dense(2, "identity", "zeros", false));
        robot.interact(bench.history::undo);
        assertThat(dense()).isEqualTo(new Block.Dense(2, "identity", "zeros", true));
    }

    @Test
    void aNodeIsRenamedWithF2(FxRobot robot) {
        robot.clickOn("#dense-units").type(KeyCode.F2).write("Out").type(KeyCode.ENTER);

        assertThat(name("n5")).isEqualTo("Out");
        robot.interact(bench.history::undo);
        assertThat(field(robot, "#node-name").getText()).isEqualTo("Dense₂");
    }

    @Test
    void theNameOfAnotherNodeIsRefused(FxRobot robot) {
        robot.clickOn("#node-name")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("Loss")
                .type(KeyCode.ENTER);

        assertThat(text(robot, "#node-name-mistake")).isEqualTo("Another node is called Loss. Choose another name.");
        assertThat(name("n5")).isEqualTo("Dense₂");
    }

    @Test
    void weightsAreSaidToComeAndThenShown(FxRobot robot) {
        robot.interact(() -> bench.history.apply(
                Edits.disconnect(bench.history.now().network().wires())));
        bench.settled();
        bench.select(robot, "n3");
        assertThat(text(robot, "#dense-inputs")).isEqualTo("not connected");
        assertThat(text(robot, "#node-problem")).startsWith("Dense₁ has an open input");

        robot.interact(bench.history::undo);
        bench.train(robot);
        Bench.until(() -> text(robot, "#weights-size").equals("8×2 · live"));

        robot.interact(bench.session::pause);
        Bench.until(() -> text(robot, "#weights-size").equals("8×2"));
    }

    @Test
    void everyControlIsReachedByTheKeyboardAndHasAName(FxRobot robot) {
        robot.clickOn("#node-name");
        for (String id : new String[] {"dense-units", "dense-activation", "dense-init", "dense-bias"}) {
            robot.type(KeyCode.TAB);
            waitForFxEvents();
            var focused = robot.lookup("#" + id).query();
            assertThat(focused.isFocused()).as(id).isTrue();
            assertThat(focused.getAccessibleText()).as(id).isNotBlank();
        }
        assertThat(robot.lookup("#elsewhere").queryAs(Button.class).isFocused()).isFalse();
    }

    private int undoneOnce(FxRobot robot) {
        robot.interact(bench.history::undo);
        return dense().units();
    }

    private Block.Dense dense() {
        return (Block.Dense)
                bench.history.now().network().node("n5").orElseThrow().block();
    }

    private String name(String id) {
        return bench.history.now().network().node(id).orElseThrow().name();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }

    private static TextField field(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(TextField.class);
    }
}
