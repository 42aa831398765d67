package org.chainboard.engine.layer;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.chainboard.engine.op.Var;

/** A function written in Java; what it says cannot be printed. */
record Plain(UnaryOperator<Var> function) implements Layer {
    Plain {
        Objects.requireNonNull(function);
    }

    @Override
    public Var apply(Var x, Mode mode) {
        return function.apply(x);
    }

    @Override
    public String toString() {
        return "function";
    }
}
