package org.chainboard.engine.train;

import java.util.Map;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;

/**
 * How to train.
 *
 * @param loss what is made small
 * @param optimiser how a gradient changes a parameter
 * @param hypers the optimiser's numbers by name, such as the step size; those left out have their default
 * @param batch samples in a step, at least 1; more than there are means all of them
 * @param seed of the order of the samples
 * @param dtype precision of all arithmetic
 */
public record TrainingSettings(
        LossFunction loss, Optimiser optimiser, Map<String, Double> hypers, int batch, long seed, DType dtype) {
    public TrainingSettings {
        hypers = Map.copyOf(hypers);
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least one sample, got " + batch);
        }
    }
}
