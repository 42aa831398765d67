package org.chainboard.app.fx;

import java.util.concurrent.Executor;

/** The thread that owns the window. Workers hand it small tasks; they never wait for it. */
public interface FxThread extends Executor {

    /** Runs the task on the JavaFX thread some time later, in the order of the calls. Returns at once. */
    @Override
    void execute(Runnable task);

    /** Whether the caller is on the JavaFX thread. */
    boolean isCurrent();
}
