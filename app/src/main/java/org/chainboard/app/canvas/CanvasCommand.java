package org.chainboard.app.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What the canvas does at a key; menus and lists of shortcuts loop over these rows. */
public enum CanvasCommand {
    UNDO("canvas.undo", "Shortcut+Z"),
    REDO("canvas.redo", "Shortcut+Y", "Shortcut+Shift+Z"),
    DELETE("canvas.delete", "Delete", "Backspace"),
    SELECT_ALL("canvas.select.all", "Shortcut+A"),
    CANCEL("canvas.cancel", "Esc"),
    ZOOM_IN("canvas.zoom.in", "Shortcut+Plus", "Shortcut+Equals", "Shortcut+Add"),
    ZOOM_OUT("canvas.zoom.out", "Shortcut+Minus", "Shortcut+Subtract"),
    ZOOM_RESET("canvas.zoom.reset", "Shortcut+0"),
    ZOOM_FIT("canvas.zoom.fit", "Shortcut+1"),
    ZOOM_SELECTION("canvas.zoom.selection", "F", "Period"),
    GO_LEFT("canvas.go.left", "Left"),
    GO_RIGHT("canvas.go.right", "Right"),
    GO_UP("canvas.go.up", "Up"),
    GO_DOWN("canvas.go.down", "Down"),
    NUDGE_LEFT("canvas.nudge.left", "Shortcut+Left"),
    NUDGE_RIGHT("canvas.nudge.right", "Shortcut+Right"),
    NUDGE_UP("canvas.nudge.up", "Shortcut+Up"),
    NUDGE_DOWN("canvas.nudge.down", "Shortcut+Down");

    private final String textKey;
    private final List<KeyCombination> keys;

    CanvasCommand(String textKey, String... keys) {
        this.textKey = textKey;
        this.keys = Arrays.stream(keys).map(KeyCombination::valueOf).toList();
    }

    /** The key of its name in the texts. */
    public String textKey() {
        return textKey;
    }

    /** What calls it while the canvas has the focus; the first one is shown in menus. */
    public List<KeyCombination> keys() {
        return keys;
    }

    /** The command of a key that was pressed. */
    static Optional<CanvasCommand> of(KeyEvent event) {
        return Arrays.stream(values())
                .filter(command -> command.keys.stream().anyMatch(key -> key.match(event)))
                .findFirst();
    }
}
