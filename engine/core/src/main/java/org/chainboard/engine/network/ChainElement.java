package org.chainboard.engine.network;

import java.util.Optional;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.layer.Layer;

/**
 * A layer as it was read.
 *
 * @param at where its text begins; for a Dense, where its number of inputs stands
 * @param inputs how many inputs a Dense declares; 0 for what takes any number
 * @param function what a function block computes
 * @param layer what a written block computes
 * @param name what it is called; empty for a number of its kind
 */
record ChainElement(
        Block block, int at, int inputs, Optional<TypedFunction> function, Optional<Layer> layer, String name) {
    static ChainElement of(Block block, int at) {
        return new ChainElement(block, at, 0, Optional.empty(), Optional.empty(), "");
    }

    static ChainElement dense(Block.Dense block, int at, int inputs) {
        return new ChainElement(block, at, inputs, Optional.empty(), Optional.empty(), "");
    }

    static ChainElement function(TypedFunction function, String text, int at) {
        return new ChainElement(new Block.Function(text, 1), at, 0, Optional.of(function), Optional.empty(), "");
    }

    /** A layer without a block of its own. */
    static ChainElement written(Layer layer, String code, int at) {
        int inputs = Declared.inputs(layer).orElse(0);
        return new ChainElement(new Block.Written(code), at, inputs, Optional.empty(), Optional.of(layer), "");
    }

    ChainElement called(String given) {
        return new ChainElement(block, at, inputs, function, layer, given);
    }
}
