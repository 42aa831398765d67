package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import javafx.scene.Cursor;
import org.chainboard.app.canvas.view.Board;
import org.chainboard.app.canvas.view.Camera;
import org.chainboard.app.document.Edit;
import org.chainboard.tools.project.Position;

/** Moves the view; the canvas follows the hand. */
final class PanGesture implements Gesture {
    private final Board board;
    private final Camera before;
    private final Position start;

    PanGesture(Board board, Pointer pressed) {
        this.board = board;
        this.before = board.camera().get();
        this.start = pressed.screen();
        board.setCursor(Cursor.CLOSED_HAND);
    }

    @Override
    public void drag(Pointer pointer) {
        board.look(
                before.panned(pointer.screen().x() - start.x(), pointer.screen().y() - start.y()));
    }

    @Override
    public Optional<Edit> drop(Pointer pointer) {
        return Optional.empty();
    }

    @Override
    public void end() {
        board.setCursor(Cursor.DEFAULT);
    }

    @Override
    public boolean scrolls() {
        return false;
    }
}
