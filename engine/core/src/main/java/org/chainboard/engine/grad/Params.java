package org.chainboard.engine.grad;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.chainboard.engine.tensor.Parameter;

/**
 * A collection of parameters, Flux's {@code params(W, b)}: in the order given, each once. Parameters are told apart by
 * identity, so two that hold equal numbers are two.
 */
public final class Params implements Iterable<Parameter> {
    private final List<Parameter> list;

    private Params(Collection<Parameter> parameters) {
        this.list = List.copyOf(new LinkedHashSet<>(parameters));
    }

    /** These parameters. */
    public static Params params(Parameter... parameters) {
        return new Params(List.of(parameters));
    }

    /** For instance those of a model. */
    public static Params params(Collection<Parameter> parameters) {
        return new Params(parameters);
    }

    /** In the order given, each once. */
    public List<Parameter> list() {
        return list;
    }

    /** How many there are. */
    public int size() {
        return list.size();
    }

    @Override
    public Iterator<Parameter> iterator() {
        return list.iterator();
    }

    /** {@code Params(W (2×5), b (2))}. */
    @Override
    public String toString() {
        return list.stream().map(Parameter::toString).collect(Collectors.joining(", ", "Params(", ")"));
    }
}
