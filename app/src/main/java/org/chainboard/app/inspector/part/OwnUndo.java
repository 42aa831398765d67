package org.chainboard.app.inspector.part;

import java.util.function.BooleanSupplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.chainboard.app.document.History;

/**
 * Who answers Ctrl+Z in a text field: the field while something is typed and not committed, else the document. A focused
 * field would keep the keys for itself in both cases.
 */
public final class OwnUndo {
    private OwnUndo() {}

    /**
     * Lets the document answer.
     *
     * @param typing whether there is something that is not committed
     */
    public static void install(TextInputControl field, History history, BooleanSupplier typing) {
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isShortcutDown() || typing.getAsBoolean()) {
                return;
            }
            boolean redo = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
            if (redo) {
                history.redo();
            } else if (event.getCode() == KeyCode.Z) {
                history.undo();
            } else {
                return;
            }
            event.consume();
        });
    }
}
