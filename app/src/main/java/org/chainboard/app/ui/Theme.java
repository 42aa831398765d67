package org.chainboard.app.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import org.chainboard.tools.plot.Palette;

/**
 * How the window looks: AtlantaFX below, then our colours, the bridge for ControlsFX, and one sheet per component.
 *
 * <p>Switching changes the colours only, at run time. Dialogs and pop-ups with an owner window take its sheets over
 * by themselves. All methods belong to the JavaFX thread.
 */
public final class Theme {
    private static final List<String> COMPONENTS = List.of(
            "bridge.css",
            "base.css",
            "toolbar.css",
            "palette.css",
            "canvas.css",
            "inspector.css",
            "live.css",
            "status.css",
            "dialog.css");

    private final ObjectProperty<Look> look;
    private final List<Scene> scenes = new ArrayList<>();

    /** Loads the fonts; the toolkit must be running. */
    public Theme(Look first) {
        this.look = new SimpleObjectProperty<>(first);
        Fonts.load();
        look.addListener((property, before, now) -> applyToAll());
    }

    /** The look in use; listen to it to redraw what is not styled by CSS. */
    public ReadOnlyObjectProperty<Look> look() {
        return look;
    }

    /** The colours of plots in the look in use. */
    public ObservableValue<Palette> palette() {
        return look.map(Look::palette);
    }

    /** Switches every dressed scene. */
    public void show(Look next) {
        look.set(next);
    }

    /** Switches between light and dark. */
    public void toggle() {
        show(look.get().other());
    }

    /** Dresses a scene, now and at every later switch. */
    public void dress(Scene scene) {
        if (!scenes.contains(scene)) {
            scenes.add(scene);
        }
        applyToAll();
    }

    private void applyToAll() {
        Application.setUserAgentStylesheet(look.get().base());
        List<String> sheets = sheets(look.get());
        scenes.forEach(scene -> scene.getStylesheets().setAll(sheets));
    }

    /** Our style sheets for a look as addresses, tokens first. */
    static List<String> sheets(Look look) {
        List<String> sheets = new ArrayList<>();
        sheets.add(Resources.url("css/" + look.tokens()));
        COMPONENTS.forEach(name -> sheets.add(Resources.url("css/" + name)));
        return List.copyOf(sheets);
    }
}
