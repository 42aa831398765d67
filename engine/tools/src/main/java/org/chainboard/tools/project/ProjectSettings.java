package org.chainboard.tools.project;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.chainboard.engine.optim.Hyper;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;

/**
 * How the network is trained.
 *
 * @param data what is learned from
 * @param loss name of the loss, as the engine's table writes it
 * @param optimiser the rule that moves the parameters: the name of a row, or a chain of rules as text
 * @param hypers the optimiser's numbers by name, such as the step size; those left out have their default
 * @param schedules how those numbers change by themselves, by name, as the engine writes it
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
        Map<String, String> schedules,
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
        schedules = Map.copyOf(schedules);
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least one sample, got " + batch);
        }
    }

    /** Without schedules. */
    public ProjectSettings(
            ProjectData data,
            String loss,
            String optimiser,
            Map<String, Double> hypers,
            int batch,
            long seed,
            DType dtype,
            String backend) {
        this(data, loss, optimiser, hypers, Map.of(), batch, seed, dtype, backend);
    }

    /** With other data. */
    public ProjectSettings withData(ProjectData changed) {
        return new ProjectSettings(changed, loss, optimiser, hypers, schedules, batch, seed, dtype, backend);
    }

    /** With another loss, as the engine writes it. */
    public ProjectSettings withLoss(String changed) {
        return new ProjectSettings(data, changed, optimiser, hypers, schedules, batch, seed, dtype, backend);
    }

    /** With another optimiser and numbers of its own, which follow no schedule. */
    public ProjectSettings withOptimiser(String changed, Map<String, Double> itsHypers) {
        return new ProjectSettings(data, loss, changed, itsHypers, Map.of(), batch, seed, dtype, backend);
    }

    /** With one of the optimiser's numbers changed. */
    public ProjectSettings withHyper(String name, double value) {
        Map<String, Double> changed = new HashMap<>(hypers);
        changed.put(name, value);
        return new ProjectSettings(data, loss, optimiser, changed, schedules, batch, seed, dtype, backend);
    }

    /** With a schedule for one of the optimiser's numbers, as the engine writes it. */
    public ProjectSettings withSchedule(String name, String schedule) {
        Map<String, String> changed = new HashMap<>(schedules);
        changed.put(name, schedule);
        return new ProjectSettings(data, loss, optimiser, hypers, changed, batch, seed, dtype, backend);
    }

    /** With so many samples in a batch. */
    public ProjectSettings withBatch(int changed) {
        return new ProjectSettings(data, loss, optimiser, hypers, schedules, changed, seed, dtype, backend);
    }

    /** With another seed for all that is random. */
    public ProjectSettings withSeed(long changed) {
        return new ProjectSettings(data, loss, optimiser, hypers, schedules, batch, changed, dtype, backend);
    }

    /** With numbers of another precision. */
    public ProjectSettings withDtype(DType changed) {
        return new ProjectSettings(data, loss, optimiser, hypers, schedules, batch, seed, changed, backend);
    }

    /** To be computed by the backend of this name. */
    public ProjectSettings withBackend(String changed) {
        return new ProjectSettings(data, loss, optimiser, hypers, schedules, batch, seed, dtype, changed);
    }

    /** One of the optimiser's numbers: the one that is set, else its default; NaN where it has none of this name. */
    public double hyper(String name) {
        double usual = UpdateRule.parse(optimiser).stream()
                .flatMap(row -> row.hypers().stream())
                .filter(hyper -> hyper.name().equals(name))
                .mapToDouble(Hyper::usual)
                .findFirst()
                .orElse(Double.NaN);
        return hypers.getOrDefault(name, usual);
    }
}
