package org.chainboard.engine.eval;

import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.tensor.Rng;

/** What {@link Uniform} draws. */
final class Draws {
    private static final int WORDS = 4;
    private static final int DROPPED_BITS = 8;
    private static final double UNIT = 0x1.0p-24;

    private Draws() {}

    /** Each block of Philox gives four neighbours; the upper 24 bits of a word make a number. */
    static Kernel of(Uniform op) {
        int size = op.target().size();
        long key = Rng.key(op.seed(), op.stream());
        int[] words = new int[WORDS];
        return (in, out) -> {
            long step = (long) in[0][0] + Uniform.HIGH * (long) in[0][1];
            for (int i = 0; i < size; i++) {
                if (i % WORDS == 0) {
                    Rng.words(i / WORDS, step, key, words);
                }
                out[i] = (words[i % WORDS] >>> DROPPED_BITS) * UNIT;
            }
        };
    }
}
