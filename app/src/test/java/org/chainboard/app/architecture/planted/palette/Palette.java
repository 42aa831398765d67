package org.chainboard.app.architecture.planted.palette;

import javafx.application.Platform;

/** Goes to the FX thread by a door of its own, and keeps a static that changes. */
public final class Palette {
    static int changeable;

    private Palette() {}

    static void later() {
        Platform.runLater(() -> {});
    }
}
