package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import org.chainboard.app.document.Edit;
import org.chainboard.app.document.Selection;
import org.chainboard.engine.network.Wire;

/** Selects a wire. */
record WireGesture(Selection selection, Wire wire) implements Gesture {

    @Override
    public void click(Pointer pointer) {
        if (pointer.more()) {
            selection.toggle(wire);
        } else {
            selection.select(wire);
        }
    }

    @Override
    public void drag(Pointer pointer) {
        // a wire is moved by its ends
    }

    @Override
    public Optional<Edit> drop(Pointer pointer) {
        click(pointer);
        return Optional.empty();
    }

    @Override
    public void end() {
        // it shows nothing
    }
}
