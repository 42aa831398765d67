package org.chainboard.engine.layer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.chainboard.engine.op.Var;

/**
 * Layers in a row, each of which gets the result of the one before joined with a further input, as Flux 0.16 defines it:
 * y[1] = layers[1](x[1]), y[i] = layers[i](connection(y[i-1], x[i])). With one input, that is every x[i].
 *
 * @param connection what joins two values
 * @param layers at least one
 */
public record PairwiseFusion(Connection connection, List<Layer> layers) implements Layer, Iterable<Layer> {
    public PairwiseFusion {
        Objects.requireNonNull(connection);
        layers = Ways.atLeastOne("PairwiseFusion", layers);
    }

    /** The layers joined by {@code connection}. */
    public static PairwiseFusion of(Connection connection, Layer... layers) {
        return new PairwiseFusion(connection, List.of(layers));
    }

    /** Number of layers. */
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

    /** The results one below the other: Flux gives a tuple, which {@link #results} is; here a value is one array. */
    @Override
    public Var apply(Var x, Mode mode) {
        return Ways.join(this, Join.VCAT, results(List.of(x), mode), mode);
    }

    /** The result of each layer; {@code inputs} has one for each of them, or one for all. */
    public List<Var> results(List<Var> inputs, Mode mode) {
        List<Var> each = Ways.spread(this, inputs, layers.size());
        List<Var> results = new ArrayList<>();
        Var next = each.get(0);
        for (int i = 0; i < layers.size(); i++) {
            Var result = layers.get(i).apply(next, mode);
            results.add(result);
            if (i + 1 < layers.size()) {
                next = Ways.join(this, connection, List.of(result, each.get(i + 1)), mode);
            }
        }
        return results;
    }

    /** {@code PairwiseFusion(+, Dense(3 => 3), tanh)}. */
    @Override
    public String toString() {
        return Fits.call("PairwiseFusion", Ways.text(connection), Ways.listed(layers));
    }
}
