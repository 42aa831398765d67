package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.LoweredPlan;
import org.chainboard.engine.lower.Schedule;

/** Turns the groups of a plan into pieces of work, in an order in which they can be done one after the other. */
final class Pieces {
    /** Up to so many numbers a guarded result is kept and copied; all copies are done at once. */
    static final int SMALL = 1 << 15;

    /** Elements for each block of a fold. */
    private static final int FOLDED = 4096;

    private static final int MOST_FOLD_BLOCKS = 64;

    private final Layout layout;
    private final Products products;
    private final DefinedWork defined;
    private final List<Piece> pieces = new ArrayList<>();

    private Pieces(Layout layout, Tables tables, Products products) {
        this.layout = layout;
        this.products = products;
        this.defined = new DefinedWork(layout, tables);
    }

    /**
     * What {@code plan} does, with what it reports between what it computes and what it stores.
     *
     * @param tables takes the tables of the pieces
     * @param scalars the results that are reported
     */
    static List<Piece> of(LoweredPlan plan, List<String> scalars, Layout layout, Tables tables, Products products) {
        Pieces made = new Pieces(layout, tables, products);
        // the groups that this gives go over the gaps between arrays; here those that are alike share a launch
        plan.place(layout);
        plan.groups().forEach(group -> made.add(group, plan.needed()));
        if (!scalars.isEmpty()) {
            made.report(scalars.stream().map(plan.outputs()::get).toList(), tables);
        }
        for (LoweredPlan.Again again : plan.again()) {
            plan.placeAgain(again, layout);
            made.run(again.group().cells(), again.group().extent(), again.results(), layout.of(again.when()));
        }
        // one by one: pieces are known by where their arrays begin, and what lies between arrays is never read
        for (LoweredPlan.Stored store : plan.copied()) {
            int when = store.when() == null ? -1 : layout.of(store.when());
            int size = store.value().size();
            made.copy(layout.of(store.value()), layout.of(store.to()), size, when);
        }
        return made.pieces;
    }

    private void add(Schedule.Group group, Set<Cell> needed) {
        Cell cell = group.cells().get(0);
        if (cell.kind() instanceof Cell.Multiply multiply) {
            pieces.addAll(products.of(cell, multiply, layout));
        } else if (cell.kind() instanceof Cell.Matrix matrix) {
            matrix(cell, matrix);
        } else if (cell.kind() instanceof Cell.Gather gather) {
            gather(cell, gather);
        } else if (cell.kind() instanceof Cell.Defined unnamed) {
            pieces.addAll(defined.of(cell, unnamed.node()));
        } else {
            elements(group, needed);
        }
    }

    private void matrix(Cell cell, Cell.Matrix matrix) {
        int rows = matrix.rows();
        int columns = matrix.columns();
        Kernel kernel = Kernel.valueOf(matrix.code().name());
        Grid grid = switch (matrix.code()) {
            case FILL_ROWS, REPEAT_ROWS -> Grid.over((long) rows * columns);
            case ROW_SUMS -> Grid.each(rows);
            case COLUMN_SUMS, COLUMN_MAXIMA -> Grid.each(Grid.blocks(columns, columnsOfABlock(columns)));
        };
        int a = layout.of(cell.input(0));
        int out = layout.of(cell);
        pieces.add(new Piece(Work.single(kernel, grid, a, out, rows, columns), Set.of(a), Set.of(out)));
    }

    /** As the kernel shares them out: 32, or all where there are fewer, as a power of two. */
    private static int columnsOfABlock(int columns) {
        int width = 32;
        while (width / 2 >= columns) {
            width /= 2;
        }
        return width;
    }

    private void gather(Cell cell, Cell.Gather gather) {
        int from = layout.of(cell.input(0));
        int index = layout.of(cell.input(1));
        int out = layout.of(cell);
        Grid grid = Grid.over((long) gather.rows() * gather.count());
        Work work = Work.single(Kernel.GATHER, grid, from, index, out, gather.rows(), gather.length(), gather.count());
        pieces.add(new Piece(work, new HashSet<>(List.of(from, index)), Set.of(out)));
    }

    /**
     * Folds go over whole arrays, so they come before or after the rest of their group. A variable that takes its new
     * numbers in between may be read by one that comes after: the new numbers then wait elsewhere.
     */
    private void elements(Schedule.Group group, Set<Cell> needed) {
        Set<Cell> own = new HashSet<>(group.cells());
        List<Cell> cells = group.cells().stream().filter(cell -> !cell.folds()).toList();
        List<Cell> late = new ArrayList<>();
        Set<Cell> stored = new LinkedHashSet<>(cells);
        stored.retainAll(needed);
        for (Cell fold : group.cells().stream().filter(Cell::folds).toList()) {
            List<Cell> inputs = fold.inputs().stream().filter(own::contains).toList();
            stored.addAll(inputs);
            if (inputs.isEmpty()) {
                fold(fold);
            } else {
                late.add(fold);
            }
        }
        List<Runnable> after = new ArrayList<>();
        for (Cell cell : stored) {
            int at = layout.of(cell);
            if (late.stream().anyMatch(fold -> readsBefore(fold, cell, at))) {
                layout.place(cell, layout.room(cell.size()));
                after.add(() -> copy(layout.of(cell), at, cell.size(), -1));
            }
        }
        if (!cells.isEmpty()) {
            run(cells, group.extent(), stored, -1);
        }
        late.forEach(this::fold);
        after.forEach(Runnable::run);
    }

    /** Whether {@code fold} means what lay at {@code at} before {@code cell} was computed there. */
    private boolean readsBefore(Cell fold, Cell cell, int at) {
        return fold.inputs().stream().anyMatch(input -> input != cell && layout.of(input) == at);
    }

    private void run(List<Cell> cells, int extent, Set<Cell> stored, int when) {
        pieces.add(RunWriter.of(cells, extent, stored, layout, when));
    }

    private void copy(int from, int to, int size, int when) {
        pieces.add(RunWriter.single(GpuCode.COPY, size, to, when, from));
    }

    private void fold(Cell fold) {
        int code = ((Cell.Element) fold.kind()).code().ordinal() - Code.SUM.ordinal();
        int extent = fold.extent();
        int a = layout.of(fold.input(0));
        int b = fold.inputs().size() > 1 ? layout.of(fold.input(1)) : a;
        int out = layout.of(fold);
        int blocks = Math.min(MOST_FOLD_BLOCKS, Grid.blocks(extent, FOLDED));
        int partials = blocks > 1 ? layout.room(blocks) : out;
        int[] row = {code, a, b, extent, out, partials, blocks, 0};
        Set<Integer> reads = new HashSet<>(List.of(a, b));
        pieces.add(new Piece(new Work.Fold(row, blocks), reads, Set.of(partials)));
        if (blocks > 1) {
            pieces.add(new Piece(new Work.FoldEnd(row), Set.of(partials), Set.of(out)));
        }
    }

    private void report(List<Cell> scalars, Tables tables) {
        int[] places = scalars.stream().mapToInt(layout::of).toArray();
        Set<Integer> reads = new HashSet<>();
        for (int place : places) {
            reads.add(place);
        }
        Step.Call call = new Step.Call(
                Kernel.REPORT,
                Grid.each(1),
                List.of(
                        Argument.Base.NUMBERS,
                        new Argument.Table(tables.add(places)),
                        Argument.of(places.length),
                        Argument.Base.RING,
                        Argument.Base.ROW));
        pieces.add(new Piece(new Work.Single(call), reads, Set.of()));
    }
}
