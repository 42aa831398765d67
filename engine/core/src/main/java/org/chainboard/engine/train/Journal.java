package org.chainboard.engine.train;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** What a run leaves behind it: its curves, and what all that learns was when somebody looked at it last. */
final class Journal {
    private final SeriesLog loss;
    private final SeriesLog testLoss;
    private final List<SeriesLog> norms;
    private final Divergence divergence;
    private Sound newest;
    private Sound before;

    /** What all that learns was at a step whose loss was finite. */
    private record Sound(long step, Map<Variable, Tensor> values) {
        static final Sound NOTHING = new Sound(-1, Map.of());
    }

    private Journal(
            SeriesLog loss,
            SeriesLog testLoss,
            List<SeriesLog> norms,
            Divergence divergence,
            Sound newest,
            Sound before) {
        this.loss = loss;
        this.testLoss = testLoss;
        this.norms = norms;
        this.divergence = divergence;
        this.newest = newest;
        this.before = before;
    }

    /** Of a run that begins. */
    static Journal of(TrainingProgram program) {
        return new Journal(new SeriesLog("train"), new SeriesLog("test"), List.of(), new Divergence(), null, null)
                .under(program);
    }

    /** Draws these curves on for a changed program, by the names of its parameters. */
    Journal under(TrainingProgram program) {
        List<SeriesLog> next = program.parameters().stream()
                .map(parameter -> norms.stream()
                        .filter(log -> log.name().equals(parameter.name()))
                        .findFirst()
                        .orElseGet(() -> new SeriesLog(parameter.name())))
                .toList();
        return new Journal(loss, testLoss, next, new Divergence(), Sound.NOTHING, Sound.NOTHING);
    }

    /** As it is now, to be written on apart from this one. */
    Journal copy() {
        return new Journal(
                loss.copy(),
                testLoss.copy(),
                norms.stream().map(SeriesLog::copy).toList(),
                divergence.copy(),
                newest,
                before);
    }

    /**
     * Notes what the step after {@code step} ones reported: its loss, the length of each gradient, whether it was taken.
     *
     * @param at where in {@code report} its numbers begin
     * @return whether it was taken; nothing is noted of one that was not
     */
    boolean note(long step, double[] report, int at) {
        if (report[at + 1 + norms.size()] == 0) {
            return false;
        }
        loss.add(step, report[at]);
        divergence.add(report[at]);
        for (int i = 0; i < norms.size(); i++) {
            norms.get(i).add(step, report[at + 1 + i]);
        }
        return true;
    }

    void noteTest(long step, double value) {
        testLoss.add(step, value);
    }

    /** Remembers what all that learns is after {@code step} steps, at which the loss is finite. */
    void remember(long step, Map<Variable, Tensor> values) {
        before = newest.step < step ? newest : before;
        newest = new Sound(step, values);
    }

    /** What it last was before {@code step}; empty where it was never looked at. */
    Map<Variable, Tensor> soundBefore(long step) {
        Sound last = newest.step < step ? newest : before;
        return last.values;
    }

    boolean diverges() {
        return divergence.seen();
    }

    TrainingRun.Curves curves() {
        return new TrainingRun.Curves(
                loss.curve(),
                testLoss.curve(),
                norms.stream().map(SeriesLog::curve).toList());
    }
}
