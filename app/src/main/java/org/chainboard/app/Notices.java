package org.chainboard.app;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;
import org.chainboard.app.ui.Styles;
import org.controlsfx.control.NotificationPane;

/** A sentence that slides in over the canvas, stays long enough to be read, and takes no key or click. */
final class Notices extends NotificationPane {
    private static final double LEAST_SECONDS = 6;
    private static final double LETTERS_A_SECOND = 14;

    private final PauseTransition reading = new PauseTransition();

    Notices(Node content) {
        super(content);
        getStyleClass().add(Styles.NOTICES);
        setShowFromTop(true);
        reading.setOnFinished(event -> hide());
    }

    /** Tells that something was done. */
    void tell(String sentence) {
        show(sentence);
        reading.setDuration(Duration.seconds(Math.max(LEAST_SECONDS, sentence.length() / LETTERS_A_SECOND)));
        reading.playFromStart();
    }
}
