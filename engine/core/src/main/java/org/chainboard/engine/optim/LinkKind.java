package org.chainboard.engine.optim;

import java.util.List;
import java.util.stream.Stream;

/** A rule that can stand in an {@link OptimiserChain}: a row of one of the two tables. */
public sealed interface LinkKind permits Optimiser, Modifier {
    /** The name in Optimisers.jl, with the keyword of a variant, such as {@code AdamW(couple=false)}. */
    String text();

    /** The numbers that steer it, in the order in which Optimisers.jl takes them. */
    List<Hyper> hypers();

    /** All its numbers: those that steer it, then those that are settled when training starts, such as ClipNorm's p. */
    default List<Hyper> numbers() {
        return Stream.concat(hypers().stream(), Row.of(this).settled().stream()).toList();
    }

    /** Every row of both tables. */
    static Stream<LinkKind> all() {
        return Stream.concat(Stream.of(Optimiser.values()), Stream.of(Modifier.values()));
    }

    /** Its name without a variant, such as {@code AdamW}. */
    default String rule() {
        return Row.of(this).name();
    }

    /** The keyword that picks a variant, such as {@code couple = false}; empty for the usual one. */
    default String variant() {
        return Row.of(this).variant();
    }
}
