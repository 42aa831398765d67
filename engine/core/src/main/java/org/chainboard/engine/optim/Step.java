package org.chainboard.engine.optim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.State;

/** What a formula sees while it writes one step for one parameter. */
final class Step {
    private final Var parameter;
    private final Var gradient;
    private final Map<String, Var> hypers;
    private final Map<String, Double> settled;
    private final Map<String, State> memory;
    private final Map<State, Var> kept = new LinkedHashMap<>();

    Step(Var parameter, Var gradient, Map<String, Var> hypers, Map<String, Double> settled, Map<String, State> memory) {
        this.parameter = parameter;
        this.gradient = gradient;
        this.hypers = hypers;
        this.settled = settled;
        this.memory = memory;
    }

    Var parameter() {
        return parameter;
    }

    /** The gradient, or what the rules before this one in a chain made of it. */
    Var gradient() {
        return gradient;
    }

    Var hyper(String name) {
        return Objects.requireNonNull(hypers.get(name), name);
    }

    /** A number that no step changes. */
    double settled(String name) {
        return settled.get(name);
    }

    /** What the memory held before this step. */
    Var old(String slot) {
        return gradient.read(memory.get(slot));
    }

    /** Has the memory hold {@code value} after this step; gives it back. */
    Var keep(String slot, Var value) {
        kept.put(memory.get(slot), value);
        return value;
    }

    Map<State, Var> kept() {
        return kept;
    }
}
