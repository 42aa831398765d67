package org.chainboard.engine.layer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;

/**
 * A function, possibly with parameters. Data is features x batch; a vector is one sample without a batch.
 *
 * <p>A class of one's own becomes a layer by implementing {@link #apply(Var, Mode)} and, where it has parameters, {@link
 * #parameters}. A layer prints as the code that makes it.
 */
public interface Layer {
    /**
     * Writes down what the layer computes from {@code x}.
     *
     * @throws org.chainboard.engine.tensor.ShapeException when x has a size the layer cannot take; the message names the
     *     layer, what it needs and what came
     */
    Var apply(Var x, Mode mode);

    /** What the layer predicts for {@code x}. */
    default Var apply(Var x) {
        return apply(x, Mode.TEST);
    }

    /** The numbers that the layer predicts for {@code x}, computed at once. */
    default Tensor apply(Tensor x) {
        return apply(Var.constant(new GraphBuilder(new Eager()), x)).value();
    }

    /** The parameters, each once, in a fixed order. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** This layer, then {@code next}. */
    default Chain andThen(Layer next) {
        return Chain.of(this, next);
    }

    /** {@code before}, then this layer: this ∘ before. */
    default Chain compose(Layer before) {
        return Chain.of(before, this);
    }

    /** A plain function of numbers as a layer without parameters. */
    static Layer of(UnaryOperator<Var> function) {
        return new Plain(function);
    }

    /** {@code layers} applied to {@code x} one after the other, the first one first; no layers give x. */
    static Var fold(List<? extends Layer> layers, Var x, Mode mode) {
        Var y = x;
        for (Layer layer : layers) {
            y = layer.apply(y, mode);
        }
        return y;
    }

    /** The parameters of all {@code layers} in their order; one that is shared comes once. */
    static List<Parameter> parameters(List<? extends Layer> layers) {
        Set<Parameter> found = new LinkedHashSet<>();
        layers.forEach(layer -> found.addAll(layer.parameters()));
        return List.copyOf(found);
    }

    /** How many single numbers {@code layer} trains. */
    static int count(Layer layer) {
        return layer.parameters().stream()
                .mapToInt(parameter -> parameter.shape().size())
                .sum();
    }
}
