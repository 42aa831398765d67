package org.chainboard.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edits;
import org.chainboard.app.document.Samples;
import org.chainboard.engine.network.Block;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InspectorPagesTest {
    private final AtomicInteger written = new AtomicInteger();
    private Bench bench;

    @Start
    void show(Stage stage) {
        Document document = Bench.row(
                Samples.dense(8), new Block.Activation("tanh"), Samples.dense(2), new Block.Activation("softmax"));
        CodeSource code = project -> Optional.of("class Model {} // " + written.incrementAndGet() + ", "
                + project.weights().size() + " nodes");
        bench = new Bench(stage, document, code, 290);
    }

    @BeforeEach
    void settle() {
        bench.settled();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void withNothingSelectedItShowsTheModel(FxRobot robot) {
        assertThat(text(robot, "#model-parameters")).isEqualTo("42 parameters");
        assertThat(text(robot, "#model-chain-text")).contains("Dense(2 => 8),").contains("softmax");
        Bench.until(() -> text(robot, "#model-next").equals("Ready to train."));
    }

    @Test
    void theChainIsCopiedAsOneLine(FxRobot robot) {
        robot.clickOn("#model-chain-copy");

        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("Chain(Dense(2 => 8), tanh, Dense(8 => 2), softmax)"));
    }

    @Test
    void whatIsMissingIsSaid(FxRobot robot) {
        robot.interact(() -> bench.history.apply(Edits.remove(Set.of("n6"), Set.of())));
        bench.settled();

        Bench.until(() -> text(robot, "#model-next").startsWith("The loss does not know what the model predicts"));
        assertThat(text(robot, "#model-chain-none")).startsWith("A chain text needs nodes in one row");
    }

    @Test
    void severalNodesAreCounted(FxRobot robot) {
        bench.select(robot, "n3", "n5");

        assertThat(text(robot, "#many-count")).isEqualTo("2 nodes selected");
    }

    @Test
    void anActivationIsChosenWithItsFormulaAndCurve(FxRobot robot) {
        bench.select(robot, "n4");

        robot.clickOn("#activation-choice").clickOn("relu");

        assertThat(bench.history.now().network().node("n4").orElseThrow().block())
                .isEqualTo(new Block.Activation("relu"));
        assertThat(text(robot, "#activation-formula")).isEqualTo("max(0, x)");
        assertThat(robot.lookup("#activation-curve").query().isVisible()).isTrue();
    }

    @Test
    void theInputTellsOfTheData(FxRobot robot) {
        bench.select(robot, "n1");

        assertThat(text(robot, "#input-data")).isEqualTo("Two spirals");
        assertThat(text(robot, "#input-samples")).isEqualTo("400");
    }

    @Test
    void aLossOfTheWrongSizeIsMendedByOneClick(FxRobot robot) {
        robot.interact(() -> bench.history.apply(Edits.change("n5", Samples.dense(5))));
        bench.settled();
        bench.select(robot, "n2");
        assertThat(text(robot, "#node-problem")).contains("targets of 2 numbers, but the model gives 5");
        assertThat(text(robot, "#loss-mend")).isEqualTo("Give Dense₂ 2 outputs");

        robot.clickOn("#loss-mend");
        bench.settled();

        assertThat(bench.history.now().network().node("n5").orElseThrow().block())
                .isEqualTo(Samples.dense(2));
        Bench.until(() -> !robot.lookup("#loss-mend").query().isVisible());
        assertThat(text(robot, "#node-problem")).isEmpty();
    }

    @Test
    void parametersAreListedAndLeadToTheirNodes(FxRobot robot) {
        robot.clickOn("#tab-parameters");
        bench.train(robot);

        assertThat(robot.lookup("#parameter-list").queryAs(ListView.class).getItems())
                .hasSize(6);
        assertThat(text(robot, "#parameters-total")).isEqualTo("42");
        Bench.until(() -> robot.lookup("8×2 · 16 numbers").tryQuery().isPresent());

        robot.clickOn("Dense₂.W");

        assertThat(bench.selection.nodes().get()).containsExactly("n5");
    }

    @Test
    void javaIsWrittenWhenTheTabIsOpenedAndAgainWhenAsked(FxRobot robot) {
        assertThat(written).hasValue(0);
        robot.clickOn("#tab-code");
        Bench.until(() -> java(robot).startsWith("class Model {} // 1, 2 nodes"));

        bench.train(robot);
        assertThat(written).hasValue(1);
        robot.clickOn("#java-refresh");
        Bench.until(() -> java(robot).startsWith("class Model {} // 2"));

        robot.interact(() -> bench.history.apply(Edits.change("n3", Samples.dense(4))));
        Bench.until(() -> java(robot).startsWith("class Model {} // 3"));
    }

    @Test
    void javaIsCopied(FxRobot robot) {
        robot.clickOn("#tab-code");
        Bench.until(() -> java(robot).startsWith("class Model"));

        robot.clickOn("#java-copy");

        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).startsWith("class Model"));
    }

    @Test
    void renamingFromOutsideComesBackToTheLayer(FxRobot robot) {
        robot.clickOn("#tab-code");
        bench.select(robot, "n5");

        robot.interact(bench.inspector::rename);
        robot.write("Out\n");

        TabPane tabs = robot.lookup("#inspector-tabs").queryAs(TabPane.class);
        assertThat(tabs.getSelectionModel().getSelectedItem().getText()).isEqualTo("Layer");
        assertThat(bench.history.now().network().node("n5").orElseThrow().name())
                .isEqualTo("Out");
    }

    private static String java(FxRobot robot) {
        return robot.lookup("#java-text").queryAs(CodeArea.class).getText();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Labeled.class).getText();
    }
}
