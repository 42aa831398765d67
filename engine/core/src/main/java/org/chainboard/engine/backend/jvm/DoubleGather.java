package org.chainboard.engine.backend.jvm;

import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;

/** Picks entries along the last axis; a place outside is taken to the nearer end, as the op says. */
final class DoubleGather implements DoubleKernel {
    private final DoubleMath math;
    private final Cell.Gather gather;
    private final int from;
    private final int index;
    private final int out;
    private final int[] chosen;
    private final boolean chooses;

    /** @param earlier picks by the same index from equally long rows, done before in every run; null for none */
    DoubleGather(DoubleMath math, Cell cell, Cell.Gather gather, Layout layout, DoubleGather earlier) {
        this.math = math;
        this.gather = gather;
        this.from = layout.of(cell.input(0));
        this.index = layout.of(cell.input(1));
        this.out = layout.of(cell);
        this.chooses = earlier == null;
        this.chosen = chooses ? new int[gather.count() + DoubleMath.ROOM] : earlier.chosen;
    }

    @Override
    public void run(double[] m) {
        int count = gather.count();
        if (chooses) {
            int last = gather.length() - 1;
            for (int j = 0; j < count; j++) {
                chosen[j] = Math.max(0, Math.min(last, (int) m[index + j]));
            }
        }
        // Rows come in order: what a last, partly empty vector writes beyond its row is written over by the next one.
        for (int row = 0; row < gather.rows(); row++) {
            int room = Layout.rounded(gather.rows() * count) - row * count;
            math.gather(m, from + row * gather.length(), chosen, out + row * count, count, room);
        }
    }
}
