package org.chainboard.tools.project;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.data.Standardiser;

/**
 * What the numbers at both ends of a model mean, as it was trained.
 *
 * @param features names of the inputs
 * @param targets names of what is predicted; with classes, the one name of what is classified
 * @param classes names of the classes in the order of the outputs; empty where numbers are predicted
 * @param inputs what was done to the inputs before training
 * @param outputs what was done to the targets; to be undone after predicting
 */
public record Schema(
        List<String> features, List<String> targets, List<String> classes, Standardiser inputs, Standardiser outputs) {
    public Schema {
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
        Objects.requireNonNull(inputs);
        Objects.requireNonNull(outputs);
        requireNumbers("inputs", inputs, features.size());
        requireNumbers("outputs", outputs, classes.isEmpty() ? targets.size() : classes.size());
    }

    private static void requireNumbers(String what, Standardiser standardiser, int expected) {
        if (standardiser.mean().size() != expected) {
            throw new IllegalArgumentException(what + ": " + expected + " names, but "
                    + standardiser.mean().size() + " means");
        }
    }
}
