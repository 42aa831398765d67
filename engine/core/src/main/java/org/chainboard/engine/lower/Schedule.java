package org.chainboard.engine.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which order cells are computed. Element-wise cells over equally many elements that can be done one after the other
 * form one group, so that a large group can go over its elements piece by piece.
 */
public final class Schedule {
    /** Cells done together; the extent of each, or 0 for a single cell that is not element-wise. */
    public record Group(List<Cell> cells, int extent) {}

    private final List<Cell> order = new ArrayList<>();
    private final Map<Cell, Integer> place = new IdentityHashMap<>();
    private final Map<Cell, List<Cell>> users = new IdentityHashMap<>();
    private final Map<Cell, Integer> missing = new IdentityHashMap<>();
    private final TreeMap<Integer, Cell> ready = new TreeMap<>();
    private final List<Group> groups = new ArrayList<>();

    private Schedule(Collection<Cell> roots) {
        roots.forEach(this::visit);
        for (Cell cell : order) {
            int count = 0;
            for (Cell input : cell.inputs()) {
                if (isComputed(input)) {
                    users.computeIfAbsent(input, i -> new ArrayList<>()).add(cell);
                    count++;
                }
            }
            missing.put(cell, count);
            if (count == 0 && isComputed(cell)) {
                ready.put(place.get(cell), cell);
            }
        }
    }

    /** The groups that compute {@code roots}, in order. */
    public static List<Group> of(Collection<Cell> roots) {
        return new Schedule(roots).run();
    }

    static boolean isComputed(Cell cell) {
        return !(cell.kind() instanceof Cell.Held) && !(cell.kind() instanceof Cell.Fixed);
    }

    /** Inputs before what needs them, without recursion. */
    private void visit(Cell root) {
        Deque<Cell> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Cell cell = open.peek();
            if (place.containsKey(cell)) {
                open.pop();
                continue;
            }
            boolean complete = true;
            for (Cell input : cell.inputs()) {
                if (!place.containsKey(input)) {
                    open.push(input);
                    complete = false;
                }
            }
            if (complete) {
                open.pop();
                place.put(cell, order.size());
                order.add(cell);
            }
        }
    }

    private List<Group> run() {
        while (!ready.isEmpty()) {
            Cell first = ready.firstEntry().getValue();
            groups.add(first.kind() instanceof Cell.Element ? elements(first.extent()) : single(first));
        }
        return groups;
    }

    private Group single(Cell cell) {
        ready.remove(place.get(cell));
        release(cell);
        return new Group(List.of(cell), 0);
    }

    /** What a fold gives is complete only after the last piece, so nothing in the same group may use it. */
    private Group elements(int extent) {
        List<Cell> cells = new ArrayList<>();
        List<Cell> folds = new ArrayList<>();
        for (Cell next = next(extent); next != null; next = next(extent)) {
            ready.remove(place.get(next));
            cells.add(next);
            if (next.folds()) {
                folds.add(next);
            } else {
                release(next);
            }
        }
        folds.forEach(this::release);
        return new Group(cells, extent);
    }

    private Cell next(int extent) {
        return ready.values().stream()
                .filter(cell -> cell.kind() instanceof Cell.Element && cell.extent() == extent)
                .findFirst()
                .orElse(null);
    }

    private void release(Cell cell) {
        for (Cell user : users.getOrDefault(cell, List.of())) {
            if (missing.merge(user, -1, Integer::sum) == 0) {
                ready.put(place.get(user), user);
            }
        }
    }
}
