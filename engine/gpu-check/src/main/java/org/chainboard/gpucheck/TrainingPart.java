package org.chainboard.gpucheck;

import java.util.Locale;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.tensor.DType;
import org.chainboard.jcuda.CardFacts;

/**
 * Fifty steps on the card against fifty on the processor, a smaller last batch in every epoch: the samples that come with
 * the program, every optimiser, and layers of many kinds. Step by step and as a graph the card gives the same bits.
 */
final class TrainingPart implements Part.Work {
    private static final int STEPS = 50;
    private static final int FEW = 10;

    @Override
    public void run(Options options, Notes notes) {
        int steps = options.quick() ? FEW : STEPS;
        boolean cublas = CardFacts.measure().cublas();
        for (DType dtype : DType.values()) {
            for (Way way : Way.graphs(cublas)) {
                Backend backend = way.backend();
                try (Held held = new Held(backend)) {
                    Lesson.all().forEach(lesson -> compare(lesson, dtype, way, backend, steps, notes));
                }
            }
            alike(dtype, steps, notes);
        }
    }

    /** The largest relative difference that passes. */
    static double tolerance(DType dtype) {
        return dtype == DType.F32 ? 1e-3 : 1e-9;
    }

    private static void compare(Lesson lesson, DType dtype, Way way, Backend backend, int steps, Notes notes) {
        String what = String.format(Locale.ROOT, "%s, %s, %s, %d steps", lesson, dtype, way, steps);
        try {
            Story wanted = Story.of(lesson.program(dtype), Way.processor(), steps);
            Story.Distance distance =
                    Story.of(lesson.program(dtype), backend, steps).from(wanted);
            notes.judge(
                    distance.off() <= tolerance(dtype),
                    String.format(
                            Locale.ROOT,
                            "%s: off by %.1e%s, allowed are %.0e.",
                            what,
                            distance.off(),
                            distance.array().isEmpty() ? "" : " (" + distance.array() + ")",
                            tolerance(dtype)));
        } catch (RuntimeException e) {
            notes.fail(what + ": " + e);
        }
    }

    private static void alike(DType dtype, int steps, Notes notes) {
        Lesson lesson = Lesson.layers();
        Story graph = Story.of(lesson.program(dtype), Way.USUAL.backend(), steps);
        Story again = Story.of(lesson.program(dtype), Way.USUAL.backend(), steps);
        Story oneByOne = Story.of(lesson.program(dtype), Way.ONE_BY_ONE.backend(), steps);
        notes.judge(graph.same(again), lesson + ", " + dtype + ": run after run the same bits.");
        notes.judge(graph.same(oneByOne), lesson + ", " + dtype + ": the same bits as a graph and one by one.");
    }
}
