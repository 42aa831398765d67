package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Uniform;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModeTest {
    private static Var zeros(int count, DType dtype) {
        return Var.constant(new GraphBuilder(new Eager()), Tensor.zeros(Shape.of(count), dtype));
    }

    private static Tensor draw(long seed, long step, DType dtype) {
        return Mode.training(seed, step).uniform(zeros(1000, dtype)).value();
    }

    @Test
    @DisplayName("1.28 what is random in a step comes from the seed and the number of the step")
    void seedAndStepDecide() {
        assertThat(draw(1, 7, DType.F64)).isEqualTo(draw(1, 7, DType.F64));
        assertThat(draw(1, 7, DType.F64)).isNotEqualTo(draw(1, 8, DType.F64));
        assertThat(draw(1, 7, DType.F64)).isNotEqualTo(draw(2, 7, DType.F64));
        assertThat(draw(1, 7, DType.F64)).isNotEqualTo(draw(1, 7 + Uniform.HIGH, DType.F64));
    }

    @Test
    void bothNumberTypesHoldTheSameNumbers() {
        assertThat(draw(3, 5, DType.F32).cast(DType.F64)).isEqualTo(draw(3, 5, DType.F64));
    }

    @Test
    void theNumbersAreSpreadEvenlyFromZeroToOne() {
        DoubleSummaryStatistics seen = DoubleStream.of(Mode.training(4, 0)
                        .uniform(zeros(100_000, DType.F64))
                        .value()
                        .toDoubles())
                .summaryStatistics();
        assertThat(seen.getMin()).isBetween(0.0, 1e-4);
        assertThat(seen.getMax()).isBetween(1 - 1e-4, Math.nextDown(1.0));
        assertThat(seen.getAverage()).isCloseTo(0.5, Offset.offset(3e-3));
    }

    @Test
    void eachDrawOfAStepHasNumbersOfItsOwn() {
        Mode mode = Mode.training(1, 0);
        Var x = zeros(10, DType.F64);
        assertThat(mode.uniform(x).value()).isNotEqualTo(mode.uniform(x).value());
    }

    @Test
    void theNumbersOfANodeFollowItsIdAndNotWhatElseThereIs() {
        Var x = zeros(10, DType.F64);
        Mode alone = Mode.training(1, 0);
        Mode crowded = Mode.training(1, 0);
        crowded.at("n1", List.of(x), () -> crowded.uniform(x));
        assertThat(crowded.at("n2", List.of(x), () -> crowded.uniform(x)).value())
                .isEqualTo(alone.at("n2", List.of(x), () -> alone.uniform(x)).value());
    }

    @Test
    void aNodeReachedTwiceIsComputedOnce() {
        Var x = zeros(10, DType.F64);
        Mode mode = Mode.training(1, 0);
        Var first = mode.at("n1", List.of(x), () -> mode.uniform(x));
        assertThat(mode.at("n1", List.of(x), () -> mode.uniform(x))).isSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, (1 << 20) - 2, (1 << 20) - 1, 1L << 20, (5L << 20) - 1, (1L << 32) + 17})
    void theCounterCountsBeyondWhatAFloatHolds(long step) {
        Var counter = Var.constant(new GraphBuilder(new Eager()), Mode.number(step, DType.F32));
        assertThat(Mode.next(counter).value()).isEqualTo(Mode.number(step + 1, DType.F32));
    }

    @Test
    void whatIsKeptCountsFromThenOnAndIsThereAfterTheStep() {
        State count = new State("count", Tensor.vector(1));
        Mode mode = Mode.training(1, 0);
        Var x = zeros(1, DType.F64);
        mode.keep(count, mode.now(count, x).add(10));
        mode.keep(count, mode.now(count, x).add(10));
        assertThat(count.value()).isEqualTo(Tensor.vector(1));
        mode.commit();
        assertThat(count.value()).isEqualTo(Tensor.vector(21));
    }

    @Test
    void aPredictionHasNothingRandom() {
        assertThatThrownBy(() -> Mode.TEST.uniform(zeros(1, DType.F64)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a prediction");
    }
}
