package org.chainboard.engine.train;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;

/** The gradients of the latest step that a run took, also after something else was computed where they were. */
final class Gradients {
    private final TrainingProgram program;
    private final Executable executable;
    /** What took the latest step and has its gradients; null where they are kept here. */
    private Plan latest;

    private Map<Parameter, Tensor> kept;

    /** @param kept those of a step that was taken elsewhere; empty where none was taken */
    Gradients(TrainingProgram program, Executable executable, Map<Parameter, Tensor> kept) {
        this.program = program;
        this.executable = executable;
        this.kept = kept;
    }

    /** A step was taken by {@code plan}. */
    void taken(Plan plan) {
        latest = plan;
        kept = Map.of();
    }

    /** Copies them to here, so that the plan can compute something else. */
    void keep() {
        if (latest != null) {
            Map<Parameter, Tensor> copies = new LinkedHashMap<>();
            program.parameters().forEach(parameter -> copies.put(parameter, of(parameter)));
            kept = copies;
            latest = null;
        }
    }

    /** What was kept; empty where a step was taken since. */
    Map<Parameter, Tensor> kept() {
        return kept;
    }

    /** That of one parameter, of its size; zeros where no step was taken. */
    Tensor of(Parameter parameter) {
        if (latest != null) {
            return executable.output(latest, TrainingProgram.GRADIENT + parameter.name());
        }
        Tensor copy = kept.get(parameter);
        return copy == null ? Tensor.zeros(parameter.shape(), parameter.dtype()) : copy;
    }
}
