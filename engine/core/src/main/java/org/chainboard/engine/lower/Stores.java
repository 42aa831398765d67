package org.chainboard.engine.lower;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.lower.LoweredPlan.Again;
import org.chainboard.engine.lower.LoweredPlan.Stored;
import org.chainboard.engine.tensor.Variable;

/**
 * How variables get their new numbers. Most are computed where the variable itself lies. Where that waits for a number that
 * says go, and there is much to compute, it is computed once to learn that number and once more in place: that moves less
 * memory than to keep the result and copy it. The rest is copied.
 */
final class Stores {
    private final List<Schedule.Group> groups;
    private final Collection<Cell> outputs;
    private final Map<Cell, Variable> inPlace = new LinkedHashMap<>();
    private final List<Again> again = new ArrayList<>();
    private final List<Stored> copied = new ArrayList<>();

    /** @param small up to how many numbers a guarded result is copied rather than computed again */
    Stores(List<Schedule.Group> groups, List<Stored> stores, Collection<Cell> outputs, int small) {
        this.groups = groups;
        this.outputs = outputs;
        Map<Schedule.Group, List<Stored>> waiting = new LinkedHashMap<>();
        for (Stored store : stores) {
            Schedule.Group group = groupOf(store.value());
            if (group == null || inPlace.containsKey(store.value())) {
                copied.add(store);
            } else if (store.when() == null && isFree(store, group)) {
                inPlace.put(store.value(), store.to());
            } else if (store.when() != null && group.extent() > small && !outputs.contains(store.value())) {
                waiting.computeIfAbsent(group, g -> new ArrayList<>()).add(store);
            } else {
                copied.add(store);
            }
        }
        waiting.forEach(this::computeAgain);
    }

    /** Cells that lie where their variable does. */
    Map<Cell, Variable> inPlace() {
        return inPlace;
    }

    List<Again> again() {
        return again;
    }

    /** What remains to be copied. */
    List<Stored> copied() {
        return copied;
    }

    private Schedule.Group groupOf(Cell value) {
        return groups.stream()
                .filter(group -> group.extent() > 0 && group.cells().contains(value) && !value.folds())
                .findFirst()
                .orElse(null);
    }

    /** Whether nobody reads the variable once its new numbers are there. */
    private boolean isFree(Stored store, Schedule.Group group) {
        int own = groups.indexOf(group);
        for (int i = own + 1; i < groups.size(); i++) {
            if (groups.get(i).cells().stream().anyMatch(cell -> reads(cell, store.to()))) {
                return false;
            }
        }
        return isFreeWithin(store, group.cells()) && !outputsHold(store.to());
    }

    private boolean outputsHold(Variable variable) {
        return outputs.stream().anyMatch(cell -> isHeld(cell, variable));
    }

    private static boolean isFreeWithin(Stored store, List<Cell> cells) {
        int place = cells.indexOf(store.value());
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            boolean late = i > place || cell.extent() != store.value().size();
            if (late && reads(cell, store.to())) {
                return false;
            }
        }
        return true;
    }

    private static boolean reads(Cell cell, Variable variable) {
        return cell.inputs().stream().anyMatch(input -> isHeld(input, variable));
    }

    private static boolean isHeld(Cell cell, Variable variable) {
        return cell.kind() instanceof Cell.Held held && held.variable().equals(variable);
    }

    private void computeAgain(Schedule.Group group, List<Stored> stores) {
        Set<Cell> results = new HashSet<>();
        stores.forEach(store -> results.add(store.value()));
        List<Cell> cells = closure(group, results);
        Cell when = stores.get(0).when();
        boolean apart = stores.stream().anyMatch(store -> store.when() != when || !isFreeWithin(store, cells));
        // it is computed at the very end, when what was stored in place has changed already
        boolean late =
                inPlace.values().stream().anyMatch(changed -> cells.stream().anyMatch(cell -> reads(cell, changed)));
        if (apart || late || results.size() < stores.size()) {
            copied.addAll(stores);
            return;
        }
        again.add(new Again(new Schedule.Group(cells, group.extent()), results, when));
        stores.forEach(store -> inPlace.put(store.value(), store.to()));
    }

    /** The cells of the group from which the results are computed, in their order. */
    private static List<Cell> closure(Schedule.Group group, Set<Cell> results) {
        Set<Cell> wanted = new HashSet<>(results);
        List<Cell> cells = new ArrayList<>();
        for (int i = group.cells().size() - 1; i >= 0; i--) {
            Cell cell = group.cells().get(i);
            if (wanted.contains(cell)) {
                cells.add(0, cell);
                wanted.addAll(cell.inputs());
            }
        }
        cells.removeIf(Cell::folds);
        return cells;
    }
}
