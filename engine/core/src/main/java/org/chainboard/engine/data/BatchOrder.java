package org.chainboard.engine.data;

import org.chainboard.engine.tensor.Rng;

/**
 * The order in which training takes the samples: another random one in every epoch, and the same one whenever the same
 * epoch of the same seed is asked for, so that a run can be repeated or taken up in the middle.
 *
 * @param seed the document's seed
 * @param samples how many samples an epoch has
 */
public record BatchOrder(long seed, int samples) {
    private static final long STREAM = Rng.stream("batches");

    /** Every sample once, in the order of this epoch; epochs count from 0. */
    public int[] epoch(long epoch) {
        return new Rng(seed, STREAM + epoch).permutation(samples);
    }
}
