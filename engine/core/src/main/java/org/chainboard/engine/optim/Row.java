package org.chainboard.engine.optim;

import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.op.Var;

/**
 * What a table says of a rule.
 *
 * @param name in Optimisers.jl, such as {@code Adam}
 * @param variant the keyword that picks this variant of the rule, such as {@code centred = true}; empty for the usual one
 * @param formula what it makes of a gradient
 * @param slots what it remembers of each parameter
 * @param hypers the numbers that steer it, in the order in which Optimisers.jl takes them
 * @param settled the numbers after them, which the graph is made for
 */
record Row(
        String name,
        String variant,
        Function<Step, Var> formula,
        List<Slot> slots,
        List<Hyper> hypers,
        List<Hyper> settled) {
    static Row of(LinkKind kind) {
        return kind instanceof Optimiser optimiser ? optimiser.row() : ((Modifier) kind).row();
    }

    /** The name that no other row has. */
    String text() {
        return variant.isEmpty() ? name : name + "(" + variant.replace(" ", "") + ")";
    }
}
