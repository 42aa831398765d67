package org.chainboard.gpucheck;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.jcuda.CardFacts;
import org.chainboard.workload.StepPlan;
import org.chainboard.workload.Workload;

/** How long a step takes on the card in each way, and on this processor. */
final class SpeedPart implements Part.Work {
    private static final List<Workload> SMALL = List.of(Workload.W1, Workload.W2, Workload.W6);

    @Override
    public void run(Options options, Notes notes) {
        CardFacts card = CardFacts.measure();
        for (Workload work : works(options)) {
            FirstLosses right = FirstLosses.of(work);
            measure(work, Way.PROCESSOR, Way.processor(), right, options, notes);
            for (Way way : Way.all(card.cublas())) {
                measure(work, way.name(), way.backend(), right, options, notes);
            }
            Plan plan = StepPlan.of(work, DType.F32).plan();
            notes.add(Note.of(
                    Note.Kind.FACT,
                    work + ": a step starts " + card.starts(plan, false) + " kernels with built-in products"
                            + (card.cublas() ? ", " + card.starts(plan, true) + " with cuBLAS." : ".")));
        }
        if (options.quick()) {
            notes.leftOut("Only " + works(options).stream().map(Workload::name).collect(Collectors.joining(", "))
                    + " with a few steps, for --quick was asked for: these are no measurements.");
        }
    }

    static List<Workload> works(Options options) {
        return options.quick() ? SMALL : Arrays.asList(Workload.values());
    }

    private static void measure(
            Workload work, String way, Backend backend, FirstLosses right, Options options, Notes notes) {
        try (Stopwatch watch = new Stopwatch(work, backend, Stopwatch.Method.of(options))) {
            right.wrong(way, watch.firstLosses())
                    .ifPresentOrElse(
                            notes::fail, () -> notes.add(watch.measure(work, way).note()));
        } catch (RuntimeException e) {
            notes.fail(work + ", " + way + ": " + e);
        }
    }
}
