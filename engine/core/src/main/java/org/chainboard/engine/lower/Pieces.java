package org.chainboard.engine.lower;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes small groups apart into what hangs together, so that parts that are alike can be found. Folds are parts of their
 * own, put off until they are needed.
 */
final class Pieces {
    private final int largest;
    private final List<Schedule.Group> order = new ArrayList<>();
    /** Folds that have not come yet. */
    private final Map<Cell, Schedule.Group> open = new LinkedHashMap<>();

    private Pieces(int largest) {
        this.largest = largest;
    }

    /** @param largest elements of a small group at most */
    static List<Schedule.Group> of(List<Schedule.Group> groups, int largest) {
        Pieces pieces = new Pieces(largest);
        groups.forEach(pieces::add);
        Set<Schedule.Group> left = new HashSet<>();
        pieces.open.values().stream().filter(left::add).forEach(pieces.order::add);
        return pieces.order;
    }

    private void add(Schedule.Group group) {
        for (Cell cell : group.cells()) {
            cell.inputs().forEach(this::close);
        }
        if (group.extent() <= 1 || group.extent() > largest) {
            order.add(group);
            return;
        }
        List<Cell> folds = group.cells().stream().filter(Cell::folds).toList();
        List<Cell> rest = group.cells().stream().filter(cell -> !cell.folds()).toList();
        parts(rest).forEach(part -> order.add(new Schedule.Group(part, group.extent())));
        Schedule.Group apart = new Schedule.Group(folds, group.extent());
        folds.forEach(fold -> open.put(fold, apart));
    }

    /** What {@code input} is folded by comes now, where it has not come yet. */
    private void close(Cell input) {
        Schedule.Group group = open.get(input);
        if (group != null) {
            order.add(group);
            open.values().removeIf(other -> other == group);
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
