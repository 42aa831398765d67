package org.chainboard.engine.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.chainboard.engine.grad.Gradient.gradient;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Large graphs on the default stack. */
class DeepGraphTest {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int LONG = 100_000;

    /** x, times 1.00001 and plus x/1000 in turn: no op meets the same inputs again. */
    private static Var chain(Var x) {
        Var y = x;
        Var step = x.mul(0.001);
        for (int i = 0; i < LONG; i++) {
            y = i % 2 == 0 ? y.mul(1.00001) : y.add(step);
        }
        return y;
    }

    private static double slopeOfTheChain() {
        double slope = 1;
        for (int i = 0; i < LONG; i++) {
            slope = i % 2 == 0 ? slope * 1.00001 : slope + 0.001;
        }
        return slope;
    }

    private static Var doubled(Var x, int times) {
        Var y = x;
        for (int i = 0; i < times; i++) {
            y = y.add(y);
        }
        return y;
    }

    /** What {@code work} gives; the time is that of this thread, so that other programs on the machine do not count. */
    private static <T> T within(Duration limit, Supplier<T> work) {
        long start = CLOCK.getCurrentThreadCpuTime();
        T result = work.get();
        assertThat(Duration.ofNanos(CLOCK.getCurrentThreadCpuTime() - start)).isLessThan(limit);
        return result;
    }

    @Test
    @DisplayName("100,000 operations in a row, computed at once")
    void longChain() {
        double slope = within(TWO_SECONDS, () -> gradient(DeepGraphTest::chain, 1.5)[0]);

        assertThat(slope).isCloseTo(slopeOfTheChain(), offset(1e-9));
    }

    @Test
    @DisplayName("100,000 operations in a row, as a plan with their slope")
    void longChainCompiled() {
        State x = new State("x", Tensor.scalar(1.5));
        Plan plan = within(TWO_SECONDS, () -> {
            GraphBuilder builder = new GraphBuilder();
            Var slope = gradient((UnaryOperator<Var>) DeepGraphTest::chain, Var.read(builder, x));
            return Planner.plan(builder.build(Map.of("slope", slope.node()), Map.of()));
        });

        assertThat(plan.steps()).hasSizeGreaterThan(LONG / 2);
    }

    @Test
    @DisplayName("60 shared doublings give 2^60, and so does their slope")
    void sharedDoublings() {
        double slope = within(TWO_SECONDS, () -> gradient(x -> doubled(x, 60), 1.0)[0]);

        assertThat(slope).isEqualTo(0x1p60);
    }

    @Test
    @DisplayName("60 shared doublings of what is doubled too: the slope of the slope is shared as well")
    void sharedDoublingsTwice() {
        double second = within(TWO_SECONDS, () -> gradient(x -> gradient(y -> doubled(y.square(), 60), x), 1.0)[0]);

        assertThat(second).isEqualTo(0x1p61);
    }

    @Test
    @DisplayName("60 shared doublings, as a plan")
    void sharedDoublingsCompiled() {
        State x = new State("x", Tensor.scalar(1));
        GraphBuilder builder = new GraphBuilder();
        Var start = Var.read(builder, x);
        List<Var> slopes = Gradient.of(doubled(start, 60), List.of(start));
        Plan plan = Planner.plan(builder.build(Map.of("slope", slopes.get(0).node()), Map.of()));

        assertThat(plan.steps()).hasSizeLessThan(100);
    }
}
