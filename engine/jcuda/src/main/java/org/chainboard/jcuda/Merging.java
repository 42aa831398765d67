package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts pieces together that one launch can do. A step of a small network costs what its launches cost, so a piece joins
 * the first launch of its kind that comes after all that it must follow.
 */
final class Merging {
    /** Blocks that may be started for nothing, because one piece of a launch is longer than another. */
    private static final int IDLE = 512;

    private final List<List<Piece>> launches = new ArrayList<>();

    private Merging() {}

    /** The launches, in order; the pieces of each do not depend on one another. */
    static List<List<Piece>> of(List<Piece> pieces) {
        Merging merging = new Merging();
        pieces.forEach(merging::add);
        return merging.launches;
    }

    private void add(Piece piece) {
        int first = launches.size();
        while (first > 0 && launches.get(first - 1).stream().noneMatch(piece::mustFollow)) {
            first--;
        }
        for (List<Piece> launch : launches.subList(first, launches.size())) {
            if (fits(piece.work(), launch)) {
                launch.add(piece);
                return;
            }
        }
        launches.add(new ArrayList<>(List.of(piece)));
    }

    private static boolean fits(Work work, List<Piece> launch) {
        Work other = launch.get(0).work();
        if (work instanceof Work.Run run) {
            return other instanceof Work.Run && fits(run, launch);
        } else if (work instanceof Work.Fold) {
            return other instanceof Work.Fold;
        }
        return work instanceof Work.FoldEnd && other instanceof Work.FoldEnd;
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
        return started - needed <= Math.max(IDLE, needed);
    }
}
