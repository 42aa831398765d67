package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Puts pieces together that one launch can do, since a step of a small network costs what its launches cost. What nothing
 * can join is done as soon as it can be done, and what leads to it as well; the rest waits for others of its kind.
 */
final class Merging {
    /** Blocks that may be started for nothing, because one piece of a launch is longer than another. */
    private static final int IDLE = 512;

    /** More than the other pieces between two of a row. */
    private static final int MANY = 1000;

    private final List<Piece> pieces;
    /** For each piece, those before it that it must follow. */
    private final List<BitSet> earlier = new ArrayList<>();
    /** How long the longest row of pieces is that begins with this one; what nothing can join counts for many. */
    private final int[] heights;

    private final BitSet done = new BitSet();

    private Merging(List<Piece> pieces) {
        this.pieces = pieces;
        this.heights = new int[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            BitSet before = new BitSet();
            for (int j = 0; j < i; j++) {
                before.set(j, pieces.get(i).mustFollow(pieces.get(j)));
            }
            earlier.add(before);
        }
        for (int i = pieces.size() - 1; i >= 0; i--) {
            heights[i] += isAlone(pieces.get(i).work()) ? MANY : 1;
            int height = heights[i];
            earlier.get(i).stream().forEach(j -> heights[j] = Math.max(heights[j], height));
        }
    }

    /** The launches, in order; the pieces of each do not depend on one another. */
    static List<List<Piece>> of(List<Piece> pieces) {
        return new Merging(pieces).launches();
    }

    private List<List<Piece>> launches() {
        List<List<Piece>> launches = new ArrayList<>();
        while (done.cardinality() < pieces.size()) {
            launches.add(next());
        }
        return launches;
    }

    private List<Piece> next() {
        List<Integer> ready = new ArrayList<>();
        for (int i = done.nextClearBit(0); i < pieces.size(); i = done.nextClearBit(i + 1)) {
            BitSet missing = (BitSet) earlier.get(i).clone();
            missing.andNot(done);
            if (missing.isEmpty()) {
                ready.add(i);
            }
        }
        ready.sort(Comparator.comparing((Integer i) -> !isAlone(pieces.get(i).work()))
                .thenComparing(i -> -heights[i]));
        List<Piece> launch = new ArrayList<>();
        for (int i : ready) {
            if (launch.isEmpty() || fits(pieces.get(i).work(), launch)) {
                launch.add(pieces.get(i));
                done.set(i);
            }
        }
        return launch;
    }

    private static boolean isAlone(Work work) {
        return work instanceof Work.Single || work instanceof Work.Multiply;
    }

    private static boolean fits(Work work, List<Piece> launch) {
        Work other = launch.get(0).work();
        if (work instanceof Work.Run run) {
            return other instanceof Work.Run && fits(run, launch);
        } else if (work instanceof Work.Fold) {
            return other instanceof Work.Fold;
        }
        return work instanceof Work.FoldEnd && other instanceof Work.FoldEnd
                || work instanceof Work.Again && other instanceof Work.Again;
    }

    /** A launch has as many blocks for each of its pieces as the longest needs. */
    private static boolean fits(Work.Run run, List<Piece> launch) {
        long needed = run.blocks();
        long longest = run.blocks();
        for (Piece piece : launch) {
            int blocks = ((Work.Run) piece.work()).blocks();
            needed += blocks;
            longest = Math.max(longest, blocks);
        }
        long started = longest * (launch.size() + 1);
        return started - needed <= Math.max(IDLE, needed / 4);
    }
}
