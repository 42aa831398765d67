package org.chainboard.engine.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chainboard.engine.op.Var;

/** The usual connections. Arithmetic goes element by element, so {@code *} is Julia's {@code .*}. */
public enum Join implements Connection {
    /** The sum. */
    ADD("+", values -> values.stream().reduce(Var::add).orElseThrow()),
    /** The product, element by element. */
    MUL("*", values -> values.stream().reduce(Var::mul).orElseThrow()),
    /** The largest of each place. */
    MAX("max", values -> values.stream().reduce(Var::max).orElseThrow()),
    /** The smallest of each place. */
    MIN("min", values -> values.stream().reduce(Var::min).orElseThrow()),
    /** One below the other: the features of all. */
    VCAT("vcat", Stack::of);

    private final String text;
    private final Function<List<Var>, Var> formula;

    Join(String text, Function<List<Var>, Var> formula) {
        this.text = text;
        this.formula = formula;
    }

    /** As Flux writes it, such as {@code +}. */
    public String text() {
        return text;
    }

    /** The row with this text; Julia's dotted signs are read too. */
    public static Optional<Join> parse(String text) {
        String plain = text.startsWith(".") ? text.substring(1) : text;
        return Arrays.stream(values()).filter(row -> row.text.equals(plain)).findFirst();
    }

    @Override
    public Var join(List<Var> values, Mode mode) {
        return formula.apply(values);
    }

    @Override
    public String toString() {
        return text;
    }
}
