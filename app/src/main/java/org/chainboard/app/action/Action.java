package org.chainboard.app.action;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;
import org.chainboard.app.ui.Icons;

/** Everything that menus, the toolbar and keys can ask for. */
public enum Action {
    NEW("Shortcut+N", null),
    OPEN("Shortcut+O", Icons.OPEN),
    SAVE("Shortcut+S", Icons.SAVE),
    SAVE_AS("Shortcut+Shift+S", null),
    QUIT("Shortcut+Q", null),
    TRAIN("Shortcut+Enter", Icons.PLAY),
    STEP("Shortcut+Shift+Enter", Icons.STEP),
    RESET("Shortcut+R", Icons.RESET),
    UNDO("Shortcut+Z", Icons.UNDO),
    REDO("Shortcut+Y", Icons.REDO),
    EXPORT_JAVA("Shortcut+E", Icons.EXPORT),
    COPY_JAVA("Shortcut+Shift+E", Icons.COPY),
    RENAME("F2", null),
    FIND_NODE("Shortcut+K", Icons.SEARCH),
    DEVICE("Shortcut+G", null),
    THEME("Shortcut+Shift+L", null);

    private final KeyCombination key;
    private final Icons icon;

    Action(String key, Icons icon) {
        this.key = KeyCombination.valueOf(key);
        this.icon = icon;
    }

    /** The key of its name in the texts. */
    public String textKey() {
        return "action." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** What calls it from the keyboard, wherever the focus is. */
    public KeyCombination key() {
        return key;
    }

    public Optional<Icons> icon() {
        return Optional.ofNullable(icon);
    }
}
