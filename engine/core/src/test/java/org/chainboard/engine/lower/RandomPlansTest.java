package org.chainboard.engine.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("However plans mix arrays, folds, numbers and updates, the fast backend computes what the definitions say")
class RandomPlansTest {
    private static final int PLANS = 300;

    @Test
    void randomPlansAgree() {
        assertThat(IntStream.range(0, PLANS).filter(seed -> !agree(new RandomPlan(seed).plan())))
                .isEmpty();
    }

    private static boolean agree(Plan plan) {
        double[] fast = after(Backends.JVM, plan);
        double[] defined = after(Backends.REFERENCE, plan);
        return IntStream.range(0, defined.length).allMatch(at -> Math.abs(fast[at] - defined[at]) <= 1e-9);
    }

    /** Outputs and variables after two runs, one after the other. */
    private static double[] after(String backend, Plan plan) {
        try (Executable executable = Backends.named(backend).bind(List.of(plan))) {
            executable.run(plan, 2, new double[2 * plan.scalars().size()]);
            Stream<Tensor> outputs = plan.outputs().keySet().stream().map(name -> executable.output(plan, name));
            Stream<Tensor> values = plan.graph().variables().stream().map(executable::read);
            return Stream.concat(outputs, values)
                    .flatMapToDouble(tensor -> DoubleStream.of(tensor.toDoubles()))
                    .toArray();
        }
    }
}
