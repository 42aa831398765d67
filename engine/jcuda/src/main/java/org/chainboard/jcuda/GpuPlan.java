package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.LoweredPlan;
import org.chainboard.engine.plan.Plan;

/** One plan as what the card is asked to do, worked out before anything is asked of it. */
final class GpuPlan {
    private final Plan plan;
    private final Layout layout;
    private final Map<String, Cell> outputs;
    private final List<Step> steps = new ArrayList<>();
    private final int scalars;

    /** Takes room in {@code layout} and {@code tables} for what the plan needs. */
    GpuPlan(Plan plan, Layout layout, Tables tables, Products products) {
        this.plan = plan;
        this.layout = layout;
        LoweredPlan lowered = new LoweredPlan(plan, Pieces.SMALL);
        this.outputs = lowered.outputs();
        this.scalars = plan.scalars().size();
        List<Piece> pieces = Pieces.of(lowered, plan.scalars(), layout, tables, products);
        // a result that is constant has no piece that would have given it a place
        outputs.values().forEach(layout::of);
        Merging.of(pieces).forEach(launch -> steps.add(step(launch, tables)));
    }

    private static Step step(List<Piece> launch, Tables tables) {
        Work first = launch.get(0).work();
        if (first instanceof Work.Single single) {
            return single.call();
        } else if (first instanceof Work.Multiply multiply) {
            return multiply.gemm();
        }
        List<Work> works = launch.stream().map(Piece::work).toList();
        if (first instanceof Work.Run) {
            return run(works.stream().map(Work.Run.class::cast).toList(), tables);
        } else if (first instanceof Work.Fold) {
            List<Work.Fold> folds = works.stream().map(Work.Fold.class::cast).toList();
            int blocks = folds.stream().mapToInt(Work.Fold::blocks).max().orElseThrow();
            return rows(Kernel.FOLD, blocks, folds.stream().map(Work.Fold::row).toList(), tables);
        } else if (first instanceof Work.Again) {
            List<Work.Again> looks = works.stream().map(Work.Again.class::cast).toList();
            int blocks = looks.stream().mapToInt(Work.Again::blocks).max().orElseThrow();
            return rows(
                    Kernel.MATMUL_AGAIN,
                    blocks,
                    looks.stream().map(Work.Again::row).toList(),
                    tables);
        }
        List<int[]> rows =
                works.stream().map(work -> ((Work.FoldEnd) work).row()).toList();
        return rows(Kernel.FOLD_END, 1, rows, tables);
    }

    private static Step run(List<Work.Run> runs, Tables tables) {
        int headers = 4 * runs.size();
        int[] table = new int
                [headers + runs.stream().mapToInt(run -> run.code().length).sum()];
        int instruction = 0;
        int blocks = 0;
        int slots = 0;
        for (int y = 0; y < runs.size(); y++) {
            Work.Run run = runs.get(y);
            int[] header = {instruction, run.count(), run.extent(), run.when()};
            System.arraycopy(header, 0, table, 4 * y, header.length);
            System.arraycopy(run.code(), 0, table, headers + Work.Run.WIDTH * instruction, run.code().length);
            instruction += run.count();
            blocks = Math.max(blocks, run.blocks());
            slots = Math.max(slots, run.slots());
        }
        Grid grid = new Grid(blocks, runs.size(), 1, slots);
        return new Step.Call(
                Kernel.RUN,
                grid,
                List.of(Argument.Base.NUMBERS, new Argument.Table(tables.add(table)), Argument.of(slots)));
    }

    private static Step rows(Kernel kernel, int blocks, List<int[]> rows, Tables tables) {
        int[] table = rows.stream().flatMapToInt(Arrays::stream).toArray();
        Grid grid = new Grid(blocks, rows.size(), 1, 0);
        return new Step.Call(kernel, grid, List.of(Argument.Base.NUMBERS, new Argument.Table(tables.add(table))));
    }

    Plan plan() {
        return plan;
    }

    /** In order. */
    List<Step> steps() {
        return steps;
    }

    /** How many numbers a run reports. */
    int scalars() {
        return scalars;
    }

    Node output(String name) {
        return plan.graph().outputs().get(name);
    }

    /** Where a result lies. */
    int place(String name) {
        return layout.of(outputs.get(name));
    }
}
