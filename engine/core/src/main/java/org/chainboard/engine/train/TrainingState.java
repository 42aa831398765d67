package org.chainboard.engine.train;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/**
 * Where a run stands, as a value: everything that the steps from here on depend on and that its program does not say. A
 * run that is given it goes on bit for bit as the one it was taken from would have. The order of the samples is no part of
 * it, for that follows from the seed and the number of the step.
 *
 * @param step steps taken
 * @param entries parameters, what the optimiser remembers, its numbers, and what layers remember, in the program's order
 */
public record TrainingState(long step, List<Entry> entries) {

    /** The numbers of one variable, by its name. */
    public record Entry(String name, Tensor value) {}

    public TrainingState {
        entries = List.copyOf(entries);
    }

    /**
     * Numbers for these variables, in their order, found by name and, where a name occurs more than once, by place; empty
     * unless each of them has some of its own size and type.
     */
    Optional<List<Tensor>> valuesFor(Collection<Variable> variables) {
        Map<String, Queue<Tensor>> byName = new HashMap<>();
        entries.forEach(entry ->
                byName.computeIfAbsent(entry.name(), name -> new ArrayDeque<>()).add(entry.value()));
        List<Tensor> values = new ArrayList<>();
        for (Variable variable : variables) {
            Tensor value =
                    byName.getOrDefault(variable.name(), new ArrayDeque<>()).poll();
            if (value == null || !value.shape().equals(variable.shape()) || value.dtype() != variable.dtype()) {
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(values);
    }
}
