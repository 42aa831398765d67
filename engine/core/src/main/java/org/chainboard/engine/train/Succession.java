package org.chainboard.engine.train;

/** Makes the next run, on the trainer thread, since a backend binds there. */
@FunctionalInterface
public interface Succession {
    /**
     * The next run.
     *
     * @param earlier the run until now, which is closed afterwards; null where there is none
     */
    TrainingRun after(TrainingRun earlier);
}
