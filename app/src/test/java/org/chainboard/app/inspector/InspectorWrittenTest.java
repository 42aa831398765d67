package org.chainboard.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Samples;
import org.chainboard.engine.network.Block;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A node that is given by its code. */
@ExtendWith(ApplicationExtension.class)
class InspectorWrittenTest {
    private Bench bench;

    @Start
    void show(Stage stage) {
        Block norm = new Block.Written("BatchNorm(8, relu)");
        Block end = new Block.Activation("softmax");
        Document document = Bench.row(Samples.dense(8), norm, Samples.dense(2), end);
        bench = new Bench(stage, document, project -> Optional.empty(), 290);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itsCodeIsShownAndItTrainsWithTheOthers(FxRobot robot) {
        bench.settled();
        bench.select(robot, "n4");
        assertThat(robot.lookup("#written-code").queryAs(Label.class).getText()).isEqualTo("BatchNorm(8, relu)");
        bench.train(robot);
        assertThat(bench.session.snapshot().get().orElseThrow().loss().newest()).isFinite();
    }
}
