package org.chainboard.tools.codegen;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.tools.project.Project;
import org.chainboard.tools.project.Schema;
import org.chainboard.tools.training.Task;
import org.chainboard.tools.training.TaskException;

/** A project after some steps, with the answers of the backend to its own samples. */
record Trained(Project project, Task task) {

    static Trained of(Project project, long steps) {
        try {
            Task task = Task.of(project);
            try (TrainingRun run = new TrainingRun(task.program(), backend())) {
                run.advance(steps);
                run.keep();
            }
            return new Trained(steps == 0 ? project : task.trained(project), task);
        } catch (TaskException e) {
            throw new AssertionError(e);
        }
    }

    private static Backend backend() {
        return Backends.named(Backends.REFERENCE);
    }

    JavaExport export() {
        return export("Exported");
    }

    JavaExport export(String name) {
        try {
            return JavaExport.of(project, name);
        } catch (ExportException e) {
            throw new AssertionError(e);
        }
    }

    /** All samples in the data's own units. */
    Tensor features() {
        return task.samples().data().x();
    }

    /** What the backend says to them before anything is undone. */
    Tensor outputs() {
        Schema schema = task.samples().schema();
        GraphBuilder builder = new GraphBuilder();
        Tensor standard =
                schema.inputs().apply(features()).cast(project.settings().dtype());
        Var x = Var.read(builder, new State("x", standard));
        Var y = task.model().prediction().apply(x, Mode.TEST);
        Plan plan = Planner.plan(builder.build(Map.of("y", y.node()), Map.of()));
        try (Executable executable = backend().bind(List.of(plan))) {
            executable.run(plan, 1, new double[0]);
            return executable.output(plan, "y");
        }
    }

    /** The same in the targets' own units. */
    Tensor predictions() {
        return task.samples().schema().outputs().invert(outputs().cast(DType.F64));
    }
}
