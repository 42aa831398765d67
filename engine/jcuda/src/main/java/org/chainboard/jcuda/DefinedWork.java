package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.op.Binary;
import org.chainboard.engine.op.Concat;
import org.chainboard.engine.op.ExpandTo;
import org.chainboard.engine.op.MaxTo;
import org.chainboard.engine.op.Permute;
import org.chainboard.engine.op.PutAdd;
import org.chainboard.engine.op.Slice;
import org.chainboard.engine.op.SumTo;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;

/** The ops that the lowering leaves as they are defined: what moves numbers about, and what is seldom. */
final class DefinedWork {
    private static final int SUM = 0;
    private static final int LARGEST = 4;

    /** Threads that fold one number. */
    private static final int WARP = 32;

    private final Layout layout;
    private final Tables tables;

    DefinedWork(Layout layout, Tables tables) {
        this.layout = layout;
        this.tables = tables;
    }

    List<Piece> of(Cell cell, Node node) {
        int out = layout.of(cell);
        int a = layout.of(cell.input(0));
        Shape from = node.input(0).shape();
        Shape to = node.shape();
        if (node.op() instanceof Binary binary) {
            GpuCode code = GpuCode.valueOf(binary.name());
            return List.of(RunWriter.single(code, cell.size(), out, -1, a, layout.of(cell.input(1))));
        } else if (node.op() instanceof ExpandTo) {
            return List.of(copy(a, a, out, out, to.dims(), stretched(from, to), to.strides()));
        } else if (node.op() instanceof Permute permute) {
            int[] order = permute.order();
            return List.of(copy(a, a, out, out, to.dims(), picked(from.strides(), order), to.strides()));
        } else if (node.op() instanceof Slice slice) {
            int first = a + slice.from() * from.strides()[slice.axis()];
            return List.of(copy(a, first, out, out, to.dims(), from.strides(), to.strides()));
        } else if (node.op() instanceof Concat concat) {
            return concat(cell, node, concat.axis());
        } else if (node.op() instanceof SumTo) {
            return List.of(fold(a, out, from, to, SUM));
        } else if (node.op() instanceof MaxTo) {
            return List.of(fold(a, out, from, to, LARGEST));
        } else if (node.op() instanceof PutAdd) {
            return List.of(putAdd(cell, from, to));
        } else if (node.op() instanceof Uniform uniform) {
            return List.of(uniform(uniform, a, out, cell.size()));
        }
        throw new IllegalStateException(node.op().label() + " is said to be supported, but has no kernel");
    }

    /** By how much the place in the small array moves along each axis of the large one in which it is repeated. */
    private static int[] stretched(Shape small, Shape large) {
        int[] strides = small.strides();
        int[] steps = new int[large.rank()];
        for (int axis = 0; axis < steps.length; axis++) {
            boolean repeated = axis >= small.rank() || small.dim(axis) == 1;
            steps[axis] = repeated ? 0 : strides[axis];
        }
        return steps;
    }

    private static int[] picked(int[] values, int[] order) {
        int[] picked = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = values[order[i]];
        }
        return picked;
    }

    private static int size(int[] dims) {
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        return size;
    }

    private int table(int[]... rows) {
        int rank = rows[0].length;
        int[] table = new int[rank * rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, table, i * rank, rank);
        }
        return tables.add(table);
    }

    /** @param a the array of which {@code from} is a place; likewise {@code out} and {@code to} */
    private Piece copy(int a, int from, int out, int to, int[] dims, int[] fromSteps, int[] toSteps) {
        int size = size(dims);
        Step.Call call = new Step.Call(
                Kernel.COPY_STRIDED,
                Grid.over(size),
                List.of(
                        Argument.Base.NUMBERS,
                        Argument.of(from),
                        Argument.of(to),
                        new Argument.Table(table(dims, fromSteps, toSteps)),
                        Argument.of(dims.length),
                        Argument.of(size)));
        return new Piece(new Work.Single(call), Set.of(a), Set.of(out));
    }

    private List<Piece> concat(Cell cell, Node node, int axis) {
        List<Piece> pieces = new ArrayList<>();
        int out = layout.of(cell);
        int[] strides = node.shape().strides();
        int to = out;
        for (int i = 0; i < cell.inputs().size(); i++) {
            Shape part = node.input(i).shape();
            int a = layout.of(cell.input(i));
            pieces.add(copy(a, a, out, to, part.dims(), part.strides(), strides));
            to += part.dim(axis) * strides[axis];
        }
        return pieces;
    }

    private Piece fold(int a, int out, Shape from, Shape to, int code) {
        int[] strides = from.strides();
        int[] steps = to.strides();
        List<int[]> kept = new ArrayList<>();
        List<int[]> folded = new ArrayList<>();
        for (int axis = 0; axis < from.rank(); axis++) {
            boolean stays = axis < to.rank() && to.dim(axis) == from.dim(axis);
            if (stays) {
                kept.add(new int[] {from.dim(axis), strides[axis], steps[axis]});
            } else {
                folded.add(new int[] {from.dim(axis), strides[axis], 0});
            }
        }
        int[] outer = column(kept, 0);
        int[] inner = column(folded, 0);
        Step.Call call = new Step.Call(
                Kernel.FOLD_STRIDED,
                Grid.over((long) to.size() * WARP),
                List.of(
                        Argument.Base.NUMBERS,
                        Argument.of(a),
                        Argument.of(out),
                        new Argument.Table(table(outer, column(kept, 1), column(kept, 2))),
                        Argument.of(outer.length),
                        Argument.of(size(outer)),
                        new Argument.Table(table(inner, column(folded, 1))),
                        Argument.of(inner.length),
                        Argument.of(size(inner)),
                        Argument.of(code)));
        return new Piece(new Work.Single(call), Set.of(a), Set.of(out));
    }

    private static int[] column(List<int[]> rows, int which) {
        return rows.stream().mapToInt(row -> row[which]).toArray();
    }

    private Piece putAdd(Cell cell, Shape from, Shape to) {
        int a = layout.of(cell.input(0));
        int index = layout.of(cell.input(1));
        int out = layout.of(cell);
        int count = from.dim(from.rank() - 1);
        int length = to.dim(to.rank() - 1);
        int rows = from.size() / count;
        Work work = Work.single(Kernel.PUT_ADD, Grid.over(to.size()), a, index, out, rows, count, length);
        return new Piece(work, new HashSet<>(List.of(a, index)), Set.of(out));
    }

    private static Piece uniform(Uniform op, int step, int out, int size) {
        Step.Call call = new Step.Call(
                Kernel.UNIFORM,
                Grid.over((size + 3) / 4),
                List.of(
                        Argument.Base.NUMBERS,
                        Argument.of(step),
                        Argument.of(out),
                        Argument.of(size),
                        new Argument.Key(Rng.key(op.seed(), op.stream()))));
        return new Piece(new Work.Single(call), Set.of(step), Set.of(out));
    }
}
