package org.chainboard.app.toolbar;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.backend.Accelerator;

/** Processor or graphics card. There is no training on cards yet, so theirs is greyed and says why. */
final class DeviceSwitch extends HBox {

    /**
     * @param gpu what a look for a card found; comes later than the window
     */
    DeviceSwitch(ObservableValue<Accelerator.Status> gpu, Texts texts) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton processor = segment(texts.get("toolbar.cpu"), Styles.FIRST, group);
        processor.setSelected(true);
        processor.setOnAction(event -> processor.setSelected(true));
        processor.setTooltip(new Tooltip(texts.get("toolbar.cpu.about")));
        ToggleButton card = segment(texts.get("toolbar.gpu"), Styles.LAST, group);
        card.setId("gpu");
        card.setDisable(true);
        // a control that is greyed shows no tooltip of its own
        StackPane around = new StackPane(card);
        Tooltip why = new Tooltip();
        why.setWrapText(true);
        why.setMaxWidth(340);
        why.textProperty().bind(gpu.map(Accelerator.Status::sentence));
        Tooltip.install(around, why);
        card.accessibleHelpProperty().bind(why.textProperty());
        setMinWidth(USE_PREF_SIZE);
        setFillHeight(false);
        getChildren().addAll(processor, around);
    }

    private static ToggleButton segment(String text, String end, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().addAll(Styles.SEGMENT, end);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
