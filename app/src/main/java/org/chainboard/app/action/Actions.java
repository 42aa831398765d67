package org.chainboard.app.action;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.chainboard.app.ui.Texts;

/** What each {@link Action} does and when it is allowed. All methods belong to the JavaFX thread. */
public final class Actions {
    /** A row: what is done, when it is not allowed, and its name, which may change. */
    private record Row(Runnable work, ObservableBooleanValue off, ObservableStringValue name) {}

    private final Map<Action, Row> rows = new EnumMap<>(Action.class);
    private final Texts texts;

    public Actions(Texts texts) {
        this.texts = texts;
    }

    /** Says what an action does; it is always allowed. */
    public void set(Action action, Runnable work) {
        set(action, work, Bindings.createBooleanBinding(() -> false));
    }

    /** Says what an action does and when it is not allowed. */
    public void set(Action action, Runnable work, ObservableBooleanValue off) {
        set(action, work, off, Bindings.createStringBinding(() -> texts.get(action.textKey())));
    }

    /** Says what an action does, when it is not allowed, and what it is called at the time. */
    public void set(Action action, Runnable work, ObservableBooleanValue off, ObservableStringValue name) {
        rows.put(action, new Row(work, off, name));
    }

    /** Does it, if it is allowed now. */
    public void run(Action action) {
        Row row = rows.get(action);
        if (!row.off.get()) {
            row.work.run();
        }
    }

    /** Makes a button ask for an action: greyed when it is not allowed, with its name and key as a tooltip. */
    public <B extends ButtonBase> B bind(B button, Action action) {
        Row row = rows.get(action);
        button.setOnAction(event -> run(action));
        button.disableProperty().bind(row.off);
        button.accessibleTextProperty().bind(row.name);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> row.name.get() + "  (" + action.key().getDisplayText() + ")", row.name));
        button.setTooltip(tooltip);
        button.setId(id(action));
        return button;
    }

    /** A row of a menu. */
    public MenuItem menuItem(Action action) {
        Row row = rows.get(action);
        MenuItem item = new MenuItem();
        item.textProperty().bind(row.name);
        item.disableProperty().bind(row.off);
        item.setAccelerator(action.key());
        item.setOnAction(event -> run(action));
        item.setId(id(action));
        return item;
    }

    /** Makes the keys work in a scene, wherever the focus is, unless what has the focus takes them itself. */
    public void listenIn(Scene scene) {
        rows.keySet().forEach(action -> scene.getAccelerators().put(action.key(), () -> run(action)));
    }

    private static String id(Action action) {
        return "action-" + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
