package org.chainboard.engine.expr;

import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.op.Var;

/**
 * A function that has a name in typed functions and in chain text.
 *
 * @param name how it is printed, as Flux prints it
 * @param aliases other names that are read
 * @param least fewest arguments
 * @param most most arguments
 * @param meaning what it computes
 */
public record Word(String name, List<String> aliases, int least, int most, Function<List<Var>, Var> meaning) {
    public Word {
        aliases = List.copyOf(aliases);
    }

    /** Whether {@code text} is its name or another name of it. */
    public boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }

    /** The value for these arguments; their number was checked before. */
    public Var apply(List<Var> arguments) {
        return meaning.apply(arguments);
    }
}
