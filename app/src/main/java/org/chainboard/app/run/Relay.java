package org.chainboard.app.run;

import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.training.Task;

/**
 * Hands the numbers of one run to the next. The numbers of nodes that are gone are kept, so that undo brings them back
 * as they were; and what a run that could not begin was to go on with is kept for the one after it. All methods belong
 * to the trainer thread.
 */
final class Relay {
    private final Shelf shelf = new Shelf();
    private Task task;
    /** The newest run that could begin; it knows the steps and the curves. */
    private TrainingRun last;

    /** Goes on with a changed task: every parameter of the same node and size keeps its numbers. */
    TrainingRun goOn(TrainingRun earlier, Task next, String backend) {
        putAside(earlier);
        next.model().takeOver(shelf.fitting(next.model().weights()));
        if (task != null) {
            next.rememberAs(task);
        }
        task = next;
        Backend named = Backends.named(backend);
        last = last == null ? new TrainingRun(next.program(), named) : TrainingRun.after(last, next.program(), named);
        return last;
    }

    /** Begins a task where {@code start} says, or with fresh numbers where it says nothing. */
    TrainingRun begin(Task next, Start start, String backend) {
        shelf.clear();
        shelf.put(start.weights());
        next.model().takeOver(start.weights());
        long step = next.resume(start.training());
        task = next;
        last = null;
        last = new TrainingRun(next.program(), Backends.named(backend), step);
        return last;
    }

    private void putAside(TrainingRun earlier) {
        if (earlier != null && task != null) {
            earlier.keep();
            shelf.put(task.model().weights());
        }
    }

    /**
     * The project with the numbers of this very moment, those of nodes that cannot be trained just now included.
     *
     * @param run null where none could begin
     */
    Project trained(TrainingRun run, Project project) {
        if (task == null) {
            return project;
        }
        putAside(run);
        long step = last == null ? 0 : last.step();
        return project.trained(
                shelf.of(project.network()),
                task.samples().schema(),
                task.program().memory(step));
    }
}
