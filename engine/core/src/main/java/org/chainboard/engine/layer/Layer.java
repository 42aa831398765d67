package org.chainboard.engine.layer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;

/**
 * A function, possibly with parameters, which can stand wherever a function can: {@code gradient(model, x)}. Data is
 * features x batch; a vector is one sample without a batch.
 *
 * <p>A record of one's own becomes a layer by implementing {@link #apply(Var, Mode)}: its parameters, states and inner
 * layers are found among its components, also in lists. Another class says itself what it has, in {@link #parameters} and
 * {@link #states}; where it does not, it counts as a layer without parameters, and a warning says so. The layers here
 * print as the code that makes them.
 */
public interface Layer extends UnaryOperator<Var> {
    /**
     * Writes down what the layer computes from {@code x}.
     *
     * @throws org.chainboard.engine.tensor.ShapeException when x has a size the layer cannot take; the message names the
     *     layer, what it needs and what came
     */
    Var apply(Var x, Mode mode);

    /** What the layer predicts for {@code x}. */
    @Override
    default Var apply(Var x) {
        return apply(x, Mode.TEST);
    }

    /** The numbers that the layer predicts for {@code x}, computed at once. */
    default Tensor apply(Tensor x) {
        return apply(Var.constant(new GraphBuilder(new Eager()), x)).value();
    }

    /** The parameters, each once, in a fixed order; those of a record are its components' in their order. */
    default List<Parameter> parameters() {
        return Parts.parameters(this);
    }

    /** What it remembers from step to step without training it, each once; found as {@link #parameters} are. */
    default List<State> states() {
        return Parts.states(this);
    }

    /**
     * The size of the result for inputs of size {@code input}, without computing any number; for a layer that looks at
     * none.
     *
     * @throws org.chainboard.engine.tensor.ShapeException as {@link #apply(Var, Mode)}
     */
    default Shape outputSize(Shape input) {
        DType dtype = parameters().stream().map(Parameter::dtype).findFirst().orElse(DType.F64);
        Var x = Var.read(new GraphBuilder(), new State("x", Tensor.zeros(input, dtype)));
        return apply(x).shape();
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

    /** What {@code layers}, applied one after the other, the first one first, predict; no layers give x. */
    static Var fold(List<? extends Layer> layers, Var x) {
        return fold(layers, x, Mode.TEST);
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

    /** The states of all {@code layers} in their order; one that is shared comes once. */
    static List<State> states(List<? extends Layer> layers) {
        Set<State> found = new LinkedHashSet<>();
        layers.forEach(layer -> found.addAll(layer.states()));
        return List.copyOf(found);
    }

    /** How many single numbers {@code layer} trains. */
    static int count(Layer layer) {
        return layer.parameters().stream()
                .mapToInt(parameter -> parameter.shape().size())
                .sum();
    }
}
