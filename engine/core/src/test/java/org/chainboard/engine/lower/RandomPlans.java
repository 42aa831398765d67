package org.chainboard.engine.lower;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;

/** Holds what a backend makes of random plans against the definitions; for the tests of every backend that lowers plans. */
public final class RandomPlans {
    private static final int RUNS = 2;

    private RandomPlans() {}

    /** Of the plans with the seeds 0, 1, 2 and so on, those with which {@code backend} gives other numbers. */
    public static List<Integer> differing(Backend backend, int count) {
        return IntStream.range(0, count)
                .filter(seed -> !agree(backend, new RandomPlan(seed).plan()))
                .boxed()
                .toList();
    }

    /** The same with large arrays too, and with updates that wait for a number that says go. */
    static List<Integer> differingWhereGuarded(Backend backend, int count) {
        return IntStream.range(0, count)
                .filter(seed -> !agree(backend, RandomPlan.guarded(seed).plan()))
                .boxed()
                .toList();
    }

    private static boolean agree(Backend backend, Plan plan) {
        double[] found = after(backend, plan);
        double[] defined = after(Backends.named(Backends.REFERENCE), plan);
        return IntStream.range(0, defined.length).allMatch(at -> Math.abs(found[at] - defined[at]) <= 1e-9);
    }

    /** What is reported of two runs, one after the other, then outputs and variables. */
    private static double[] after(Backend backend, Plan plan) {
        double[] reported = new double[RUNS * plan.scalars().size()];
        try (Executable executable = backend.bind(List.of(plan))) {
            executable.run(plan, RUNS, reported);
            Stream<Tensor> outputs = plan.outputs().keySet().stream().map(name -> executable.output(plan, name));
            Stream<Tensor> values = plan.graph().variables().stream().map(executable::read);
            DoubleStream left =
                    Stream.concat(outputs, values).flatMapToDouble(tensor -> DoubleStream.of(tensor.toDoubles()));
            return DoubleStream.concat(DoubleStream.of(reported), left).toArray();
        }
    }
}
