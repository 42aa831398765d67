package org.chainboard.engine.train;

import java.util.Optional;

/**
 * Where a run is computed.
 *
 * @param backend the name of what computes it; empty before the first run
 * @param onCard whether that is beside the processor
 * @param notice what happened to it that was not asked for
 * @param parity the newest comparison of two backends; empty where this training was not compared
 */
public record Whereabouts(String backend, boolean onCard, Notice notice, Optional<Parity> parity) {
    static final Whereabouts NOWHERE = new Whereabouts("", false, Notice.NONE, Optional.empty());

    /**
     * Something to be told to people.
     *
     * @param number counts them, from 1 on: the same sentence may come again
     */
    public record Notice(long number, String sentence) {
        /** Nothing was to be told yet. */
        public static final Notice NONE = new Notice(0, "");

        Notice next(String later) {
            return new Notice(number + 1, later);
        }
    }
}
