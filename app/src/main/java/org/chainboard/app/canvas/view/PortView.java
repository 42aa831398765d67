package org.chainboard.app.canvas.view;

import javafx.scene.shape.Circle;
import org.chainboard.app.ui.Styles;
import org.chainboard.engine.network.Port;

/** A port as a small ring on the edge of a card. */
public final class PortView extends Circle {
    private static final double RADIUS = 4.5;

    private final Port port;
    private final boolean output;

    PortView(Port port, boolean output) {
        super(RADIUS);
        this.port = port;
        this.output = output;
        getStyleClass().add(Styles.PORT);
    }

    public Port port() {
        return port;
    }

    public boolean isOutput() {
        return output;
    }

    /** How it looks while a wire is being drawn. */
    public enum Mark {
        NONE,
        FITS,
        REFUSED,
        DIMMED
    }

    void mark(Mark mark) {
        pseudoClassStateChanged(Styles.FITS, mark == Mark.FITS);
        pseudoClassStateChanged(Styles.REFUSED, mark == Mark.REFUSED);
        pseudoClassStateChanged(Styles.DIMMED, mark == Mark.DIMMED);
    }
}
