package org.chainboard.jcuda;

import java.util.Collections;
import java.util.Set;

/**
 * A piece of work with the arrays that it reads and changes, by their places. Two pieces whose arrays do not meet can
 * be done in any order, or at once.
 */
record Piece(Work work, Set<Integer> reads, Set<Integer> writes) {

    boolean mustFollow(Piece earlier) {
        return meet(reads, earlier.writes) || meet(writes, earlier.reads) || meet(writes, earlier.writes);
    }

    private static boolean meet(Set<Integer> some, Set<Integer> others) {
        return !Collections.disjoint(some, others);
    }
}
