package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DenseTest {
    private static final Tensor W = Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});

    private static Dense affine() {
        return new Dense(new Parameter("a.W", W), new Parameter("a.b", Tensor.vector(10, -20)), Activation.IDENTITY);
    }

    static Dense fresh(String name, int in, int out, Layer activation) {
        return Dense.create(
                name, in, out, activation, true, Init.GLOROT_UNIFORM, DType.F64, new Rng(1, Rng.stream(name)));
    }

    @Test
    void aVectorIsASampleWithoutABatch() {
        assertThat(affine().apply(Tensor.vector(1, 0, -1))).isEqualTo(Tensor.vector(8, -22));
    }

    @Test
    void aBatchIsOneSampleAColumn() {
        Tensor batch = Tensor.matrix(new double[][] {{1, 0}, {0, 0}, {-1, 1}});
        assertThat(affine().apply(batch)).isEqualTo(Tensor.matrix(new double[][] {{8, 13}, {-22, -14}}));
    }

    @Test
    @DisplayName("1.13 two calls never share arrays; W and b can be read; the seed decides the start")
    void freshLayers() {
        Dense first = fresh("linear1", 5, 3, Activation.IDENTITY);
        Dense again = fresh("linear1", 5, 3, Activation.IDENTITY);
        Dense second = fresh("linear2", 5, 3, Activation.IDENTITY);
        assertThat(first.weight()).isNotSameAs(again.weight());
        assertThat(first.weight().value()).isEqualTo(again.weight().value());
        assertThat(first.weight().value()).isNotEqualTo(second.weight().value());
        assertThat(first.bias().value()).isEqualTo(Tensor.vector(0, 0, 0));
        assertThat(first.parameters().stream().map(Parameter::name)).containsExactly("linear1.W", "linear1.b");
    }

    @Test
    void aLayerOfGivenNumbersNamesItsParametersAsAFreshOneDoes() {
        Tensor weight = Tensor.matrix(new float[][] {{1, 2, 3}, {4, 5, 6}});
        Dense dense = Dense.of("a", weight, null, Activation.IDENTITY);
        assertThat(weight).isEqualTo(W.cast(DType.F32));
        assertThat(dense.parameters().stream().map(Parameter::name)).containsExactly("a.W");
        assertThat(Dense.of("a", W, Tensor.vector(10, -20), Activation.IDENTITY).apply(Tensor.vector(1, 0, -1)))
                .isEqualTo(Tensor.vector(8, -22));
    }

    /** A size that does not fit and how the refusal ends. */
    private record Misfit(Shape came, String ending) {}

    static List<Misfit> misfits() {
        return List.of(
                new Misfit(Shape.of(7), "needs 10 inputs, got 7"),
                new Misfit(Shape.of(11, 32), "needs 10 inputs, got 11"),
                new Misfit(Shape.scalar(), "needs 10 inputs, got a single number"),
                new Misfit(
                        Shape.of(10, 2, 2),
                        "needs 10 inputs, got an array of size 10×2×2; it takes a vector, or features × batch"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    @DisplayName("1.15 a wrong input is refused with the layer's name, what it needs and what came")
    void wrongInput(Misfit misfit) {
        Dense dense = fresh("Dense₂", 10, 5, Activation.SIGMOID);
        assertThatThrownBy(() -> dense.apply(Tensor.zeros(misfit.came, DType.F64)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense₂, Dense(10 => 5, σ), " + misfit.ending);
    }

    @Test
    @DisplayName("1.15 an affine layer of 10 numbers gives 5")
    void outputs() {
        assertThat(fresh("a", 10, 5, Activation.SIGMOID)
                        .apply(Tensor.zeros(Shape.of(10), DType.F64))
                        .shape())
                .isEqualTo(Shape.of(5));
    }

    @Test
    @DisplayName("1.16 the activation is an argument, any function will do, none is the identity")
    void activation() {
        Dense affine = affine();
        Tensor x = Tensor.vector(1, 0, -1);
        Tensor y = affine.apply(x);
        Dense squared = new Dense(affine.weight(), affine.bias(), Layer.of(v -> v.square()));
        Dense bent = new Dense(affine.weight(), affine.bias(), Activation.RELU);
        assertThat(squared.apply(x)).isEqualTo(Tensor.vector(y.get(0) * y.get(0), y.get(1) * y.get(1)));
        assertThat(bent.apply(x)).isEqualTo(Activation.RELU.apply(y));
    }

    @Test
    void withoutABiasThereIsOneParameter() {
        Dense dense = Dense.create("d", 3, 2, Activation.IDENTITY, false, Init.ONES, DType.F32, new Rng(0, 0));
        assertThat(dense.parameters()).containsExactly(dense.weight());
        assertThat(dense.apply(Tensor.of(Shape.of(3), 1f, 2f, 3f))).isEqualTo(Tensor.of(Shape.of(2), 6f, 6f));
    }

    @Test
    void itPrintsAsTheCodeThatMakesIt() {
        Dense affine = affine();
        assertThat(List.of(affine, new Dense(affine.weight(), null, Activation.TANH))
                        .toString())
                .isEqualTo("[Dense(3 => 2), Dense(3 => 2, tanh; bias=false)]");
    }

    @Test
    void aBiasThatDoesNotFitIsRefused() {
        Parameter weight = new Parameter("a.W", W);
        assertThatThrownBy(() -> new Dense(weight, new Parameter("a.b", Tensor.vector(1, 2, 3)), Activation.RELU))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("one number per output");
    }
}
