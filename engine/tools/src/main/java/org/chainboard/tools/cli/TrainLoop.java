package org.chainboard.tools.cli;

import java.util.concurrent.TimeUnit;
import org.chainboard.engine.train.TrainingRun;

/** Takes the steps of a training on the calling thread. */
final class TrainLoop {
    private static final double NANOS = 1e9;
    /** How long to compute before progress is told again. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** How often the test part is judged for the curve of a picture. */
    private static final int LOOKS = 100;

    private final TrainingRun run;
    /** Steps that an earlier training took. */
    private final long earlier;

    private final long steps;
    private final Progress progress;
    private long slice = 1;
    private long nanos;

    private TrainLoop(TrainingRun run, long steps, Progress progress) {
        this.run = run;
        this.earlier = run.step();
        this.steps = steps;
        this.progress = progress;
    }

    /**
     * Runs it, and leaves what was learned in the parameters of its task.
     *
     * @param looks whether the curve of the test part is wanted
     */
    static TrainOutcome run(TrainSetup setup, Progress progress, boolean looks) {
        long taken = setup.task().resume(setup.project().training());
        try (TrainingRun run = new TrainingRun(setup.task().program(), setup.backend(), taken)) {
            return new TrainLoop(run, setup.steps(), progress).run(looks);
        }
    }

    private TrainOutcome run(boolean looks) {
        TrainingRun.Judgement before = run.judge();
        // at fixed steps, so that the same run gives the same picture
        long stretch = looks ? Math.max(1, steps / LOOKS) : steps;
        while (taken() < steps && !run.failed()) {
            advance(Math.min(stretch, steps - taken()));
            if (looks && taken() < steps && !run.failed()) {
                run.judge();
            }
        }
        TrainingRun.Judgement after = run.judge();
        run.keep();
        return new TrainOutcome(
                taken(), run.step(), run.failed(), before, after, nanos / NANOS, run.curves(), run.predictions());
    }

    private long taken() {
        return run.step() - earlier;
    }

    private void advance(long count) {
        long goal = run.step() + count;
        while (run.step() < goal && !run.failed()) {
            long wanted = Math.min(slice, goal - run.step());
            long began = System.nanoTime();
            run.advance(wanted);
            long took = Math.max(1, System.nanoTime() - began);
            nanos += took;
            slice = Math.max(1, Math.min(2 * slice, wanted * SLICE_NANOS / took));
            progress.at(taken(), () -> run.curves().loss().newest());
        }
    }
}
