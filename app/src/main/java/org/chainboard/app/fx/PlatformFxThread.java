package org.chainboard.app.fx;

import javafx.application.Platform;

/** The JavaFX thread of the running toolkit. */
public final class PlatformFxThread implements FxThread {

    @Override
    public void execute(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }
}
