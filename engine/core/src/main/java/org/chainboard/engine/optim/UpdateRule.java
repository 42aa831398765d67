package org.chainboard.engine.optim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.tensor.Parameter;

/** How parameters follow their gradients: a row of the table {@link Optimiser}, or several rules in a chain. */
public sealed interface UpdateRule permits Optimiser, OptimiserChain {
    /** The text that {@link #of} reads back. */
    String text();

    /** The numbers that steer it, each under a name of its own. All of them are inputs of the compiled step. */
    List<Hyper> hypers();

    /**
     * A fresh memory for {@code parameter}, as before the first step.
     *
     * @param hypers the optimiser's numbers by name; those left out have their default
     */
    Rule start(Parameter parameter, Map<String, Double> hypers);

    /** A fresh memory for {@code parameter}, where all numbers have their defaults. */
    default Rule start(Parameter parameter) {
        return start(parameter, Map.of());
    }

    /**
     * Whether it may make finite numbers of a gradient that is not finite. All others leave something that is not finite
     * either, in the parameter or in their memory.
     */
    boolean hides();

    /** All its numbers: the given ones, and defaults for the others. */
    default Map<String, Double> numbers(Map<String, Double> given) {
        Map<String, Double> all = new HashMap<>();
        hypers().forEach(hyper -> all.put(hyper.name(), given.getOrDefault(hyper.name(), hyper.usual())));
        return all;
    }

    /**
     * Reads the name of a row, such as {@code Adam}, or Flux's spelling of one or several rules with their numbers:
     * {@code Adam(0.001, (0.9, 0.999))}, {@code OptimiserChain(ClipNorm(10), AdamW(lambda = 0.01))}.
     *
     * @throws IllegalArgumentException whose message says where the text is wrong, and what would be right
     */
    static UpdateRule of(String text) {
        Optional<Optimiser> row = Optimiser.parse(text);
        return row.isPresent() ? row.get() : new ChainParser(text).read();
    }

    /** The same, empty where the text cannot be read. */
    static Optional<UpdateRule> parse(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
