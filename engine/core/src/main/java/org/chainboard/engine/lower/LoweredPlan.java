package org.chainboard.engine.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Variable;

/**
 * A plan as cells in groups, each group one piece of work. A backend carries out {@link #groups} in order, reports the
 * scalars, then does what {@link #again} and {@link #copied} say.
 */
public final class LoweredPlan {
    /** What a variable becomes at the end of a run; {@code when} is one number, not 0 where it does; null for always. */
    public record Stored(Cell value, Variable to, Cell when) {}

    /** Computes {@code group} again, with its results in place, once {@code when} is not 0. */
    public record Again(Schedule.Group group, Set<Cell> results, Cell when) {}

    /** Copies {@code size} numbers at the end of a run, where the number at {@code when} is not 0; -1 for always. */
    public record Copy(int from, int to, int size, int when) {}

    private final Map<String, Cell> outputs;
    private final List<Schedule.Group> groups;
    private final Stores stores;
    private final Set<Cell> roots;
    private final Set<Cell> needed;

    /** @param small up to how many numbers a guarded result is copied rather than computed again */
    public LoweredPlan(Plan plan, int small) {
        Lowering lowering = new Lowering(plan.graph());
        this.outputs = lowering.outputs();
        this.roots = new LinkedHashSet<>(outputs.values());
        Set<Cell> waiting = new HashSet<>();
        for (Stored store : lowering.stores()) {
            roots.add(store.value());
            if (store.when() != null) {
                roots.add(store.when());
                waiting.add(store.when());
            }
        }
        this.groups = Schedule.of(roots);
        this.stores = new Stores(groups, lowering.stores(), outputs.values(), small);
        stores.again().forEach(again -> roots.removeAll(again.results()));
        roots.addAll(waiting);
        this.needed = Layout.needed(groups, roots);
    }

    /** The cell of each named result. */
    public Map<String, Cell> outputs() {
        return outputs;
    }

    /** What is computed, in order. */
    public List<Schedule.Group> groups() {
        return groups;
    }

    /** The cells that are used by another group than their own, or asked for: they must lie in memory. */
    public Set<Cell> needed() {
        return needed;
    }

    /** What is computed once more at the end, in place; after {@link #placeAgain}. */
    public List<Again> again() {
        return stores.again();
    }

    /** What is copied into variables at the end. */
    public List<Stored> copied() {
        return stores.copied();
    }

    /** The same as copies of places; neighbours are copied together. */
    public List<Copy> copies(Layout layout) {
        List<Copy> copies = new ArrayList<>();
        for (Stored store : stores.copied()) {
            int when = store.when() == null ? -1 : layout.of(store.when());
            Copy next = new Copy(
                    layout.of(store.value()),
                    layout.of(store.to()),
                    store.value().size(),
                    when);
            Copy last = copies.isEmpty() ? next : copies.get(copies.size() - 1);
            int apart = next.from - last.from;
            boolean beside =
                    apart > 0 && apart == Layout.rounded(last.size) && apart == next.to - last.to && when == last.when;
            if (beside) {
                copies.set(copies.size() - 1, new Copy(last.from, last.to, apart + next.size, when));
            } else {
                copies.add(next);
            }
        }
        return copies;
    }

    /**
     * What is computed, in order.
     *
     * @param needed the cells that are used by another group than their own, or asked for
     */
    public record Placed(List<Schedule.Group> groups, Set<Cell> needed) {}

    /**
     * What is computed, with small groups that do the same to different arrays as one. Has those arrays lie one behind the
     * other, and results that are stored without a condition where their variables do.
     */
    public Placed place(Layout layout) {
        Map<Cell, Variable> now = new HashMap<>(stores.inPlace());
        again().forEach(again -> now.keySet().removeAll(again.results()));
        List<Schedule.Group> pieces = Pieces.of(groups, Alike.LARGEST, now);
        // what lay within one group may now be needed by another piece of it
        Set<Cell> neededNow = Layout.needed(pieces, roots);
        List<Schedule.Group> merged = new Alike(pieces, neededNow, now, layout).merged();
        now.forEach((cell, variable) -> layout.place(cell, layout.of(variable)));
        return new Placed(merged, neededNow);
    }

    /** The same for what is computed again; only once all else of the plan has been placed. */
    public void placeAgain(Again again, Layout layout) {
        again.results()
                .forEach(cell -> layout.place(cell, layout.of(stores.inPlace().get(cell))));
    }
}
