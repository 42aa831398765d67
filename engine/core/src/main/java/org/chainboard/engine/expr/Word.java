package org.chainboard.engine.expr;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;

/**
 * A function that has a name in typed functions and in chain text.
 *
 * @param name how it is printed, as Flux prints it
 * @param aliases other names that are read
 * @param least fewest arguments
 * @param most most arguments
 * @param meaning what it computes
 * @param along what it computes along some axes only; empty where it has no axes to go along
 */
public record Word(
        String name,
        List<String> aliases,
        int least,
        int most,
        Function<List<Var>, Var> meaning,
        Optional<Along> along) {
    /** What is computed along axes, which count from 0 here and stay with size 1. */
    public interface Along {
        /** The value for one array. */
        Var apply(Var x, int... axes);
    }

    public Word {
        aliases = List.copyOf(aliases);
    }

    /** Whether {@code text} is its name or another name of it. */
    public boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }

    /** Whether it can be told what axes to go along, as in {@code sum(x, dims=1)}. */
    public boolean takesDims() {
        return along.isPresent();
    }

    /** The value for these arguments; their number was checked before. */
    public Var apply(List<Var> arguments) {
        return meaning.apply(arguments);
    }

    /**
     * The value along some axes, which stay with size 1.
     *
     * @param dims the axes, counted from 1, at least one
     * @throws ShapeException when {@code x} has fewer axes
     */
    public Var apply(Var x, List<Integer> dims) {
        for (int dim : dims) {
            if (dim > x.shape().rank()) {
                throw new ShapeException(Sentences.get("noAxis", name, dim, x.shape()));
            }
        }
        return along.orElseThrow()
                .apply(x, dims.stream().mapToInt(dim -> dim - 1).toArray());
    }
}
