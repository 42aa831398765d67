package org.chainboard.engine.grad;

import java.util.List;
import org.chainboard.engine.tensor.Tensor;

/**
 * What a function gave, and its gradients.
 *
 * @param value of the function
 * @param gradients one for each argument, in their order and of their sizes
 */
public record ValueAndGradient(double value, List<Tensor> gradients) {
    public ValueAndGradient {
        gradients = List.copyOf(gradients);
    }

    /** The gradient with respect to the first argument. */
    public Tensor gradient() {
        return gradients.get(0);
    }
}
