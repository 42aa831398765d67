package org.chainboard.engine.optim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.State;

/**
 * An optimiser at work on one parameter: its formulas and its memory. Several plans may take steps with the same rule;
 * they share the memory.
 */
public final class Rule {
    private final List<Part> parts;

    /** One rule of a chain: its formula, its numbers' names in the chain, its settled numbers, its memory by slot. */
    record Part(
            Function<Step, Var> formula,
            Map<String, String> hyperNames,
            Map<String, Double> settled,
            Map<String, State> memory) {}

    Rule(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The memory, in a fixed order; saving and restoring it resumes a run exactly. */
    public List<State> states() {
        return parts.stream().flatMap(part -> part.memory().values().stream()).toList();
    }

    /**
     * Writes one step as graph: the parameter less what the formulas make of its gradient.
     *
     * @param parameter its present numbers
     * @param gradient of the loss by it, of the same size
     * @param hypers a scalar for every {@link UpdateRule#hypers} by name, of the parameter's number type
     */
    public Update step(Var parameter, Var gradient, Map<String, Var> hypers) {
        Map<State, Var> kept = new LinkedHashMap<>();
        Var change = gradient;
        for (Part part : parts) {
            Map<String, Var> own = new LinkedHashMap<>();
            part.hyperNames().forEach((name, inChain) -> own.put(name, hypers.get(inChain)));
            Step step = new Step(parameter, change, own, part.settled(), Collections.unmodifiableMap(part.memory()));
            change = part.formula().apply(step);
            kept.putAll(step.kept());
        }
        return new Update(parameter.sub(change), kept);
    }
}
