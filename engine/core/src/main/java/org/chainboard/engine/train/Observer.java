package org.chainboard.engine.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;

/** Makes the snapshots of a run. Belongs to the trainer thread. */
final class Observer {
    private final Speed speed = new Speed();
    private List<Parameter> watched = List.of();

    /** Says which parameters' numbers and gradients the snapshots carry. */
    void watch(List<Parameter> parameters) {
        watched = parameters;
    }

    /** Looks at a run, and judges it. */
    Snapshot look(TrainingRun run, Snapshot.Phase phase, String failure, String culprit, Whereabouts place) {
        long now = System.nanoTime();
        TrainingRun.Judgement judgement = run.judge();
        TrainingRun.Curves curves = run.curves();
        return new Snapshot(
                phase,
                run.step(),
                run.epoch(),
                speed.at(run.step(), now),
                curves.loss(),
                curves.testLoss(),
                curves.norms(),
                judgement.accuracy(),
                judgement.testAccuracy(),
                watchedValues(run),
                run.predictions(),
                failure,
                culprit,
                run.warning(),
                place);
    }

    private Map<String, Tensor> watchedValues(TrainingRun run) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        for (Parameter parameter : watched) {
            if (run.owns(parameter)) {
                values.put(parameter.name(), run.read(parameter));
                values.put(TrainingProgram.GRADIENT + parameter.name(), run.gradient(parameter));
            }
        }
        return values;
    }
}
