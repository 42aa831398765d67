package org.chainboard.app.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.network.NetworkNode;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.training.Task;

/**
 * Hands the numbers of one run to the next. The numbers of nodes that are gone are kept, so that undo brings them back as
 * they were. All methods belong to the trainer thread.
 */
final class Relay {
    private final Map<String, List<Tensor>> shelf = new HashMap<>();
    private Task task;

    /** Goes on with a changed task: every parameter of the same node and size keeps its numbers. */
    TrainingRun goOn(TrainingRun earlier, Task next, String backend) {
        putAside(earlier);
        next.model().takeOver(shelf);
        if (task != null) {
            next.rememberAs(task);
        }
        task = next;
        return earlier == null
                ? new TrainingRun(next.program(), Backends.named(backend))
                : TrainingRun.after(earlier, next.program(), Backends.named(backend));
    }

    /** Begins a task with these numbers, or with fresh ones where there are none. */
    TrainingRun begin(Task next, Map<String, List<Tensor>> weights, String backend) {
        shelf.clear();
        next.model().takeOver(weights);
        task = next;
        return new TrainingRun(next.program(), Backends.named(backend));
    }

    private void putAside(TrainingRun earlier) {
        if (earlier != null && task != null) {
            earlier.keep();
            shelf.putAll(task.model().weights());
        }
    }

    /** The project with the numbers of this very moment, those of nodes that cannot be trained just now included. */
    Project trained(TrainingRun run, Project project) {
        putAside(run);
        Map<String, List<Tensor>> weights = new HashMap<>(shelf);
        weights.keySet()
                .retainAll(
                        project.network().nodes().stream().map(NetworkNode::id).toList());
        return project.trained(weights, task.samples().schema());
    }
}
