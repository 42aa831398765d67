package org.chainboard.engine.layer;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;

/**
 * The gradient of a model in the model's own structure: {@code of(model, gs::get).layer(1).get("W")} is the gradient with
 * respect to W of the second layer.
 *
 * @param model a layer, most often a {@link Chain}
 * @param gradients the gradient of each of its parameters
 */
public record ModelGradient(Layer model, Function<Parameter, Tensor> gradients) {

    /** The gradients of {@code model}, found by parameter. */
    public static ModelGradient of(Layer model, Function<Parameter, Tensor> gradients) {
        return new ModelGradient(model, gradients);
    }

    /**
     * The part of layer number {@code index}, from 0.
     *
     * @throws IllegalArgumentException when this is not a chain, or has fewer layers
     */
    public ModelGradient layer(int index) {
        if (!(model instanceof Chain chain) || index < 0 || index >= chain.size()) {
            throw new IllegalArgumentException(model + " has no layer " + index + "; layers count from 0");
        }
        return new ModelGradient(chain.get(index), gradients);
    }

    /**
     * The gradient with respect to the parameter whose name, or the last part of it, is {@code name}.
     *
     * @throws IllegalArgumentException when there is none, or several; the message names those that are there
     */
    public Tensor get(String name) {
        List<Parameter> found = model.parameters().stream()
                .filter(parameter ->
                        parameter.name().equals(name) || parameter.name().endsWith("." + name))
                .toList();
        if (found.size() != 1) {
            String all = model.parameters().stream().map(Parameter::toString).collect(Collectors.joining(", "));
            throw new IllegalArgumentException(model + " has " + (found.isEmpty() ? "no" : found.size())
                    + " parameters called " + name + "; it has " + (all.isEmpty() ? "none" : all));
        }
        return gradients.apply(found.get(0));
    }
}
