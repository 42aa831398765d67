package org.chainboard.engine.train;

import java.util.Objects;
import java.util.Set;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.Parameter;

/**
 * What learns.
 *
 * @param model from samples to predictions
 * @param target from samples to what the predictions are compared with; null to take the data's targets
 * @param frozen parameters that do not move; their gradients are reported all the same
 */
public record Learner(Layer model, Layer target, Set<Parameter> frozen) {
    public Learner {
        Objects.requireNonNull(model);
        frozen = Set.copyOf(frozen);
    }

    /** A model that learns the data's targets, all of it. */
    public static Learner of(Layer model) {
        return new Learner(model, null, Set.of());
    }
}
