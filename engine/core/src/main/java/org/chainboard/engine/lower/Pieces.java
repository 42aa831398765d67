package org.chainboard.engine.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.tensor.Variable;

/**
 * Takes small groups apart into what hangs together, so that parts that are alike can be found. Folds, and what is done to
 * single numbers, are put off until they are needed. What reads a variable that gets its new numbers in place keeps its
 * turn: it means the old ones.
 */
final class Pieces {
    private final int largest;
    private final Map<Cell, Variable> inPlace;
    private final Set<Variable> changing;
    private final List<Schedule.Group> order = new ArrayList<>();
    /** What has been put off, by what it gives. */
    private final Map<Cell, Schedule.Group> open = new LinkedHashMap<>();

    private Pieces(int largest, Map<Cell, Variable> inPlace) {
        this.largest = largest;
        this.inPlace = inPlace;
        this.changing = new HashSet<>(inPlace.values());
    }

    /**
     * @param largest elements of a small group at most
     * @param inPlace cells that lie where a variable does, and so change it
     */
    static List<Schedule.Group> of(List<Schedule.Group> groups, int largest, Map<Cell, Variable> inPlace) {
        Pieces pieces = new Pieces(largest, inPlace);
        groups.forEach(pieces::add);
        while (!pieces.open.isEmpty()) {
            pieces.close(pieces.open.keySet().iterator().next());
        }
        return pieces.order;
    }

    private void add(Schedule.Group group) {
        List<Cell> folds = group.cells().stream().filter(Cell::folds).toList();
        if (group.extent() == 1) {
            putOff(group);
        } else if (group.extent() == 0 || group.extent() > largest || readsChanging(folds)) {
            now(group);
        } else {
            List<Cell> rest =
                    group.cells().stream().filter(cell -> !cell.folds()).toList();
            parts(rest).forEach(part -> now(new Schedule.Group(part, group.extent())));
            if (!folds.isEmpty()) {
                putOff(new Schedule.Group(folds, group.extent()));
            }
        }
    }

    private boolean readsChanging(List<Cell> cells) {
        return cells.stream().flatMap(cell -> cell.inputs().stream()).anyMatch(this::isChanging);
    }

    private boolean isChanging(Cell cell) {
        return cell.kind() instanceof Cell.Held held && changing.contains(held.variable());
    }

    private void putOff(Schedule.Group group) {
        if (readsChanging(group.cells())) {
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

    /** Cells of which none uses another part's, nor reads a variable that another part changes; in their order. */
    private Collection<List<Cell>> parts(List<Cell> cells) {
        Set<Cell> own = new HashSet<>(cells);
        Map<Object, Part> partOf = new HashMap<>();
        for (Cell cell : cells) {
            Part part = new Part();
            for (Object thing : touched(cell, own)) {
                part = partOf.containsKey(thing) ? joined(part, partOf.get(thing), partOf) : part;
                part.things.add(thing);
                partOf.put(thing, part);
            }
        }
        Map<Part, List<Cell>> parts = new LinkedHashMap<>();
        cells.forEach(cell -> parts.computeIfAbsent(partOf.get(cell), part -> new ArrayList<>())
                .add(cell));
        return parts.values();
    }

    /** One part of both, which the smaller one joins. */
    private static Part joined(Part a, Part b, Map<Object, Part> partOf) {
        Part larger = a.things.size() > b.things.size() ? a : b;
        Part smaller = larger == a ? b : a;
        if (a != b) {
            larger.things.addAll(smaller.things);
            smaller.things.forEach(thing -> partOf.put(thing, larger));
        }
        return larger;
    }

    /** Cells and changing variables that hang together. Compared by identity. */
    private static final class Part {
        final Set<Object> things = new HashSet<>();
    }

    /** What a cell shares with others of its group: itself, cells it uses, changing variables it reads or changes. */
    private List<Object> touched(Cell cell, Set<Cell> own) {
        List<Object> touched = new ArrayList<>(List.of(cell));
        for (Cell input : cell.inputs()) {
            if (own.contains(input)) {
                touched.add(input);
            } else if (isChanging(input)) {
                touched.add(((Cell.Held) input.kind()).variable());
            }
        }
        if (inPlace.containsKey(cell)) {
            touched.add(inPlace.get(cell));
        }
        return touched;
    }
}
