package org.chainboard.engine.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.loss.LossFunction;
import org.chainboard.engine.optim.Hyper;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;

/**
 * How to train.
 *
 * @param loss what is made small
 * @param optimiser how a gradient changes a parameter
 * @param hypers the optimiser's numbers by name, such as the step size; those left out have their default
 * @param schedules how those numbers change by themselves, by name; the others stay as they are
 * @param batch samples in a step, at least 1; more than there are means all of them
 * @param seed of the order of the samples
 * @param dtype precision of all arithmetic
 */
public record TrainingSettings(
        LossFunction loss,
        UpdateRule optimiser,
        Map<String, Double> hypers,
        Map<String, Schedule> schedules,
        int batch,
        long seed,
        DType dtype) {
    public TrainingSettings {
        hypers = Map.copyOf(hypers);
        schedules = Map.copyOf(schedules);
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least one sample, got " + batch);
        }
        List<String> names = optimiser.hypers().stream().map(Hyper::name).toList();
        for (String name : schedules.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        optimiser + " has no number “" + name + "” that could follow a schedule; it has " + names);
            }
        }
    }

    /** Without schedules. */
    public TrainingSettings(
            LossFunction loss, UpdateRule optimiser, Map<String, Double> hypers, int batch, long seed, DType dtype) {
        this(loss, optimiser, hypers, Map.of(), batch, seed, dtype);
    }

    /** With another plan for one of the optimiser's numbers. */
    public TrainingSettings withSchedule(String hyper, Schedule schedule) {
        Map<String, Schedule> more = new HashMap<>(schedules);
        more.put(hyper, schedule);
        return new TrainingSettings(loss, optimiser, hypers, more, batch, seed, dtype);
    }
}
