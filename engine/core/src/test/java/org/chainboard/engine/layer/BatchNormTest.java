package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);
    /** Mean 3 and variance 8/3, 4 unbiased; the second feature is constant. */
    private static final Tensor X = Tensor.matrix(new double[][] {{1, 3, 5}, {7, 7, 7}});

    private final BatchNorm layer = BatchNorm.create("norm", 2, Activation.IDENTITY, true, 1e-5, 0.1, DType.F64);

    private static Tensor step(Layer layer, Tensor x) {
        Mode mode = Mode.training(1, 0);
        Tensor y = layer.apply(Var.constant(new GraphBuilder(new Eager()), x), mode)
                .value();
        mode.commit();
        return y;
    }

    @Test
    void trainingNormalisesByTheBatch() {
        double side = 2 / Math.sqrt(8.0 / 3 + 1e-5);
        assertThat(step(layer, X).toDoubles()).containsExactly(new double[] {-side, 0, side, 0, 0, 0}, CLOSE);
    }

    @Test
    void theRunningValuesMoveATenthOfTheWay() {
        step(layer, X);
        assertThat(layer.mean().value().toDoubles()).containsExactly(new double[] {0.3, 0.7}, CLOSE);
        assertThat(layer.variance().value().toDoubles()).containsExactly(new double[] {0.9 + 0.4, 0.9}, CLOSE);
        step(layer, X);
        assertThat(layer.mean().value().toDoubles()).containsExactly(new double[] {0.57, 1.33}, CLOSE);
    }

    @Test
    void aPredictionTakesTheRunningValuesAndChangesNothing() {
        layer.mean().set(Tensor.vector(1, 2));
        layer.variance().set(Tensor.vector(4, 9));
        Tensor y = layer.apply(Tensor.vector(5, 8));
        assertThat(y.toDoubles())
                .containsExactly(new double[] {4 / Math.sqrt(4 + 1e-5), 6 / Math.sqrt(9 + 1e-5)}, CLOSE);
        assertThat(layer.mean().value()).isEqualTo(Tensor.vector(1, 2));
    }

    @Test
    void aLayerUsedTwiceInAStepMovesTwice() {
        step(Chain.of(layer, layer), X);
        // after the first pass every mean is 0
        assertThat(layer.mean().value().toDoubles()).containsExactly(new double[] {0.27, 0.63}, CLOSE);
    }

    @Test
    void aBatchOfOneLeavesFiniteNumbers() {
        assertThat(step(layer, Tensor.matrix(new double[][] {{4}, {5}})).toDoubles())
                .containsExactly(0, 0);
        assertThat(layer.variance().value().toDoubles()).containsExactly(new double[] {0.9, 0.9}, CLOSE);
    }

    @Test
    void trainingNeedsABatch() {
        assertThatThrownBy(() -> step(layer, Tensor.vector(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("norm, BatchNorm(2), needs features × batch in training, got a vector");
    }
}
