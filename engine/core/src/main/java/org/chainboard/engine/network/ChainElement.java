package org.chainboard.engine.network;

import java.util.Optional;
import org.chainboard.engine.expr.TypedFunction;

/**
 * A layer as it was read.
 *
 * @param at where its text begins; for a Dense, where its number of inputs stands
 * @param inputs how many inputs a Dense declares; 0 for what takes any number
 * @param function what a function block computes
 */
record ChainElement(Block block, int at, int inputs, Optional<TypedFunction> function) {
    static ChainElement of(Block block, int at) {
        return new ChainElement(block, at, 0, Optional.empty());
    }

    static ChainElement dense(Block.Dense block, int at, int inputs) {
        return new ChainElement(block, at, inputs, Optional.empty());
    }

    static ChainElement function(TypedFunction function, String text, int at) {
        return new ChainElement(new Block.Function(text, 1), at, 0, Optional.of(function));
    }
}
