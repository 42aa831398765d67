package org.chainboard.tools.cli;

import java.util.function.DoubleSupplier;

/** Shows how far a training is. */
interface Progress extends AutoCloseable {

    /**
     * Called often; most calls change nothing.
     *
     * @param loss of the latest batch, which takes time to find out
     */
    void at(long step, DoubleSupplier loss);

    /** The last step was taken, or the training failed. */
    @Override
    void close();

    /** A bar where somebody watches, else a few lines that suit a log. */
    static Progress on(Console console, long steps, boolean watched) {
        return watched
                ? new ProgressBar(console.err(), steps, System::nanoTime)
                : new ProgressLines(console.err(), steps);
    }
}
