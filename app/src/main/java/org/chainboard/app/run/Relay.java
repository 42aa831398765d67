package org.chainboard.app.run;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.training.Task;

/**
 * Hands the numbers of one run to the next. The numbers of nodes that are gone are kept, so that undo brings them back
 * as they were; and what a run that could not begin was to go on with is kept for the one after it. All methods belong
 * to the trainer thread.
 */
final class Relay {
    private final Function<String, Backend> backends;
    private final Consumer<String> refused;
    private final Shelf shelf = new Shelf();
    private Task task;
    /** The newest run that could begin; it knows the steps and the curves. */
    private TrainingRun last;

    /**
     * @param backends finds a backend by its name
     * @param refused is told why a backend cannot be used
     */
    Relay(Function<String, Backend> backends, Consumer<String> refused) {
        this.backends = backends;
        this.refused = refused;
    }

    /** Goes on with a changed task: every parameter of the same node and size keeps its numbers. */
    TrainingRun goOn(TrainingRun earlier, Task next, List<String> order) {
        putAside(earlier);
        next.model().takeOver(shelf.fitting(next.model().weights()));
        if (task != null) {
            next.rememberAs(task);
        }
        task = next;
        TrainingRun before = last;
        last = bound(
                order,
                backend -> before == null
                        ? new TrainingRun(next.program(), backend)
                        : TrainingRun.after(before, next.program(), backend));
        return last;
    }

    /** Begins a task where {@code start} says, or with fresh numbers where it says nothing. */
    TrainingRun begin(Task next, Start start, List<String> order) {
        shelf.clear();
        shelf.put(start.weights());
        next.model().takeOver(start.weights());
        long step = next.resume(start.training());
        task = next;
        last = null;
        last = bound(order, backend -> new TrainingRun(next.program(), backend, step));
        return last;
    }

    /** On the first backend that can be used; what is wrong with the last one is thrown. */
    private TrainingRun bound(List<String> order, Function<Backend, TrainingRun> bind) {
        int end = order.size() - 1;
        for (String name : order.subList(0, end)) {
            try {
                return bind.apply(backends.apply(name));
            } catch (BackendException e) {
                refused.accept(e.getMessage());
            }
        }
        return bind.apply(backends.apply(order.get(end)));
    }

    private void putAside(TrainingRun earlier) {
        // training may have moved to another backend, which is another run
        last = earlier == null ? last : earlier;
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
