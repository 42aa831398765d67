package org.chainboard.app.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingState;
import org.chainboard.tools.project.Project;

/**
 * What a task begins with.
 *
 * @param weights the numbers of each node that has some; the others are drawn
 * @param training how far it had come; empty where it begins
 */
public record Start(Map<String, List<Tensor>> weights, Optional<TrainingState> training) {
    /** With the numbers that the seed gives. */
    static final Start FRESH = of(Map.of());

    /** At the first step, with these numbers. */
    static Start of(Map<String, List<Tensor>> weights) {
        return new Start(weights, Optional.empty());
    }

    /** Where a project was left. */
    public static Start of(Project project) {
        return new Start(project.weights(), project.training());
    }

    Progress progress() {
        return new Progress(weights.isEmpty(), training.map(TrainingState::step).orElse(0L));
    }
}
