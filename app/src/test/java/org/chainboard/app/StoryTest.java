package org.chainboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.chainboard.app.run.Status.State;
import org.chainboard.engine.network.ChainText;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Curve;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.training.Samples;
import org.chainboard.tools.training.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a student does in the first quarter of an hour, with the mouse and the keyboard, in the real window. */
@ExtendWith(ApplicationExtension.class)
class StoryTest {
    private static final List<String> KINDS = List.of("oak", "beech", "birch");
    private static final int SAMPLES = 150;

    @TempDir
    Path folder;

    private House house;
    private FxRobot robot;

    @Start
    void start(Stage stage) {
        house = new House(stage, 1480, 920);
    }

    @AfterEach
    void close() {
        robot.interact(house::close);
    }

    @Test
    void fromTheEmptyCanvasToJavaThatPredictsTheSame(FxRobot hand) throws Exception {
        robot = hand;
        buildTheChain();
        chooseData();
        trainUntilItKnows();
        seeFourLines();
        undoAndRedoAcrossIt();
        exportAndCompare();
    }

    private void buildTheChain() {
        drag("Dense", 0.35, 0.35);
        typeUnits("16");
        drag("Dense", 0.6, 0.35);
        connect("Input", "Dense₁");
        connect("Dense₁", "Dense₂");
        connect("Dense₂", "Loss");
        robot.clickOn(house.card("Dense₁"));
        chooseActivation("relu");
    }

    private void drag(String item, double across, double down) {
        int before = house.wiring.history().now().network().nodes().size();
        robot.drag(house.palette(item), MouseButton.PRIMARY).dropTo(house.canvas(across, down));
        House.until(
                "the node is there",
                () -> house.wiring.history().now().network().nodes().size() == before + 1);
    }

    private void connect(String from, String to) {
        int before = house.wiring.history().now().network().wires().size();
        Point2D start = house.port(from, true);
        robot.drag(start, MouseButton.PRIMARY).dropTo(house.port(to, false));
        House.until(
                "the wire is there",
                () -> house.wiring.history().now().network().wires().size() == before + 1);
    }

    private void typeUnits(String units) {
        robot.doubleClickOn("#dense-units").write(units).push(KeyCode.ENTER);
        House.until("the layer is that wide", () -> chain().contains("Dense₁ " + units));
    }

    private void chooseActivation(String name) {
        robot.doubleClickOn("#dense-activation").write(name).push(KeyCode.ENTER);
        House.until("the activation is set", () -> chain().contains(name));
    }

    /** The nodes with their blocks, for conditions to look into. */
    private String chain() {
        StringBuilder text = new StringBuilder();
        house.wiring.history().now().network().nodes().forEach(node -> {
            text.append(node.name()).append(' ');
            if (node.block() instanceof org.chainboard.engine.network.Block.Dense dense) {
                text.append(dense.units())
                        .append(' ')
                        .append(dense.activation())
                        .append(' ');
            }
        });
        return text.toString();
    }

    private void chooseData() throws IOException {
        Path file = folder.resolve("trees.csv");
        Files.writeString(file, trees(), StandardCharsets.UTF_8);
        house.answers.toOpen.add(file);
        robot.clickOn("#choice-data");
        robot.clickOn("#data-csv");
        House.until(
                "the table is read",
                () -> robot.lookup("#csv-ok")
                        .tryQuery()
                        .filter(ok -> !ok.isDisabled())
                        .isPresent());
        robot.clickOn("#csv-ok");
        House.until(
                "the data are in use",
                () -> house.wiring
                        .session()
                        .outcome()
                        .get()
                        .samples()
                        .filter(samples -> samples.data().classes().size() == 3)
                        .isPresent());
        robot.clickOn(house.card("Loss"));
        robot.clickOn("#loss-mend");
        House.until(
                "the chain can be trained",
                () -> house.wiring.session().status().get().state() == State.READY);
        assertThat(ChainText.of(house.wiring.history().now().network(), 4))
                .isEqualTo(Optional.of("Chain(Dense(4 => 16, relu), Dense(16 => 3))"));
    }

    /** Four measures of three kinds, each with its own middle. */
    private static String trees() {
        Rng rng = new Rng(11, 0);
        StringBuilder text = new StringBuilder("height,width,leaf,bark,kind\n");
        for (int i = 0; i < SAMPLES; i++) {
            int kind = i % KINDS.size();
            for (int measure = 0; measure < 4; measure++) {
                double middle = 5 + 3 * ((kind + measure) % KINDS.size());
                text.append(String.format(Locale.ROOT, "%.3f,", middle + 0.6 * rng.normal()));
            }
            text.append(KINDS.get(kind)).append('\n');
        }
        return text.toString();
    }

    private Snapshot snapshot() {
        return house.wiring.session().snapshot().get().orElseThrow();
    }

    private void trainUntilItKnows() {
        robot.clickOn("#choice-speed");
        robot.clickOn("Flat out");
        robot.clickOn("#action-train");
        House.until(
                "accuracy is over 95 %",
                () -> snapshot().accuracy() > 0.95 && snapshot().step() > 50);
        robot.interact(() -> house.picture("story-running"));
    }

    private void seeFourLines() {
        assertThat(snapshot().norms()).map(Curve::name).containsExactly("Dense₁.W", "Dense₁.b", "Dense₂.W", "Dense₂.b");
        List<Integer> sizes = snapshot().norms().stream().map(Curve::size).toList();
        House.until(
                "all four lines have moved on",
                () -> snapshot().norms().stream()
                        .allMatch(curve -> curve.newest() > 0 && snapshot().step() > sizes.get(0) + 20));
    }

    private void undoAndRedoAcrossIt() {
        var before = house.wiring.history().now();
        robot.clickOn(house.canvas(0.5, 0.08));
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        House.until("the mending is undone", () -> !house.wiring.history().now().equals(before));
        robot.push(KeyCode.SHORTCUT, KeyCode.Y);
        House.until(
                "it is as before and trains on",
                () -> house.wiring.history().now().equals(before)
                        && house.wiring.session().status().get().isRunning());
        House.until("it still knows what it knew", () -> snapshot().accuracy() > 0.95);
    }

    private void exportAndCompare() throws Exception {
        robot.clickOn("#action-train");
        House.until("it holds", () -> house.wiring.session().status().get().state() == State.PAUSED);
        Path file = folder.resolve("Trees.java");
        house.answers.toSave.add(file);
        robot.clickOn("#menu-export");
        robot.clickOn("Java class…");
        House.until("the class is written", () -> Files.exists(file));

        Samples samples = house.wiring.session().outcome().get().samples().orElseThrow();
        Task task = house.wiring.session().outcome().get().task().orElseThrow();
        Tensor onCanvas = canvasSays(task, samples);

        assertThat(ExportedModel.compile(file).predict(samples.data().x())).isEqualTo(onCanvas);
    }

    /** What the trained parameters in the window's hands say to all samples. */
    private Tensor canvasSays(Task task, Samples samples) throws Exception {
        house.wiring.desk().current().get();
        Tensor x = samples.schema().inputs().apply(samples.data().x()).cast(DType.F32);
        Tensor answers = task.model().prediction().apply(x);
        assertThat(answers.shape()).isEqualTo(Shape.of(3, SAMPLES));
        return answers;
    }
}
