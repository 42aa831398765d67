package org.chainboard.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;
import org.chainboard.app.document.Edits;
import org.chainboard.app.ui.Look;
import org.chainboard.engine.network.Block;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Draws every page over a training on two spirals, for people to look at: {@code target/pictures}. */
@ExtendWith(ApplicationExtension.class)
class InspectorPictureTest {
    private static final String JAVA = """
            package model;

            /** The model, with the numbers it has learned. */
            public final class Model {
                private static final float[] W1 = {0.4f, -1.25e-3f};

                @Override
                public String toString() {
                    return "Chain(…)"; // as it is drawn
                }
            }
            """;

    private Bench bench;
    private String look = "";

    @Start
    void show(Stage stage) {
        bench = new Bench(stage, Bench.spirals(), project -> Optional.of(JAVA), 290);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void drawsEveryPage(Look shown, FxRobot robot) {
        look = "-" + shown.name().toLowerCase(Locale.ROOT);
        robot.interact(() -> bench.theme.show(shown));
        bench.train(robot);
        picture(robot, "model");
        bench.select(robot, "n5");
        picture(robot, "dense");
        robot.interact(() -> bench.inspector.setPrefWidth(250));
        picture(robot, "narrow");
        robot.interact(() -> bench.inspector.setPrefWidth(290));
        bench.select(robot, "n7");
        picture(robot, "function");
        bench.select(robot, "n4");
        picture(robot, "activation");
        bench.select(robot, "n1");
        picture(robot, "input");
        bench.select(robot, "n2");
        picture(robot, "loss");
        bench.select(robot, "n3", "n4", "n5");
        picture(robot, "many");
        robot.clickOn("#tab-parameters");
        picture(robot, "parameters");
        robot.clickOn("#tab-code");
        Bench.until(() -> !java(robot).isEmpty());
        picture(robot, "code");
        robot.clickOn("#tab-layer");
        mistakes(robot);

        assertThat(Files.exists(Path.of("target/pictures/inspector-dense" + look + ".png")))
                .isTrue();
    }

    private void mistakes(FxRobot robot) {
        bench.select(robot, "n7");
        robot.clickOn("#function-text").write(" + tann(x)");
        bench.settled();
        picture(robot, "function-mistake");
        robot.interact(() -> bench.history.undo());
        robot.interact(
                () -> bench.history.apply(Edits.change("n8", new Block.Dense(3, "identity", "glorot_uniform", true))));
        bench.settled();
        bench.select(robot, "n2");
        picture(robot, "loss-mistake");
        bench.select(robot, "n8");
        robot.doubleClickOn("#dense-units").write("many\n");
        picture(robot, "dense-mistake");
        bench.select(robot);
        picture(robot, "model-mistake");
    }

    private static String java(FxRobot robot) {
        return robot.lookup("#java-text").queryAs(CodeArea.class).getText();
    }

    private void picture(FxRobot robot, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> bench.picture("inspector-" + name + look));
    }
}
