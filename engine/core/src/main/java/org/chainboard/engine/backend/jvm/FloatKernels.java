package org.chainboard.engine.backend.jvm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.LoweredPlan;
import org.chainboard.engine.lower.Product;
import org.chainboard.engine.lower.Schedule;

/** The groups of a plan as kernels, in their order. */
final class FloatKernels {
    private final FloatMath math;
    private final Workers workers;
    private final Layout layout;
    private final Set<Cell> needed;
    /** Sums of rows that are made beside a product. */
    private final Map<Cell, Cell> beside;

    private final Map<String, FloatGather> gathers = new HashMap<>();
    private final List<FloatKernel> made = new ArrayList<>();
    /** Products along rows that come next, all together, and what they give. */
    private final List<Dot> dots = new ArrayList<>();

    private final Set<Cell> open = new HashSet<>();
    /** Those of these products that leave out terms. */
    private final List<Arrived> arrived = new ArrayList<>();

    FloatKernels(FloatMath math, Workers workers, Layout layout, LoweredPlan.Placed placed) {
        this.math = math;
        this.workers = workers;
        this.layout = layout;
        this.needed = placed.needed();
        this.beside = RowSums.beside(placed.groups(), math::alongRows);
        Set<Cell> madeBeside = new HashSet<>(beside.values());
        for (Schedule.Group group : placed.groups()) {
            if (!madeBeside.contains(group.cells().get(0))) {
                add(group);
            }
        }
        close();
    }

    FloatKernel[] all() {
        return made.toArray(FloatKernel[]::new);
    }

    private void add(Schedule.Group group) {
        Cell cell = group.cells().get(0);
        boolean along = cell.kind() instanceof Cell.Multiply multiply && math.alongRows(multiply.product());
        if (!along || cell.inputs().stream().anyMatch(open::contains)) {
            close();
        }
        if (along) {
            put(cell, (Cell.Multiply) cell.kind());
        } else {
            made.addAll(kernels(group));
            mend(arrived(cell));
        }
    }

    /** The product that is {@code cell}, if it is one that leaves out terms. */
    private List<Arrived> arrived(Cell cell) {
        return cell.kind() instanceof Cell.Multiply multiply && multiply.leavesOut()
                ? List.of(Arrived.of(cell, multiply, layout))
                : List.of();
    }

    private void put(Cell cell, Cell.Multiply multiply) {
        Cell sums = beside.get(cell);
        int bias = cell.inputs().size() > 2 ? layout.of(cell.input(2)) : -1;
        int sumsAt = sums == null ? -1 : layout.of(sums);
        dots.add(new Dot(
                multiply.product(), layout.of(cell.input(0)), layout.of(cell.input(1)), bias, layout.of(cell), sumsAt));
        arrived.addAll(arrived(cell));
        open.add(cell);
        if (sums != null) {
            open.add(sums);
        }
    }

    private void close() {
        if (!dots.isEmpty()) {
            List<Dot> all = List.copyOf(dots);
            made.addAll(math.dots(all, layout.room(math.work(all))));
            mend(arrived);
            dots.clear();
            open.clear();
            arrived.clear();
        }
    }

    private void mend(List<Arrived> products) {
        if (!products.isEmpty()) {
            made.add(new FloatArrived(math, products));
        }
    }

    private List<FloatKernel> kernels(Schedule.Group group) {
        Cell cell = group.cells().get(0);
        if (cell.kind() instanceof Cell.Multiply multiply) {
            return product(cell, multiply.product());
        } else if (cell.kind() instanceof Cell.Matrix matrix) {
            return List.of(new FloatMatrix(math, cell, matrix, layout));
        } else if (cell.kind() instanceof Cell.Gather gather) {
            return List.of(gather(cell, gather));
        } else if (cell.kind() instanceof Cell.Defined defined) {
            return List.of(new FloatDefined(cell, defined.node(), layout));
        }
        return List.of(new FloatRun(math, workers, group, layout, needed));
    }

    private List<FloatKernel> product(Cell cell, Product p) {
        int a = layout.of(cell.input(0));
        int b = layout.of(cell.input(1));
        // rows without a bias begin with zeros, which nobody ever changes: so the loops need not ask
        int bias = cell.inputs().size() > 2 ? layout.of(cell.input(2)) : layout.room(p.rows());
        int c = layout.of(cell);
        FloatKernel large = math.large(p, a, b, bias, c, layout, workers);
        return large == null ? math.multiply(p, a, b, bias, c, layout.room(math.work(p))) : List.of(large);
    }

    private FloatGather gather(Cell cell, Cell.Gather gather) {
        String key = layout.of(cell.input(1)) + " " + gather.length();
        FloatGather made = new FloatGather(math, cell, gather, layout, gathers.get(key));
        gathers.putIfAbsent(key, made);
        return made;
    }
}
