package org.chainboard.tools.project;

import java.util.Map;
import java.util.Objects;
import org.chainboard.engine.tensor.DType;

/**
 * How the network is trained.
 *
 * @param data what is learned from
 * @param loss name of the loss, as the engine's table writes it
 * @param optimiser name of the rule that moves the parameters
 * @param hypers the optimiser's numbers by name, such as the step size; those left out have their default
 * @param batch samples per step, at least 1
 * @param seed of every random number
 * @param dtype of parameters and values
 * @param backend name of what computes the steps
 */
public record ProjectSettings(
        ProjectData data,
        String loss,
        String optimiser,
        Map<String, Double> hypers,
        int batch,
        long seed,
        DType dtype,
        String backend) {
    public ProjectSettings {
        Objects.requireNonNull(data);
        Objects.requireNonNull(loss);
        Objects.requireNonNull(optimiser);
        Objects.requireNonNull(dtype);
        Objects.requireNonNull(backend);
        hypers = Map.copyOf(hypers);
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least one sample, got " + batch);
        }
    }
}
