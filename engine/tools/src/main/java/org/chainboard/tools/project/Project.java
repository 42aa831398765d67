package org.chainboard.tools.project;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chainboard.engine.network.Network;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingState;

/**
 * Everything a person made, as a value.
 *
 * @param network nodes and wires
 * @param positions where each node stands, by its id
 * @param settings how it is trained
 * @param weights the parameters of each node in their order, by its id; empty before training
 * @param schema what the numbers at both ends mean; empty before training
 * @param training how far training has come and what it remembers beside the weights; empty before training
 * @param unknown what the file held that this version does not know; it is written again
 */
public record Project(
        Network network,
        Map<String, Position> positions,
        ProjectSettings settings,
        Map<String, List<Tensor>> weights,
        Optional<Schema> schema,
        Optional<TrainingState> training,
        Unknown unknown) {
    public Project {
        Objects.requireNonNull(network);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(schema);
        Objects.requireNonNull(training);
        Objects.requireNonNull(unknown);
        positions = Map.copyOf(positions);
        weights = Map.copyOf(weights);
    }

    /** A project that goes on with these weights as if training had just begun. */
    public Project(
            Network network,
            Map<String, Position> positions,
            ProjectSettings settings,
            Map<String, List<Tensor>> weights,
            Optional<Schema> schema,
            Unknown unknown) {
        this(network, positions, settings, weights, schema, Optional.empty(), unknown);
    }

    /** A project that was not trained yet. */
    public static Project of(Network network, Map<String, Position> positions, ProjectSettings settings) {
        return new Project(network, positions, settings, Map.of(), Optional.empty(), Unknown.NOTHING);
    }

    /** With another drawing. */
    public Project with(Network drawn, Map<String, Position> places) {
        return new Project(drawn, places, settings, weights, schema, training, unknown);
    }

    /** With other settings; another optimiser, seed or precision remembers nothing of the training so far. */
    public Project with(ProjectSettings changed) {
        boolean same = changed.optimiser().equals(settings.optimiser())
                && changed.seed() == settings.seed()
                && changed.dtype() == settings.dtype();
        Optional<TrainingState> kept = same ? training : Optional.empty();
        return new Project(network, positions, changed, weights, schema, kept, unknown);
    }

    /** With what training gave. */
    public Project trained(Map<String, List<Tensor>> numbers, Schema meaning) {
        return new Project(network, positions, settings, numbers, Optional.of(meaning), unknown);
    }

    /** With what training gave, and what it needs to go on exactly from there. */
    public Project trained(Map<String, List<Tensor>> numbers, Schema meaning, TrainingState memory) {
        return new Project(network, positions, settings, numbers, Optional.of(meaning), Optional.of(memory), unknown);
    }
}
