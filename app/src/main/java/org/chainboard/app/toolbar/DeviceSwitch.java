package org.chainboard.app.toolbar;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.chainboard.app.run.Device;
import org.chainboard.app.run.Devices;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.backend.Accelerator;

/** Processor or graphics card, and a light that says how well the two agree. Without a card, theirs is greyed and says why. */
final class DeviceSwitch extends HBox {
    private static final double TOOLTIP_WIDTH = 340;

    private final ObservableValue<Accelerator.Status> gpu;
    private final Devices devices;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton processor;
    private final ToggleButton card;
    private final Tooltip about = wide();
    private final ParityLight light;

    /**
     * @param gpu what a look for a card found; comes later than the window
     */
    DeviceSwitch(ObservableValue<Accelerator.Status> gpu, Devices devices, Texts texts) {
        this.gpu = gpu;
        this.devices = devices;
        this.texts = texts;
        processor = segment("cpu", Styles.FIRST, false);
        processor.setTooltip(new Tooltip(texts.get("toolbar.cpu.about")));
        card = segment("gpu", Styles.LAST, true);
        card.accessibleHelpProperty().bind(about.textProperty());
        light = new ParityLight(texts);
        // a control that is greyed shows no tooltip of its own
        StackPane around = new StackPane(card);
        Tooltip.install(around, about);
        HBox both = new HBox(processor, around);
        setMinWidth(USE_PREF_SIZE);
        setFillHeight(false);
        setSpacing(5);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(both, light);
        Consumer<Object> show = changed -> show();
        gpu.subscribe(show);
        devices.now().subscribe(show);
        devices.notice().subscribe(show);
    }

    static Tooltip wide() {
        Tooltip tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        return tooltip;
    }

    private ToggleButton segment(String name, String end, boolean forCard) {
        ToggleButton button = new ToggleButton(texts.get("toolbar." + name));
        button.setId(name);
        button.getStyleClass().addAll(Styles.SEGMENT, end);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            devices.choose(forCard);
            // a press turns a toggle by itself, also the one that is on already
            show();
        });
        return button;
    }

    private void show() {
        Device device = devices.now().get();
        Accelerator.Status status = gpu.getValue();
        boolean possible = status.found() || device.card();
        group.selectToggle(device.card() ? card : processor);
        card.setDisable(!possible || device.switching());
        processor.setDisable(device.switching());
        about.setText(
                status.found() ? status.sentence() + "\n" + texts.get("toolbar.gpu.experimental") : status.sentence());
        show(light, possible);
        light.show(device, devices.notice().get().sentence());
    }

    private static void show(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
