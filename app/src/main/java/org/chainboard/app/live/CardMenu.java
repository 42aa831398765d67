package org.chainboard.app.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.chainboard.app.ui.Icons;
import org.chainboard.app.ui.Styles;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.train.Curve;
import org.chainboard.tools.plot.Palette;
import org.chainboard.tools.plot.Plot;

/** The menu of a card: take its picture or its numbers away. */
final class CardMenu {
    private final LiveFiles files;
    private final Texts texts;
    private final ObservableValue<Palette> palette;

    /**
     * What there is to take away of a card.
     *
     * @param picture its plot with a title; empty while there is none
     * @param curves its numbers; empty where it has none
     */
    record Content(Supplier<Optional<Plot>> picture, Supplier<List<Curve>> curves) {}

    CardMenu(LiveFiles files, Texts texts, ObservableValue<Palette> palette) {
        this.files = files;
        this.texts = texts;
        this.palette = palette;
    }

    /** Gives a card the menu, behind a button and a right click. */
    void addTo(LiveCard card, Content content) {
        String name = card.getId().substring(card.getId().indexOf('-') + 1);
        MenuItem picture = item(
                card,
                "picture",
                () -> content.picture().get().ifPresent(plot -> files.savePicture(name, plot, palette.getValue())));
        MenuItem numbers = item(
                card, "numbers", () -> files.saveNumbers(name, content.curves().get()));
        MenuItem copy =
                item(card, "copy", () -> files.copyNumbers(content.curves().get()));
        ContextMenu menu = new ContextMenu(picture, numbers, copy);
        menu.setOnShowing(event -> {
            boolean none = content.curves().get().isEmpty();
            picture.setDisable(content.picture().get().isEmpty());
            numbers.setDisable(none);
            copy.setDisable(none);
        });
        Button button = new Button();
        button.setGraphic(Icons.MORE.node());
        button.setId(card.getId() + "-menu");
        button.setAccessibleText(texts.get("live.menu"));
        button.getStyleClass().add(Styles.LIVE_MENU);
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 0));
        card.addControl(button);
        card.setOnContextMenuRequested(event -> menu.show(card, event.getScreenX(), event.getScreenY()));
    }

    private MenuItem item(LiveCard card, String what, Runnable work) {
        MenuItem item = new MenuItem(texts.get("live.menu." + what));
        item.setId(card.getId() + "-" + what);
        item.setOnAction(event -> work.run());
        return item;
    }
}
