package org.chainboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chainboard.app.document.Document;
import org.chainboard.app.document.Edits;
import org.chainboard.app.run.Device;
import org.chainboard.app.run.Speed;
import org.chainboard.app.ui.Look;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.backend.Accelerator;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.train.Snapshot;
import org.chainboard.tools.project.Sample;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Processor or card in the window, with a card that leaves the work to the processor and fails as it is told. */
@ExtendWith(ApplicationExtension.class)
class DeviceSwitchTest {
    private static final Accelerator FOUND =
            () -> new Accelerator.Status(true, "Some card", "Some card, with its own matrix product.");
    private static final Accelerator NONE = () -> new Accelerator.Status(false, "", "There is no card in here.");

    private final FakeCard card = new FakeCard(Backends.named(Backends.USUAL));
    private Stage stage;
    private House house;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(house::close);
    }

    private Backend named(String name) {
        return name.equals(Backends.CUDA) ? card : Backends.named(name);
    }

    private void build(FxRobot robot, Accelerator accelerator) {
        robot.interact(() -> house = new House(stage, 1280, 800, new Machine(() -> List.of(accelerator), this::named)));
        House.until(
                "the look for a card is over", () -> !gpu().getAccessibleHelp().startsWith("Looking"));
    }

    /** With the sample in training, slowly: the gradients of a network that has learned everything are rounding alone. */
    private void train(FxRobot robot) {
        build(robot, FOUND);
        open(robot, Sample.TWO_SPIRALS);
        robot.interact(() -> {
            house.wiring.session().setSpeed(Speed.WATCH);
            house.wiring.session().train();
        });
        untilItTrainsOn(Backends.USUAL);
    }

    private void open(FxRobot robot, Sample sample) {
        robot.interact(() -> {
            house.wiring.desk().open(sample.project());
            house.wiring.canvasPane().fit();
        });
    }

    private ToggleButton gpu() {
        return (ToggleButton) stage.getScene().lookup("#gpu");
    }

    private Device device() {
        return house.wiring.session().devices().now().get();
    }

    private String light() {
        return stage.getScene().lookup("#parity").getAccessibleText();
    }

    private Node lamp() {
        return stage.getScene().lookup(".parity-lamp");
    }

    private String notice() {
        NotificationPane notices = (NotificationPane) stage.getScene().lookup(".notices");
        return notices.isShowing() ? notices.getText() : "";
    }

    /** What the notice of it said, also when it has gone again. */
    private String told() {
        return house.wiring.session().devices().notice().get().sentence();
    }

    private Snapshot snapshot() {
        return house.wiring.session().snapshot().get().orElseThrow();
    }

    private boolean isOn(String backend) {
        return house.wiring.session().snapshot().get().isPresent()
                && snapshot().place().backend().equals(backend);
    }

    private void untilItTrainsOn(String backend) {
        House.until("it is on " + backend, () -> isOn(backend) && !device().switching());
        long then = snapshot().step();
        House.until("it trains on " + backend, () -> isOn(backend) && snapshot().step() > then);
    }

    private String status() {
        return ((Label) stage.getScene().lookup("#status-backend")).getText();
    }

    @Test
    void aRunGoesOnOnTheCardAndBack(FxRobot robot) {
        train(robot);
        long before = snapshot().step();
        robot.clickOn("#gpu");
        untilItTrainsOn("card");
        String there = status();
        long after = snapshot().step();
        assertThat(gpu().isSelected()).isTrue();
        assertThat(light()).contains("agree about a step", "0, in loss", "on the CPU and");
        robot.clickOn("#cpu");
        untilItTrainsOn(Backends.USUAL);

        assertThat(there).isEqualTo("card");
        assertThat(after).isGreaterThan(before);
        assertThat(gpu().isSelected()).isFalse();
        assertThat(told()).isEmpty();
    }

    @Test
    void theCardIsSaidToBeExperimental(FxRobot robot) {
        build(robot, FOUND);

        assertThat(gpu().isDisabled()).isFalse();
        assertThat(gpu().getAccessibleHelp())
                .isEqualTo("Some card, with its own matrix product.\nExperimental: not yet tried on many cards.");
        assertThat(light()).contains("have not been compared");
    }

    @Test
    void aCardWithOtherNumbersIsRefused(FxRobot robot) {
        card.err(0.01);
        train(robot);
        robot.clickOn("#gpu");
        House.until("it is refused", () -> !device().switching() && !notice().isEmpty());
        untilItTrainsOn(Backends.USUAL);

        assertThat(gpu().isSelected()).isFalse();
        assertThat(told()).contains("differs by", "stays on the processor");
        assertThat(lamp().getPseudoClassStates()).contains(Styles.REFUSED);
    }

    @Test
    void aCardThatCannotBeUsedSaysWhy(FxRobot robot) {
        card.refuse("It is too warm.");
        train(robot);
        robot.clickOn("#gpu");
        House.until("it is refused", () -> notice().startsWith("It is too warm."));
        untilItTrainsOn(Backends.USUAL);

        assertThat(gpu().isSelected()).isFalse();
        assertThat(gpu().isDisabled()).isFalse();
    }

    @Test
    void aCardThatIsLostIsToldAndTrainingGoesOn(FxRobot robot) {
        train(robot);
        robot.clickOn("#gpu");
        untilItTrainsOn("card");
        card.vanish();
        House.until("the loss is told", () -> notice().contains(FakeCard.GONE));
        untilItTrainsOn(Backends.USUAL);

        assertThat(gpu().isSelected()).isFalse();
        assertThat(snapshot().phase()).isEqualTo(Snapshot.Phase.RUNNING);
    }

    @Test
    void theChoiceOutlivesEditsSamplesAndReset(FxRobot robot) {
        train(robot);
        robot.clickOn("#gpu");
        untilItTrainsOn("card");
        robot.interact(() -> house.wiring.history().apply(Edits.settings("edit.batch", old -> old.withBatch(7))));
        untilItTrainsOn("card");
        open(robot, Sample.XOR);
        robot.interact(house.wiring.session()::train);
        untilItTrainsOn("card");
        robot.interact(house.wiring.session()::reset);
        robot.interact(house.wiring.session()::train);
        untilItTrainsOn("card");

        assertThat(gpu().isSelected()).isTrue();
        assertThat(told()).isEmpty();
    }

    @Test
    void aNetworkThatTheCardCannotTakeIsTrainedOnTheProcessor(FxRobot robot) {
        train(robot);
        robot.clickOn("#gpu");
        untilItTrainsOn("card");
        card.refuse("There is no room.");
        robot.interact(() -> house.wiring.history().apply(Edits.settings("edit.batch", old -> old.withBatch(7))));
        untilItTrainsOn(Backends.USUAL);
        House.until("it is told", () -> notice().startsWith("There is no room."));

        assertThat(gpu().isSelected()).isFalse();
    }

    @Test
    void aProjectThatWasTrainedOnACardOpensOnIt(FxRobot robot) {
        build(robot, FOUND);
        robot.interact(() -> {
            house.wiring.desk().open(Sample.XOR.project());
            Document xor = house.wiring.history().now();
            house.wiring.session().open(xor.withSettings(xor.settings().withBackend(Backends.CUDA)), Map.of());
            house.wiring.session().train();
        });
        untilItTrainsOn("card");
        robot.clickOn("#cpu");
        untilItTrainsOn(Backends.USUAL);

        assertThat(status()).isEqualTo("CPU");
    }

    @Test
    void theKeySwitches(FxRobot robot) {
        train(robot);
        robot.push(KeyCode.SHORTCUT, KeyCode.G);
        untilItTrainsOn("card");
        robot.push(KeyCode.SHORTCUT, KeyCode.G);
        untilItTrainsOn(Backends.USUAL);

        assertThat(gpu().isSelected()).isFalse();
    }

    @Test
    void withoutACardTheSwitchIsGreyAndSaysWhy(FxRobot robot) {
        build(robot, NONE);
        robot.push(KeyCode.SHORTCUT, KeyCode.G);

        assertThat(gpu().isDisabled()).isTrue();
        assertThat(gpu().getAccessibleHelp()).isEqualTo("There is no card in here.");
        assertThat(stage.getScene().lookup("#parity").isVisible()).isFalse();
        assertThat(device().card()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void thereIsRoomForTheLight(Look look, FxRobot robot) {
        train(robot);
        robot.interact(() -> house.wiring.theme().show(look));
        String name = "device-" + look.name().toLowerCase(Locale.ROOT);
        robot.interact(() -> house.picture(name + "-cpu"));
        robot.clickOn("#gpu");
        untilItTrainsOn("card");
        robot.interact(() -> house.picture(name + "-gpu"));
        card.err(0.01);
        robot.clickOn("#cpu");
        untilItTrainsOn(Backends.USUAL);
        robot.interact(() -> house.picture(name + "-refused"));

        Node export = stage.getScene().lookup("#menu-export");
        assertThat(export.localToScene(export.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(1280);
        assertThat(told()).contains("inexact");
    }
}
