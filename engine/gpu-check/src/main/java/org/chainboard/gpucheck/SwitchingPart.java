package org.chainboard.gpucheck;

import java.util.Locale;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.engine.train.TrainingState;

/** A run that begins on the processor, goes on on the card, and ends on the processor. */
final class SwitchingPart implements Part.Work {
    private static final int FIRST = 17;
    private static final int ON_CARD = 16;
    private static final int LAST = 17;

    @Override
    public void run(Options options, Notes notes) {
        for (DType dtype : DType.values()) {
            for (Lesson lesson : new Lesson[] {Lesson.samples().get(3), Lesson.layers()}) {
                try {
                    move(lesson, dtype, notes);
                } catch (RuntimeException e) {
                    notes.fail(lesson + ", " + dtype + ": " + e);
                }
            }
        }
    }

    private static void move(Lesson lesson, DType dtype, Notes notes) {
        String what = lesson + ", " + dtype;
        Story wanted = Story.of(lesson.program(dtype), Way.processor(), FIRST + ON_CARD + LAST);
        TrainingProgram program = lesson.program(dtype);
        Backend card = Way.USUAL.backend();
        TrainingState first;
        try (TrainingRun run = new TrainingRun(program, Way.processor())) {
            run.advance(FIRST);
            first = run.state();
        }
        TrainingState second;
        long before = System.nanoTime();
        try (TrainingRun run = new TrainingRun(program, card, first)) {
            double millis = (System.nanoTime() - before) / 1e6;
            notes.judge(run.state().equals(first), what + ": carried to the card bit for bit.");
            notes.fact(String.format(Locale.ROOT, "%s: made ready on the card in %.0f ms.", what, millis));
            run.advance(ON_CARD);
            second = run.state();
        }
        try (TrainingRun run = new TrainingRun(program, Way.processor(), second)) {
            notes.judge(run.state().equals(second), what + ": carried back bit for bit.");
            run.advance(LAST);
            Story.Distance distance = Story.end(run).from(wanted);
            notes.judge(
                    distance.off() <= TrainingPart.tolerance(dtype),
                    String.format(
                            Locale.ROOT,
                            "%s: processor, card, processor is off by %.1e (%s) from a run on the processor alone.",
                            what,
                            distance.off(),
                            distance.array()));
        }
    }
}
