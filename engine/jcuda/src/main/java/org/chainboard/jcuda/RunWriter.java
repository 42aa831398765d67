package org.chainboard.jcuda;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.lower.Elements;
import org.chainboard.engine.lower.Layout;

/**
 * Writes element-wise cells as instructions. What only later instructions of the same run need stays in a slot, which is
 * given to another cell after its last use; where slots run out it goes through memory, which a thread may read again.
 */
final class RunWriter {
    /** Slots of a thread; 40 of double precision for 128 threads are 40 KB, and every card has 48 for a block. */
    static final int MOST_SLOTS = 40;

    private static final int ARRAY = 1;
    private static final int SINGLE = 2;
    private static final int SLOT = 3;
    private static final int BITS = 2;
    private static final int NONE = -1;

    private final Layout layout;
    private final int mostSlots;
    private final Set<Integer> reads = new HashSet<>();
    private final Set<Integer> writes = new HashSet<>();
    private final Map<Cell, Integer> lastUse = new IdentityHashMap<>();
    private final Map<Cell, Integer> slots = new IdentityHashMap<>();
    private final Queue<Integer> free = new PriorityQueue<>();
    private int used;

    private RunWriter(Layout layout, int mostSlots) {
        this.layout = layout;
        this.mostSlots = mostSlots;
    }

    /**
     * The piece that computes {@code cells} in their order.
     *
     * @param stored those whose numbers are to be left in memory
     * @param when as in {@link Work.Run}
     */
    static Piece of(List<Cell> cells, int extent, Set<Cell> stored, Layout layout, int when) {
        return of(cells, extent, stored, layout, when, MOST_SLOTS);
    }

    static Piece of(List<Cell> cells, int extent, Set<Cell> stored, Layout layout, int when, int mostSlots) {
        return new RunWriter(layout, mostSlots).write(cells, extent, stored, when);
    }

    /** One instruction that is no cell's, from whole arrays. */
    static Piece single(GpuCode code, int extent, int out, int when, int... operands) {
        int[] instruction = new int[Work.Run.WIDTH];
        instruction[0] = code.ordinal();
        instruction[1] = NONE;
        instruction[2] = out;
        Set<Integer> reads = new HashSet<>();
        for (int k = 0; k < operands.length; k++) {
            instruction[3 + k] = operands[k];
            instruction[6] |= ARRAY << (BITS * k);
            reads.add(operands[k]);
        }
        if (when >= 0) {
            reads.add(when);
        }
        return new Piece(new Work.Run(instruction, 0, extent, when), reads, Set.of(out));
    }

    private Piece write(List<Cell> cells, int extent, Set<Cell> stored, int when) {
        Set<Cell> own = new HashSet<>(cells);
        for (int i = 0; i < cells.size(); i++) {
            for (Cell input : cells.get(i).inputs()) {
                lastUse.put(input, i);
            }
        }
        int[] code = new int[Work.Run.WIDTH * cells.size()];
        for (int i = 0; i < cells.size(); i++) {
            write(code, i, cells.get(i), own, stored, extent);
        }
        if (when >= 0) {
            reads.add(when);
        }
        return new Piece(new Work.Run(code, used, extent, when), reads, writes);
    }

    private void write(int[] code, int i, Cell cell, Set<Cell> own, Set<Cell> stored, int extent) {
        int at = Work.Run.WIDTH * i;
        Code does = ((Cell.Element) cell.kind()).code();
        code[at] = GpuCode.valueOf(does.name()).ordinal();
        int kinds = 0;
        for (int k = 0; k < cell.inputs().size(); k++) {
            Cell input = cell.input(k);
            int kind = kind(input, extent > 1 && Elements.isSingle(does, k));
            code[at + 3 + k] = kind == SLOT ? slots.get(input) : layout.of(input);
            kinds |= kind << (BITS * k);
            if (kind != SLOT && !own.contains(input)) {
                reads.add(layout.of(input));
            }
        }
        code[at + 6] = kinds;
        // an instruction reads before it writes, so its result may take the slot of what it is the last to read
        giveBack(cell, i);
        boolean later = lastUse.getOrDefault(cell, NONE) > i;
        int slot = later ? slot() : NONE;
        if (slot >= 0) {
            slots.put(cell, slot);
        }
        boolean kept = stored.contains(cell) || (later && slot < 0);
        code[at + 1] = slot;
        code[at + 2] = kept ? layout.of(cell) : NONE;
        if (kept) {
            writes.add(layout.of(cell));
        }
    }

    private int kind(Cell input, boolean single) {
        if (slots.containsKey(input)) {
            return SLOT;
        }
        return single ? SINGLE : ARRAY;
    }

    private int slot() {
        if (!free.isEmpty()) {
            return free.remove();
        }
        return used < mostSlots ? used++ : NONE;
    }

    private void giveBack(Cell cell, int i) {
        for (Cell input : cell.inputs()) {
            if (lastUse.get(input) == i && slots.containsKey(input)) {
                free.add(slots.remove(input));
            }
        }
    }
}
