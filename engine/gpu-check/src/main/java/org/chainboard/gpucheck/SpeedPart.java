package org.chainboard.gpucheck;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.jcuda.CardFacts;
import org.chainboard.workload.StepPlan;
import org.chainboard.workload.Workload;

/** How long a step takes on the card in each way, and on this processor. */
final class SpeedPart implements Part.Work {
    @Override
    public void run(Options options, Notes notes) {
        CardFacts card = CardFacts.measure();
        Map<Way, Backend> ways = new LinkedHashMap<>();
        Way.all(card.cublas()).forEach(way -> ways.put(way, way.backend()));
        // the card stays in use from one network to the next
        try (Held held = new Held(ways.get(Way.USUAL))) {
            options.works().forEach(work -> measure(work, ways, options, notes));
        }
        for (Workload work : options.works()) {
            Plan plan = StepPlan.of(work, DType.F32).plan();
            notes.fact(work + ": a step starts " + card.starts(plan, false) + " kernels with built-in products"
                    + (card.cublas() ? ", " + card.starts(plan, true) + " with cuBLAS." : "."));
        }
        if (options.quick()) {
            notes.leftOut("Measured with a few steps only, for --quick was asked for: these are no measurements.");
        }
    }

    private static void measure(Workload work, Map<Way, Backend> ways, Options options, Notes notes) {
        FirstLosses right = FirstLosses.of(work);
        measure(work, Way.PROCESSOR, Way.processor(), right, options, notes);
        ways.forEach((way, backend) -> measure(work, way.name(), backend, right, options, notes));
    }

    private static void measure(
            Workload work, String way, Backend backend, FirstLosses right, Options options, Notes notes) {
        try (Stopwatch watch = new Stopwatch(work, backend, Stopwatch.Method.of(options))) {
            right.wrong(way, watch.firstLosses())
                    .ifPresentOrElse(
                            notes::fail,
                            () -> notes.add(watch.measure(work, way).note()));
        } catch (RuntimeException e) {
            notes.fail(work + ", " + way + ": " + e);
        }
    }
}
