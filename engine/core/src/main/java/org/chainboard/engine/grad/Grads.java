package org.chainboard.engine.grad;

import java.util.List;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;

/** The gradients of a loss, one for each listed parameter, looked up by identity: {@code gs.get(W)}. */
public final class Grads {
    private final double value;
    private final Params params;
    private final List<Tensor> gradients;

    Grads(double value, Params params, List<Tensor> gradients) {
        this.value = value;
        this.params = params;
        this.gradients = List.copyOf(gradients);
    }

    /** The loss itself. */
    public double value() {
        return value;
    }

    /** The parameters that have a gradient here. */
    public Params params() {
        return params;
    }

    /**
     * The gradient with respect to {@code parameter}, of its size; zeros where it has no influence.
     *
     * @throws IllegalArgumentException when it was not listed; the message names it and those that were
     */
    public Tensor get(Parameter parameter) {
        int place = params.list().indexOf(parameter);
        if (place < 0) {
            throw new IllegalArgumentException("there is no gradient for " + parameter
                    + ": it was not listed. Listed were " + params + "; list it in params(...) too.");
        }
        return gradients.get(place);
    }

    /**
     * The gradient with respect to the parameter of this name, such as {@code layers[1].weight}.
     *
     * @throws IllegalArgumentException when none was listed under this name, or several
     */
    public Tensor get(String name) {
        List<Parameter> named = params.list().stream()
                .filter(parameter -> parameter.name().equals(name))
                .toList();
        if (named.size() != 1) {
            String fault = named.isEmpty() ? "no parameter" : named.size() + " parameters";
            throw new IllegalArgumentException(fault + " named " + name + " among " + params
                    + (named.isEmpty() ? "" : "; look it up by itself, not by name"));
        }
        return get(named.get(0));
    }

    /** {@code Grads(W (2×5), b (2))}. */
    @Override
    public String toString() {
        return params.toString().replaceFirst("Params", "Grads");
    }
}
