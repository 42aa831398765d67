package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final int MANY = 100_000;

    private static double[] trained(Layer layer, Tensor x) {
        Var input = Var.constant(new GraphBuilder(new Eager()), x);
        return layer.apply(input, Mode.training(9, 0)).value().toDoubles();
    }

    private static Tensor normal() {
        Rng rng = new Rng(8, 0);
        return Tensor.vector(DoubleStream.generate(rng::normal).limit(MANY).toArray());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.8})
    void dropsItsShareAndKeepsTheMean(double p) {
        double[] y = trained(new Dropout(p), Tensor.full(Shape.of(MANY), DType.F64, 1));
        assertThat(Arrays.stream(y).distinct().sorted().toArray())
                .containsExactly(new double[] {0, 1 / (1 - p)}, Offset.offset(1e-12));
        assertThat(Arrays.stream(y).filter(v -> v == 0).count() / (double) MANY).isCloseTo(p, Offset.offset(0.01));
        assertThat(Arrays.stream(y).average().orElseThrow()).isCloseTo(1, Offset.offset(0.02));
    }

    @Test
    void atTheEndsAllStaysOrNothing() {
        Tensor x = Tensor.vector(1, Double.POSITIVE_INFINITY, -3);
        assertThat(trained(new Dropout(0), x)).containsExactly(x.toDoubles());
        assertThat(trained(new Dropout(1), x)).containsExactly(0, 0, 0);
        assertThat(trained(new AlphaDropout(0), x)).containsExactly(x.toDoubles());
        assertThat(trained(new AlphaDropout(1), x)).containsExactly(0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5})
    void alphaDropoutKeepsMeanZeroAndDeviationOne(double p) {
        double[] y = trained(new AlphaDropout(p), normal());
        assertThat(Arrays.stream(y).average().orElseThrow()).isCloseTo(0, Offset.offset(0.02));
        assertThat(Arrays.stream(y).map(v -> v * v).average().orElseThrow()).isCloseTo(1, Offset.offset(0.03));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareIsFromZeroToOne(double p) {
        assertThatThrownBy(() -> new Dropout(p))
                .hasMessageContaining("from 0 to 1")
                .hasMessageContaining("" + p);
        assertThatThrownBy(() -> new AlphaDropout(p)).hasMessageContaining("from 0 to 1");
    }

    @Test
    void rreluDrawsItsSlopesBetweenAnEighthAndAThird() {
        double[] y = trained(Activation.RRELU, Tensor.full(Shape.of(MANY), DType.F64, -1));
        assertThat(Arrays.stream(y).max().orElseThrow())
                .isCloseTo(-1.0 / 8, Offset.offset(1e-4))
                .isLessThanOrEqualTo(-1.0 / 8);
        assertThat(Arrays.stream(y).min().orElseThrow())
                .isCloseTo(-1.0 / 3, Offset.offset(1e-4))
                .isGreaterThan(-1.0 / 3);
        assertThat(Arrays.stream(y).average().orElseThrow()).isCloseTo(-11.0 / 48, Offset.offset(1e-3));
        assertThat(trained(Activation.RRELU, Tensor.vector(2, 5))).containsExactly(2, 5);
    }
}
