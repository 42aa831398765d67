package org.chainboard.engine.layer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.engine.op.Var;

/**
 * Layers one after the other, the first one first; an empty chain gives its input. Chains can hold chains.
 *
 * @param layers in their order
 * @param names one for each layer; empty where they have none
 */
public record Chain(List<Layer> layers, List<String> names) implements Layer, Iterable<Layer> {
    public Chain {
        layers = List.copyOf(layers);
        names = List.copyOf(names);
        if (!names.isEmpty()
                && (names.size() != layers.size() || Set.copyOf(names).size() != names.size())) {
            throw new IllegalArgumentException(
                    "a Chain of " + layers.size() + " layers needs a name of its own for each, got " + names);
        }
    }

    /** Layers without names. */
    public Chain(List<Layer> layers) {
        this(layers, List.of());
    }

    /** The chain of these layers. */
    public static Chain of(Layer... layers) {
        return new Chain(List.of(layers));
    }

    /** The chain of these layers by name, in the order of the map, such as a {@link java.util.LinkedHashMap}. */
    public static Chain named(Map<String, ? extends Layer> layers) {
        return new Chain(new ArrayList<>(layers.values()), new ArrayList<>(layers.keySet()));
    }

    /** Number of layers; a chain inside counts as one. */
    public int size() {
        return layers.size();
    }

    /** Layer number {@code index}, from 0. */
    public Layer get(int index) {
        return layers.get(index);
    }

    /** The layer called {@code name}. @throws IllegalArgumentException when there is none, with the names there are */
    public Layer get(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("this Chain has no layer called " + name + ", but " + names);
        }
        return layers.get(index);
    }

    /** The layers from number {@code from}, counted from 0, up to but without number {@code to}, with their names. */
    public Chain slice(int from, int to) {
        return new Chain(layers.subList(from, to), names.isEmpty() ? names : names.subList(from, to));
    }

    @Override
    public Iterator<Layer> iterator() {
        return layers.iterator();
    }

    @Override
    public Var apply(Var x, Mode mode) {
        return Layer.fold(layers, x, mode);
    }

    /** {@code Chain(Dense(10 => 5, σ), Dense(5 => 2), softmax)}, or {@code Chain(first = Dense(10 => 5), …)}. */
    @Override
    public String toString() {
        return IntStream.range(0, layers.size()).mapToObj(this::text).collect(Collectors.joining(", ", "Chain(", ")"));
    }

    private String text(int index) {
        return names.isEmpty() ? layers.get(index).toString() : names.get(index) + " = " + layers.get(index);
    }

    /** One line for each layer with how many numbers it trains, and the total, as Flux shows a chain. */
    public String summary() {
        StringBuilder text = new StringBuilder("Chain(\n");
        for (int i = 0; i < layers.size(); i++) {
            int count = Layer.count(layers.get(i));
            text.append("  ").append(text(i)).append(',');
            text.append(count == 0 ? "" : "  # " + parameters(count)).append('\n');
        }
        return text.append(")  # total: ").append(parameters(Layer.count(this))).toString();
    }

    private static String parameters(int count) {
        return count + (count == 1 ? " parameter" : " parameters");
    }
}
