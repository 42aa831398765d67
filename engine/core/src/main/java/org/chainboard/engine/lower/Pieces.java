package org.chainboard.engine.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.tensor.Variable;

/**
 * Takes small groups apart into what hangs together, so that parts that are alike can be found. Folds, and what is done to
 * single numbers, are put off until they are needed.
 */
final class Pieces {
    private final int largest;
    private final Set<Variable> changing;
    private final List<Schedule.Group> order = new ArrayList<>();
    /** What has been put off, by what it gives. */
    private final Map<Cell, Schedule.Group> open = new LinkedHashMap<>();

    private Pieces(int largest, Set<Variable> changing) {
        this.largest = largest;
        this.changing = changing;
    }

    /**
     * @param largest elements of a small group at most
     * @param changing variables that some group changes: what reads them cannot be put off
     */
    static List<Schedule.Group> of(List<Schedule.Group> groups, int largest, Set<Variable> changing) {
        Pieces pieces = new Pieces(largest, changing);
        groups.forEach(pieces::add);
        while (!pieces.open.isEmpty()) {
            pieces.close(pieces.open.keySet().iterator().next());
        }
        return pieces.order;
    }

    private void add(Schedule.Group group) {
        if (group.extent() == 1) {
            putOff(group);
        } else if (group.extent() == 0 || group.extent() > largest) {
            now(group);
        } else {
            List<Cell> rest =
                    group.cells().stream().filter(cell -> !cell.folds()).toList();
            parts(rest).forEach(part -> now(new Schedule.Group(part, group.extent())));
            List<Cell> folds = group.cells().stream().filter(Cell::folds).toList();
            if (!folds.isEmpty()) {
                putOff(new Schedule.Group(folds, group.extent()));
            }
        }
    }

    private void putOff(Schedule.Group group) {
        boolean reads = group.cells().stream()
                .flatMap(cell -> cell.inputs().stream())
                .anyMatch(input -> input.kind() instanceof Cell.Held held && changing.contains(held.variable()));
        if (reads) {
            now(group);
        } else {
            group.cells().forEach(cell -> open.put(cell, group));
        }
    }

    private void now(Schedule.Group group) {
        for (Cell cell : group.cells()) {
            cell.inputs().forEach(this::close);
        }
        order.add(group);
    }

    /** What gives {@code cell} comes now, where it has been put off, after what that needs. */
    private void close(Cell cell) {
        Deque<Schedule.Group> waiting = new ArrayDeque<>();
        push(open.get(cell), waiting);
        while (!waiting.isEmpty()) {
            Schedule.Group group = waiting.peek();
            int before = waiting.size();
            for (Cell member : group.cells()) {
                member.inputs().stream()
                        .map(open::get)
                        .filter(other -> other != group)
                        .forEach(other -> push(other, waiting));
            }
            if (waiting.size() == before) {
                waiting.pop();
                if (open.containsKey(group.cells().get(0))) {
                    group.cells().forEach(open::remove);
                    order.add(group);
                }
            }
        }
    }

    private static void push(Schedule.Group group, Deque<Schedule.Group> waiting) {
        if (group != null) {
            waiting.push(group);
        }
    }

    /** Cells of which none uses another part's. */
    private static List<List<Cell>> parts(List<Cell> cells) {
        Map<Cell, List<Cell>> partOf = new HashMap<>();
        for (Cell cell : cells) {
            List<Cell> part = new ArrayList<>();
            for (Cell input : cell.inputs()) {
                List<Cell> other = partOf.get(input);
                if (other != null && other != part) {
                    part.addAll(other);
                    part.forEach(member -> partOf.put(member, part));
                }
            }
            part.add(cell);
            partOf.put(cell, part);
        }
        Set<List<Cell>> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        List<List<Cell>> inOrder = new ArrayList<>();
        for (Cell cell : cells) {
            List<Cell> part = partOf.get(cell);
            if (parts.add(part)) {
                inOrder.add(cells.stream().filter(part::contains).toList());
            }
        }
        return inOrder;
    }
}
