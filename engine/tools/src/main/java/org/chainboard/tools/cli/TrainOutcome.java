package org.chainboard.tools.cli;

import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.tools.plot.Numbers;
import org.chainboard.tools.project.ProjectSettings;
import org.chainboard.tools.words.Words;

/**
 * What a training came to.
 *
 * @param steps that were taken
 * @param inAll those of earlier trainings of the project included
 * @param stopped whether the next step gave a number that is not finite
 * @param before how good the model was before the first step
 * @param after how good it is now
 * @param seconds that the steps took
 * @param curves over the steps
 * @param answers to what the picture asks
 */
record TrainOutcome(
        long steps,
        long inAll,
        boolean stopped,
        TrainingRun.Judgement before,
        TrainingRun.Judgement after,
        double seconds,
        TrainingRun.Curves curves,
        Tensor answers) {
    private static final Words WORDS = new Words("cli");
    /** A loss that grew by so much was not minimised. */
    private static final double ASTRAY = 1000;

    private static final double SMALLER = 10;

    double microsecondsPerStep() {
        return steps == 0 ? 0 : 1e6 * seconds / steps;
    }

    /** Why it failed, as a sentence; empty where it did not. */
    Optional<String> failure(ProjectSettings settings) {
        String hint = Double.isNaN(settings.hyper(Optimiser.ETA))
                ? ""
                : WORDS.get("train.smaller", Decimals.text(smaller(settings)));
        if (stopped) {
            return Optional.of(WORDS.get("train.diverged", steps + 1, hint, settings.loss()));
        }
        boolean sane = after.loss() <= ASTRAY * Math.max(1, before.loss());
        return sane
                ? Optional.empty()
                : Optional.of(WORDS.get(
                        "train.astray", steps, Numbers.brief(before.loss()), Numbers.brief(after.loss()), hint));
    }

    /** A step size to try next: smaller than this one, and no larger than is usual. */
    private static double smaller(ProjectSettings settings) {
        double usual = settings.withOptimiser(settings.optimiser(), Map.of()).hyper(Optimiser.ETA);
        return Math.min(settings.hyper(Optimiser.ETA) / SMALLER, usual);
    }
}
