package org.chainboard.app.live;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.chainboard.app.plot.PlotView;
import org.chainboard.app.ui.Styles;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;

/** A title with small controls beside it, a plot below, and a sentence in its place while there is nothing to plot. */
final class LiveCard extends VBox {
    private final Label title = new Label();
    private final HBox controls = new HBox();
    private final HBox head;
    private final PlotView view;
    private final Label sentence = new Label();
    private Plot plot;

    LiveCard(String id, ObservableValue<Palette> palette) {
        setId(id);
        getStyleClass().add(Styles.LIVE_CARD);
        setMinSize(0, 0);
        view = new PlotView(palette);
        view.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        title.getStyleClass().add(Styles.CARD_TITLE);
        title.setMinWidth(0);
        sentence.getStyleClass().add(Styles.LIVE_EMPTY);
        sentence.setWrapText(true);
        controls.getStyleClass().add(Styles.LIVE_CONTROLS);
        controls.setMinWidth(Region.USE_PREF_SIZE);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        head = new HBox(title, between, controls);
        head.getStyleClass().add(Styles.LIVE_HEAD);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(Region.USE_PREF_SIZE);
        StackPane room = new StackPane(view, sentence);
        room.setMinSize(0, 0);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(head, room);
    }

    void setTitle(String text) {
        title.setText(text);
        view.setAccessibleText(text);
    }

    /** What the plot says, for those who do not see it. */
    void setSpoken(String text) {
        view.setAccessibleHelp(text);
    }

    /** Shows a plot. */
    void show(Plot next) {
        plot = next;
        view.show(next);
        fill(true);
    }

    /** Shows a sentence in place of a plot. */
    void showEmpty(String text) {
        plot = null;
        sentence.setText(text);
        fill(false);
    }

    /** The plot on show; null while there is none. */
    Plot plot() {
        return plot;
    }

    private void fill(boolean plotted) {
        view.setVisible(plotted);
        sentence.setVisible(!plotted);
    }

    /** Puts a line between title and plot. */
    void addCaption(Label caption) {
        caption.getStyleClass().add(Styles.CARD_CAPTION);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(1, caption);
    }

    /** Adds a small switch beside the title. */
    ToggleButton addToggle(String id, String name, String about, boolean on) {
        ToggleButton toggle = new ToggleButton(name);
        toggle.setId(id);
        toggle.setSelected(on);
        toggle.getStyleClass().add(Styles.LIVE_TOGGLE);
        toggle.setTooltip(new Tooltip(about));
        toggle.setAccessibleHelp(about);
        addControl(toggle);
        return toggle;
    }

    void addControl(Node control) {
        controls.getChildren().add(control);
    }
}
