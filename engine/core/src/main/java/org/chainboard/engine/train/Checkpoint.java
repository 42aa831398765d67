package org.chainboard.engine.train;

/**
 * Where a run stood, and all that is needed to go on from there on another backend.
 *
 * @param journal its curves by then; nothing is written to them any more
 */
record Checkpoint(TrainingState state, Journal journal) {
    long step() {
        return state.step();
    }
}
