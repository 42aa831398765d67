package org.chainboard.engine.layer;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;

/** Layers one after the other, the first one first; an empty chain gives its input. Chains can hold chains. */
public record Chain(List<Layer> layers) implements Layer, Iterable<Layer> {
    public Chain {
        layers = List.copyOf(layers);
    }

    /** The chain of these layers. */
    public static Chain of(Layer... layers) {
        return new Chain(List.of(layers));
    }

    /** Number of layers; a chain inside counts as one. */
    public int size() {
        return layers.size();
    }

    /** Layer number {@code index}, from 0. */
    public Layer get(int index) {
        return layers.get(index);
    }

    @Override
    public Iterator<Layer> iterator() {
        return layers.iterator();
    }

    @Override
    public Var apply(Var x, Mode mode) {
        return Layer.fold(layers, x, mode);
    }

    @Override
    public List<Parameter> parameters() {
        return Layer.parameters(layers);
    }

    /** {@code Chain(Dense(10 => 5, σ), Dense(5 => 2), softmax)}. */
    @Override
    public String toString() {
        return layers.stream().map(Object::toString).collect(Collectors.joining(", ", "Chain(", ")"));
    }

    /** One line for each layer with how many numbers it trains, and the total, as Flux shows a chain. */
    public String summary() {
        StringBuilder text = new StringBuilder("Chain(\n");
        for (Layer layer : layers) {
            int count = Layer.count(layer);
            text.append("  ").append(layer).append(',');
            text.append(count == 0 ? "" : "  # " + parameters(count)).append('\n');
        }
        return text.append(")  # total: ").append(parameters(Layer.count(this))).toString();
    }

    private static String parameters(int count) {
        return count + (count == 1 ? " parameter" : " parameters");
    }
}
