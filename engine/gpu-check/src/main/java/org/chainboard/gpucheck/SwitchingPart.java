package org.chainboard.gpucheck;

import java.util.Locale;
import org.chainboard.engine.tensor.DType;
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
        TrainingRun run = new TrainingRun(lesson.program(dtype), Way.processor());
        try {
            run.advance(FIRST);
            TrainingState before = run.state();
            long start = System.nanoTime();
            run = run.on(Way.USUAL.backend());
            double millis = (System.nanoTime() - start) / 1e6;
            notes.judge(run.state().equals(before), what + ": carried to the card bit for bit.");
            notes.fact(String.format(Locale.ROOT, "%s: made ready on the card in %.0f ms.", what, millis));
            run.advance(ON_CARD);
            TrainingState after = run.state();
            run = run.on(Way.processor());
            notes.judge(run.state().equals(after), what + ": carried back bit for bit.");
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
        } finally {
            run.close();
        }
    }
}
