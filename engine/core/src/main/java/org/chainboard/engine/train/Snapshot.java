package org.chainboard.engine.train;

import java.util.List;
import java.util.Map;
import org.chainboard.engine.tensor.Tensor;

/**
 * What a run looks like at one step; immutable, so any thread may look at it.
 *
 * @param phase what the trainer is doing
 * @param step steps taken since the last reset
 * @param epoch complete passes over the training part
 * @param stepsPerSecond recent speed
 * @param loss the loss of each training batch, before its step
 * @param testLoss the loss over the test part, once a snapshot; empty when there is none
 * @param norms the length of the gradient of every parameter, in the order of the model
 * @param accuracy share of training samples classified right; NaN where there are no classes
 * @param testAccuracy the same of the test part
 * @param values the arrays that are watched, by the parameter's name; gradients by {@code ∇} and the name
 * @param predictions the model's answers to the watched inputs, outputs x inputs; null when none are watched
 * @param failure why it stopped by itself, as a sentence; empty when it did not
 * @param culprit the part of the model that first gave a number that is not finite, such as {@code Dense₂}; empty where
 *     none is known
 * @param warning what is wrong though it still runs, as a sentence; empty where nothing is
 * @param place where it is computed
 */
public record Snapshot(
        Phase phase,
        long step,
        long epoch,
        double stepsPerSecond,
        Curve loss,
        Curve testLoss,
        List<Curve> norms,
        double accuracy,
        double testAccuracy,
        Map<String, Tensor> values,
        Tensor predictions,
        String failure,
        String culprit,
        String warning,
        Whereabouts place) {

    /** What the trainer is doing. */
    public enum Phase {
        /** Ready, waiting for a command. */
        READY,
        /** Stepping. */
        RUNNING,
        /** Held by the student. */
        PAUSED,
        /** Stopped by itself; {@code failure} says why. */
        FAILED
    }

    /** A run that failed before it could begin. */
    static Snapshot failed(String sentence) {
        Curve none = new Curve("", new double[0], new double[0], new double[0], new double[0]);
        return new Snapshot(
                Phase.FAILED,
                0,
                0,
                0,
                none,
                none,
                List.of(),
                Double.NaN,
                Double.NaN,
                Map.of(),
                null,
                sentence,
                "",
                "",
                Whereabouts.NOWHERE);
    }

    /** The same run, stopped by a failure. */
    Snapshot failed(long atStep, String sentence) {
        return with(Phase.FAILED, atStep, sentence, place);
    }

    /** The same numbers while others are not to be shown yet. */
    Snapshot with(Phase now, Whereabouts nowAt) {
        return with(now, step, failure, nowAt);
    }

    private Snapshot with(Phase now, long atStep, String sentence, Whereabouts nowAt) {
        return new Snapshot(
                now,
                atStep,
                epoch,
                0,
                loss,
                testLoss,
                norms,
                accuracy,
                testAccuracy,
                values,
                predictions,
                sentence,
                "",
                "",
                nowAt);
    }
}
