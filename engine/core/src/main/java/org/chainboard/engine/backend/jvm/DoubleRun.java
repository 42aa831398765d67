package org.chainboard.engine.backend.jvm;

import java.util.List;
import java.util.Set;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.lower.Elements;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Schedule;

/**
 * A group of element-wise instructions. A small one is done instruction by instruction; a large one goes over its elements
 * in pieces that stay in the nearest cache, and what only the group itself needs is never written to memory.
 */
final class DoubleRun implements DoubleKernel {
    /** Elements in a piece. */
    static final int PIECE = 1024;
    /** Elements from which on pieces are shared out among threads. */
    private static final int SHARED = 1 << 17;
    /** Pieces that a thread takes at a time. */
    private static final int STRIDE = 16;

    private final Workers workers;
    private final int extent;
    private final DoubleLoop[] loops;
    private final DoubleFold[] folds;
    private final DoubleFold[] ends;
    private final int[] places;
    private final int[] outs;
    /** What an operand's place moves by: with the piece (1), with the thread (2), or not at all (0); 4 for an instruction. */
    private final byte[] moves;
    /** Where a fold keeps what each piece gives. */
    private final int[] partials;
    /** A vector for each thread, for folds. */
    private final int vectors;

    private final int passing;
    /** Made once: a step leaves nothing to the garbage collector. */
    private final Workers.Piece stride = this::stride;

    private double[] m;

    DoubleRun(DoubleMath math, Workers workers, Schedule.Group group, Layout layout, Set<Cell> needed) {
        this.workers = workers;
        this.extent = group.extent();
        List<Cell> cells = group.cells();
        Set<Cell> passes = extent > PIECE ? Layout.passing(group, needed) : Set.of();
        this.passing = (passes.size() + 1) * PIECE;
        int work = passes.isEmpty() ? 0 : layout.room(passing * workers.count());
        this.vectors = layout.room(DoubleMath.ROOM * workers.count());
        this.loops = new DoubleLoop[cells.size()];
        this.folds = new DoubleFold[cells.size()];
        this.ends = new DoubleFold[cells.size()];
        this.places = new int[3 * cells.size()];
        this.outs = new int[cells.size()];
        this.moves = new byte[4 * cells.size()];
        this.partials = new int[cells.size()];
        for (int i = 0; i < loops.length; i++) {
            Cell cell = cells.get(i);
            if (passes.contains(cell)) {
                layout.place(cell, work);
                work += PIECE;
            }
            Code code = ((Cell.Element) cell.kind()).code();
            if (code.reduces()) {
                folds[i] = math.fold(code);
                ends[i] = math.fold(code == Code.LARGEST ? Code.LARGEST : Code.SUM);
            } else {
                loops[i] = extent == 1 ? math.single(code) : math.loop(code);
            }
            outs[i] = layout.of(cell);
            moves[4 * i + 3] = move(passes.contains(cell));
            partials[i] = cell.folds() && extent > PIECE ? layout.room(pieces()) : -1;
            for (int k = 0; k < cell.inputs().size(); k++) {
                places[3 * i + k] = layout.of(cell.input(k));
                boolean single = Elements.isSingle(code, k);
                moves[4 * i + k] = single ? 0 : move(passes.contains(cell.input(k)));
            }
        }
    }

    private static byte move(boolean passing) {
        return (byte) (passing ? 2 : 1);
    }

    private int pieces() {
        return (extent + PIECE - 1) / PIECE;
    }

    @Override
    public void run(double[] m) {
        if (extent <= PIECE) {
            once(m);
            return;
        }
        int pieces = pieces();
        if (extent < SHARED) {
            pieces(m, 0, pieces, 0);
        } else {
            this.m = m;
            workers.run((pieces + STRIDE - 1) / STRIDE, stride);
        }
        for (int i = 0; i < loops.length; i++) {
            if (partials[i] >= 0) {
                m[outs[i]] = ends[i].of(m, partials[i], partials[i], pieces, vectors);
            }
        }
    }

    private void stride(int number, int thread) {
        pieces(m, number * STRIDE, Math.min(pieces(), (number + 1) * STRIDE), thread);
    }

    private void once(double[] m) {
        for (int i = 0; i < loops.length; i++) {
            DoubleLoop loop = loops[i];
            int at = 3 * i;
            if (loop == null) {
                m[outs[i]] = folds[i].of(m, places[at], places[at + 1], extent, vectors);
            } else {
                loop.run(m, places[at], places[at + 1], places[at + 2], outs[i], extent);
            }
        }
    }

    private void pieces(double[] m, int first, int end, int thread) {
        int threadShift = thread * passing;
        int vector = vectors + thread * DoubleMath.ROOM;
        for (int piece = first; piece < end; piece++) {
            int from = piece * PIECE;
            int count = Math.min(PIECE, extent - from);
            for (int i = 0; i < loops.length; i++) {
                int a = shifted(i, 0, from, threadShift);
                int b = shifted(i, 1, from, threadShift);
                if (partials[i] >= 0) {
                    m[partials[i] + piece] = folds[i].of(m, a, b, count, vector);
                } else {
                    int c = shifted(i, 2, from, threadShift);
                    int move = moves[4 * i + 3];
                    int out = outs[i] + (move == 1 ? from : threadShift);
                    loops[i].run(m, a, b, c, out, count);
                }
            }
        }
    }

    private int shifted(int i, int operand, int from, int threadShift) {
        int move = moves[4 * i + operand];
        return places[3 * i + operand] + (move == 1 ? from : move == 2 ? threadShift : 0);
    }
}
