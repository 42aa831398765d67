package org.chainboard.engine.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chainboard.engine.tensor.Variable;

/**
 * Makes one piece of work of small groups that do the same to different arrays, as an optimiser does to each parameter:
 * their arrays are laid one behind the other in the same order, so that one run goes over all of them. The gaps between
 * arrays are computed as well; nobody looks at them.
 */
final class Alike {
    /** A larger group is worth a run of its own, while its numbers are near. */
    static final int LARGEST = 1 << 12;

    private final List<Schedule.Group> groups;
    private final Set<Cell> needed;
    private final Map<Cell, Variable> inPlace;
    private final Layout layout;

    /** What has a place: a variable, or else a computed cell. */
    private record Holder(Variable variable, Cell cell) {}

    /**
     * @param groups taken apart into pieces
     * @param inPlace cells that lie where a variable does
     */
    Alike(List<Schedule.Group> groups, Set<Cell> needed, Map<Cell, Variable> inPlace, Layout layout) {
        this.groups = groups;
        this.needed = needed;
        this.inPlace = inPlace;
        this.layout = layout;
    }

    /** The groups with those that are alike as one, at the place of the last of them. */
    List<Schedule.Group> merged() {
        Map<String, List<Schedule.Group>> kinds = new LinkedHashMap<>();
        for (Schedule.Group group : groups) {
            boolean folds = group.cells().stream().anyMatch(Cell::folds);
            if (group.extent() > 1 && group.extent() <= LARGEST && !folds) {
                kinds.computeIfAbsent(kind(group), key -> new ArrayList<>()).add(group);
            }
        }
        Map<Schedule.Group, Schedule.Group> instead = new IdentityHashMap<>();
        Set<Schedule.Group> gone = new HashSet<>();
        for (List<Schedule.Group> same : kinds.values()) {
            if (same.size() > 1 && canWait(same) && lay(same)) {
                int last = same.size() - 1;
                gone.addAll(same.subList(0, last));
                int span = offsets(same)[last] + same.get(last).extent();
                instead.put(same.get(last), new Schedule.Group(same.get(0).cells(), span));
            }
        }
        return groups.stream()
                .filter(group -> !gone.contains(group))
                .map(group -> instead.getOrDefault(group, group))
                .toList();
    }

    /** What a group does, but for the arrays it does it to; what is one number for all elements has to be the same. */
    private String kind(Schedule.Group group) {
        Map<Cell, Integer> own = new HashMap<>();
        StringBuilder kind = new StringBuilder();
        for (Cell cell : group.cells()) {
            Code code = ((Cell.Element) cell.kind()).code();
            kind.append(code).append(needed.contains(cell) ? " kept" : "");
            for (int i = 0; i < cell.inputs().size(); i++) {
                Cell input = cell.input(i);
                if (Elements.isSingle(code, i)) {
                    kind.append(" number ").append(layout.of(input));
                } else {
                    kind.append(own.containsKey(input) ? " own " + own.get(input) : " array");
                }
            }
            own.put(cell, own.size());
        }
        return kind.toString();
    }

    /** Whether nothing up to the last of them needs what the others compute, or changes what they read. */
    private boolean canWait(List<Schedule.Group> same) {
        Set<Cell> results = new HashSet<>();
        Set<Variable> read = new HashSet<>();
        for (Schedule.Group group : same) {
            results.addAll(group.cells());
            inputs(group).forEach(input -> {
                if (input.kind() instanceof Cell.Held held) {
                    read.add(held.variable());
                }
            });
        }
        int first = groups.indexOf(same.get(0));
        int last = groups.indexOf(same.get(same.size() - 1));
        for (Schedule.Group between : groups.subList(first, last + 1)) {
            Set<Cell> own = new HashSet<>(between.cells());
            boolean needs = inputs(between).anyMatch(input -> results.contains(input) && !own.contains(input));
            boolean changes = !same.contains(between)
                    && between.cells().stream().map(inPlace::get).anyMatch(read::contains);
            if (needs || changes) {
                return false;
            }
        }
        return true;
    }

    private static Stream<Cell> inputs(Schedule.Group group) {
        return group.cells().stream().flatMap(cell -> cell.inputs().stream());
    }

    private static int[] offsets(List<Schedule.Group> same) {
        int[] offsets = new int[same.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + Layout.rounded(same.get(i - 1).extent());
        }
        return offsets;
    }

    /** Lays the arrays of each role one behind the other; false, and nothing is changed, where that cannot be. */
    private boolean lay(List<Schedule.Group> same) {
        int[] offsets = offsets(same);
        Set<List<Holder>> roles = roles(same);
        Set<Holder> all = new HashSet<>();
        for (List<Holder> role : roles) {
            if (!all.addAll(role) || role.size() != new HashSet<>(role).size() || !fits(role, offsets)) {
                return false;
            }
        }
        if (all.size() != roles.size() * same.size()) {
            return false;
        }
        for (List<Holder> role : roles) {
            if (place(role.get(0)) < 0) {
                int at = layout.room(offsets[offsets.length - 1]
                        + same.get(offsets.length - 1).extent());
                for (int i = 0; i < offsets.length; i++) {
                    put(role.get(i), at + offsets[i]);
                }
            }
        }
        return true;
    }

    private boolean fits(List<Holder> role, int[] offsets) {
        int first = place(role.get(0));
        for (int i = 0; i < offsets.length; i++) {
            int place = place(role.get(i));
            if (first < 0 ? place >= 0 : place != first + offsets[i]) {
                return false;
            }
        }
        return true;
    }

    private int place(Holder holder) {
        return holder.variable == null ? layout.placeOf(holder.cell) : layout.placeOf(holder.variable);
    }

    private void put(Holder holder, int at) {
        if (holder.variable == null) {
            layout.place(holder.cell, at);
        } else {
            layout.place(holder.variable, at);
        }
    }

    /** For each array that the first group touches, those that the others have in its stead. */
    private Set<List<Holder>> roles(List<Schedule.Group> same) {
        List<List<Holder>> arrays = same.stream().map(this::arrays).toList();
        Set<List<Holder>> roles = new LinkedHashSet<>();
        for (int i = 0; i < arrays.get(0).size(); i++) {
            int number = i;
            roles.add(arrays.stream().map(of -> of.get(number)).toList());
        }
        return roles;
    }

    /** Operands from outside and results that are kept, in the order in which they are met. */
    private List<Holder> arrays(Schedule.Group group) {
        List<Holder> arrays = new ArrayList<>();
        for (Cell cell : group.cells()) {
            Code code = ((Cell.Element) cell.kind()).code();
            for (int i = 0; i < cell.inputs().size(); i++) {
                if (!Elements.isSingle(code, i)) {
                    arrays.add(holder(cell.input(i)));
                }
            }
            arrays.add(holder(cell));
        }
        return arrays;
    }

    private Holder holder(Cell cell) {
        if (cell.kind() instanceof Cell.Held held) {
            return new Holder(held.variable(), null);
        }
        Variable variable = inPlace.get(cell);
        return variable == null ? new Holder(null, cell) : new Holder(variable, null);
    }
}
