package org.chainboard.engine.lower;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** Where everything lies in the one array: variables, which all programs share, constants, and what programs compute. */
public final class Layout {
    /** Everything begins at a multiple of this (after the first place), and so much may be read beyond its end: the widest vector. */
    public static final int ROOM = 16;

    private final Map<Variable, Integer> variables = new HashMap<>();
    private final Map<Cell, Integer> cells = new IdentityHashMap<>();
    private final Map<Integer, Tensor> contents = new HashMap<>();
    private long end;

    public Layout() {
        this(0);
    }

    /** With nothing before place {@code first}, and everything at multiples of {@link #ROOM} after it. */
    public Layout(int first) {
        this.end = first;
    }

    /** Room for {@code size} numbers, with space up to the next whole vector. */
    public int room(int size) {
        long at = end;
        end += Math.max(ROOM, (size + ROOM - 1L) / ROOM * ROOM);
        if (end > Integer.MAX_VALUE - 64) {
            throw new BackendException(
                    "This network needs more than two thousand million numbers of memory. Make a layer"
                            + " or the batch smaller.");
        }
        return (int) at;
    }

    /** How much room {@code size} numbers take. */
    public static int rounded(int size) {
        return (size + ROOM - 1) / ROOM * ROOM;
    }

    /** Where {@code variable} lies; it gets room when asked for first. */
    public int of(Variable variable) {
        if (!variables.containsKey(variable)) {
            place(variable, room(variable.shape().size()));
        }
        return variables.get(variable);
    }

    /** Has {@code variable} lie at {@code at}. */
    void place(Variable variable, int at) {
        variables.put(variable, at);
        contents.put(at, variable.value());
    }

    /** Where {@code variable} lies already; -1 for nowhere. */
    int placeOf(Variable variable) {
        return variables.getOrDefault(variable, -1);
    }

    /** Where {@code cell} lies already; -1 for nowhere. */
    int placeOf(Cell cell) {
        return cells.getOrDefault(cell, -1);
    }

    /** Whether {@code variable} has been given room. */
    public boolean holds(Variable variable) {
        return variables.containsKey(variable);
    }

    /** Where {@code cell} lies; it gets room when asked for first. */
    public int of(Cell cell) {
        Integer known = cells.get(cell);
        return known == null ? placed(cell) : known;
    }

    private int placed(Cell cell) {
        int at;
        if (cell.kind() instanceof Cell.Held held) {
            at = of(held.variable());
        } else {
            at = room(cell.size());
        }
        place(cell, at);
        return at;
    }

    /** Has {@code cell} lie at {@code at}. */
    public void place(Cell cell, int at) {
        cells.put(cell, at);
        if (cell.kind() instanceof Cell.Fixed fixed) {
            contents.put(at, fixed.tensor());
        }
    }

    /** What lies where before the first run. */
    public Map<Integer, Tensor> contents() {
        return contents;
    }

    /** How long the array has to be; a vector read at its very end stays inside. */
    public int length() {
        return (int) end + ROOM;
    }

    /** The cells of {@code group} that nobody else needs. */
    public static Set<Cell> passing(Schedule.Group group, Set<Cell> needed) {
        Set<Cell> passing = new HashSet<>(group.cells());
        passing.removeAll(needed);
        passing.removeIf(Cell::folds);
        return passing;
    }

    /** The cells that are used by another group than their own, or asked for. */
    public static Set<Cell> needed(List<Schedule.Group> groups, Set<Cell> roots) {
        Set<Cell> needed = new HashSet<>(roots);
        for (Schedule.Group group : groups) {
            Set<Cell> own = new HashSet<>(group.cells());
            for (Cell cell : group.cells()) {
                cell.inputs().stream().filter(input -> !own.contains(input)).forEach(needed::add);
            }
        }
        return needed;
    }
}
