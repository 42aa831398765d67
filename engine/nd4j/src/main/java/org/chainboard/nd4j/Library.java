package org.chainboard.nd4j;

import org.nd4j.linalg.factory.Nd4j;

/** ND4J as a whole. */
final class Library {
    private Library() {}

    /**
     * Loads ND4J and its native library.
     *
     * @throws LinkageError or a RuntimeException of ND4J's where that cannot be
     */
    static void load() {
        Nd4j.getExecutioner();
    }
}
