package org.chainboard.engine.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.State;

/**
 * An optimiser at work on one parameter: its formula and its memory. Several plans may take steps with the same rule; they
 * share the memory.
 */
public final class Rule {
    private final Function<Step, Var> formula;
    private final Map<String, State> memory = new LinkedHashMap<>();

    Rule(Parameter parameter, List<Slot> slots, Function<Step, Var> formula) {
        this.formula = formula;
        slots.forEach(slot -> memory.put(slot.name(), slot.fresh(parameter)));
    }

    /** The memory, in a fixed order; saving and restoring it resumes a run exactly. */
    public List<State> states() {
        return List.copyOf(memory.values());
    }

    /**
     * Writes one step as graph: the parameter less what the formula makes of its gradient.
     *
     * @param parameter its present numbers
     * @param gradient of the loss by it, of the same size
     * @param hypers a scalar for every {@link Optimiser#hypers} by name, of the parameter's number type
     */
    public Update step(Var parameter, Var gradient, Map<String, Var> hypers) {
        Step step = new Step(parameter, gradient, hypers, Collections.unmodifiableMap(memory));
        Var change = formula.apply(step);
        return new Update(parameter.sub(change), step.kept());
    }
}
