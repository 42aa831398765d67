package org.chainboard.app.canvas.gesture;

import java.util.Optional;
import org.chainboard.app.document.Edit;

/** Something a hand does between pressing and letting go. It shows what would come of it and changes nothing. */
interface Gesture {

    /** Let go where it was pressed. */
    default void click(Pointer pointer) {}

    /** The hand moved. */
    void drag(Pointer pointer);

    /** Let go here: what comes of it, if anything. */
    Optional<Edit> drop(Pointer pointer);

    /** It is given up, and no edit comes of it: takes back what else it changed. */
    default void giveUp() {}

    /** Takes away what it showed; always called, also when it is given up. */
    void end();

    /** Whether it goes on after a click, with the button up, until the next press. */
    default boolean outlastsClick() {
        return false;
    }

    /** Whether the view moves along when the hand reaches its edge. */
    default boolean scrolls() {
        return true;
    }
}
