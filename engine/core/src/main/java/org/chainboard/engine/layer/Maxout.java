package org.chainboard.engine.layer;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.chainboard.engine.op.Var;

/**
 * The largest of what several layers give, place by place (Goodfellow et al., Maxout networks, 2013).
 *
 * @param layers at least one, all of which give one size
 */
public record Maxout(List<Layer> layers) implements Layer, Iterable<Layer> {
    public Maxout {
        layers = Ways.atLeastOne("Maxout", layers);
    }

    /** The largest of {@code layers}. */
    public static Maxout of(Layer... layers) {
        return new Maxout(List.of(layers));
    }

    /** The largest of {@code count} layers that {@code make} makes, given 0, 1, 2 and so on. */
    public static Maxout of(IntFunction<Layer> make, int count) {
        return new Maxout(IntStream.range(0, count).mapToObj(make).toList());
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

    @Override
    public Var apply(Var x, Mode mode) {
        List<Var> results = layers.stream().map(layer -> layer.apply(x, mode)).toList();
        return Ways.join(this, Join.MAX, results, mode);
    }

    /** {@code Maxout(() -> Dense(5 => 3), 4)} where all are written alike, else {@code Maxout(f, g)}. */
    @Override
    public String toString() {
        String first = layers.get(0).toString();
        boolean alike =
                layers.size() > 1 && layers.stream().map(Object::toString).allMatch(first::equals);
        return alike ? "Maxout(() -> " + first + ", " + layers.size() + ")" : Fits.call("Maxout", Ways.listed(layers));
    }
}
