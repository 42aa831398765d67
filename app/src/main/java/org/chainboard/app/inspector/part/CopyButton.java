package org.chainboard.app.inspector.part;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.chainboard.app.ui.Icons;
import org.chainboard.app.ui.Styles;

/** Puts a text on the clipboard. */
public final class CopyButton extends Button {

    /** @param what gives the text at the moment of the click */
    public CopyButton(String id, String name, Supplier<String> what) {
        setId(id);
        setGraphic(Icons.COPY.node());
        setAccessibleText(name);
        setTooltip(new Tooltip(name));
        getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        setOnAction(event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, what.get())));
    }
}
