package org.chainboard.engine.layer;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.chainboard.engine.op.Var;

/**
 * Layers side by side whose results are joined: connection(f(x), g(x), ...), as Flux 0.16 defines it.
 *
 * @param connection what joins the results, in the order of the layers
 * @param layers at least one
 */
public record Parallel(Connection connection, List<Layer> layers) implements Layer, Iterable<Layer> {
    public Parallel {
        Objects.requireNonNull(connection);
        layers = Ways.atLeastOne("Parallel", layers);
    }

    /** The layers joined by {@code connection}. */
    public static Parallel of(Connection connection, Layer... layers) {
        return new Parallel(connection, List.of(layers));
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

    /** Every layer gets {@code x}. */
    @Override
    public Var apply(Var x, Mode mode) {
        return apply(List.of(x), mode);
    }

    /** Each layer gets its own of {@code inputs}, or all get the only one. */
    public Var apply(List<Var> inputs, Mode mode) {
        List<Var> each = Ways.spread(this, inputs, layers.size());
        List<Var> results = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            results.add(layers.get(i).apply(each.get(i), mode));
        }
        return Ways.join(this, connection, results, mode);
    }

    /** {@code Parallel(+, Dense(3 => 2), tanh)}. */
    @Override
    public String toString() {
        return Fits.call("Parallel", Ways.text(connection), Ways.listed(layers));
    }
}
