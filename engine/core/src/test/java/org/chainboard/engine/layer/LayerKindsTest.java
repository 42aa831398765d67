package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layer against its definition worked out by hand: value, slope, text and refusal. */
class LayerKindsTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);
    private static final Tensor X = Tensor.matrix(new double[][] {{1, -2}, {3, 0.5}});
    private static final Tensor WRONG = Tensor.matrix(new double[][] {{1}, {2}, {3}});

    private static final Layer DOUBLE =
            Dense.of("d", Tensor.matrix(new double[][] {{2, 0}, {0, 2}}), null, Activation.IDENTITY);
    private static final Layer TURN =
            Dense.of("t", Tensor.matrix(new double[][] {{0, 1}, {-1, 0}}), null, Activation.IDENTITY);
    private static final Layer SUM = Dense.of("s", Tensor.matrix(new double[][] {{1, 1}}), null, Activation.IDENTITY);
    private static final Connection DISTANCE =
            FunctionLayer.create("f", TypedFunction.of("(a, b) -> abs(a - b)"), DType.F64);

    /**
     * A layer.
     *
     * @param values what it makes of {@link #X} in a prediction, row by row
     * @param refusal what it says of {@link #WRONG}
     */
    private record Row(Layer layer, String text, String refusal, double... values) {
        @Override
        public String toString() {
            return text;
        }
    }

    private static Row row(Layer layer, String text, String refusal, double... values) {
        return new Row(layer, text, refusal, values);
    }

    static List<Row> rows() {
        Tensor weight = Tensor.of(Shape.of(1, 2, 2), DType.F64, 1, 2, 3, 4);
        Tensor two = Tensor.vector(2, -1);
        Scale scale = Scale.of("Scale₁", two, Tensor.vector(0.5, 1), Activation.RELU);
        double norm = 1 / Math.sqrt(1 + 1e-10);
        double batch = 2 / Math.sqrt(4 + 1e-5);
        double unit = 1 / Math.sqrt(1 + 1e-5);
        String denseD = "d, Dense(2 => 2; bias=false), needs 2 inputs, got 3";
        String denseS = "s, Dense(2 => 1; bias=false), needs 2 inputs, got 3";
        return List.of(
                row(scale, "Scale(2, relu)", "Scale₁, Scale(2, relu), needs 2 inputs, got 3", 2.5, 0, 0, 0.5),
                row(
                        Scale.of("s", two, null, Activation.IDENTITY),
                        "Scale(2; bias=false)",
                        "s, Scale(2; bias=false), needs 2 inputs, got 3",
                        2,
                        -4,
                        -3,
                        -0.5),
                // x'Wx for x = (1, 3): 1 + 3 (2 + 3) + 4 9; for x = (-2, ½): 4 - 1 (2 + 3) + 4/4
                row(
                        Bilinear.of("B", weight, Tensor.vector(10), Activation.IDENTITY),
                        "Bilinear((2, 2) => 1)",
                        "B, Bilinear((2, 2) => 1), needs 2 inputs, got 3",
                        62,
                        10),
                row(
                        new SkipConnection(DOUBLE, Join.ADD),
                        "SkipConnection(Dense(2 => 2; bias=false), +)",
                        denseD,
                        3,
                        -6,
                        9,
                        1.5),
                row(
                        new SkipConnection(TURN, DISTANCE),
                        "SkipConnection(Dense(2 => 2; bias=false), (a, b) -> abs(a - b))",
                        "t, Dense(2 => 2; bias=false), needs 2 inputs, got 3",
                        2,
                        2.5,
                        4,
                        1.5),
                row(
                        Parallel.of(Join.MUL, DOUBLE, TURN),
                        "Parallel(*, Dense(2 => 2; bias=false), Dense(2 => 2; bias=false))",
                        denseD,
                        6,
                        -2,
                        -6,
                        2),
                row(
                        Parallel.of(Join.VCAT, SUM, Activation.RELU),
                        "Parallel(vcat, Dense(2 => 1; bias=false), relu)",
                        denseS,
                        4,
                        -1.5,
                        1,
                        0,
                        3,
                        0.5),
                row(
                        Maxout.of(DOUBLE, Activation.IDENTITY),
                        "Maxout(Dense(2 => 2; bias=false), identity)",
                        denseD,
                        2,
                        -2,
                        6,
                        1),
                row(Maxout.of(i -> DOUBLE, 3), "Maxout(() -> Dense(2 => 2; bias=false), 3)", denseD, 2, -4, 6, 1),
                // y1 = 2x, y2 = turn(y1 + x)
                row(
                        PairwiseFusion.of(Join.ADD, DOUBLE, TURN),
                        "PairwiseFusion(+, Dense(2 => 2; bias=false), Dense(2 => 2; bias=false))",
                        denseD,
                        2,
                        -4,
                        6,
                        1,
                        9,
                        1.5,
                        -3,
                        6),
                row(new Dropout(0.5), "Dropout(0.5)", "", 1, -2, 3, 0.5),
                row(new AlphaDropout(0.1), "AlphaDropout(0.1)", "", 1, -2, 3, 0.5),
                // mean 2 and deviation 1; mean -¾ and deviation 5/4
                row(
                        LayerNorm.create("LayerNorm₁", Shape.of(2), Activation.IDENTITY, true, 1e-5, DType.F64),
                        "LayerNorm(2)",
                        "LayerNorm(2) needs 2 inputs, got 3",
                        -norm,
                        -1.25 / Math.sqrt(1.5625 + 1e-10),
                        norm,
                        1.25 / Math.sqrt(1.5625 + 1e-10)),
                row(
                        LayerNorm.create("n", Shape.of(2), Activation.RELU, false, 1e-5, DType.F64),
                        "LayerNorm(2, relu, affine=false)",
                        "LayerNorm(2, relu, affine=false) needs 2 inputs, got 3",
                        0,
                        0,
                        norm,
                        1.25 / Math.sqrt(1.5625 + 1e-10)),
                row(
                        BatchNorm.of(
                                "b",
                                Tensor.vector(1, 0),
                                Tensor.vector(2, 1),
                                Tensor.vector(-1, 1),
                                Tensor.vector(4, 1),
                                Activation.IDENTITY,
                                1e-5,
                                0.1),
                        "BatchNorm(2)",
                        "b, BatchNorm(2), needs 2 inputs, got 3",
                        1 + 2 * batch,
                        1 - batch,
                        2 * unit,
                        -0.5 * unit));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void predictsWhatItsDefinitionSays(Row row) {
        assertThat(row.layer.apply(X).toDoubles()).containsExactly(row.values, CLOSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("1.20 prints as the code that makes it")
    void printsAsCode(Row row) {
        assertThat(row.layer).hasToString(row.text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("1.15 refuses a wrong size by name, with what it needs and what came, before any number is computed")
    void refusesAWrongSize(Row row) {
        if (!row.refusal.isEmpty()) {
            assertThatThrownBy(() -> row.layer.outputSize(WRONG.shape()))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining(row.refusal);
        }
        assertThat(row.layer.outputSize(X.shape()).size()).isEqualTo(row.values.length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void itsSlopeAgreesWithDifferences(Row row) {
        Tensor smooth = Tensor.matrix(new double[][] {{0.9, -2.1, 0.3}, {3.2, 0.4, -0.7}});
        Differences.assertAgrees(x -> weighed(row.layer.apply(x.get(0))), List.of(smooth), 1e-7);
        Differences.assertAgrees(x -> weighed(row.layer.apply(x.get(0), Mode.training(3, 1))), List.of(smooth), 1e-6);
    }

    private static Var weighed(Var y) {
        double[] weights = new double[y.shape().size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 0.7 + i % 5 * 0.3;
        }
        return y.mul(y.constant(Tensor.of(y.shape(), DType.F64, weights)))
                .square()
                .sum();
    }

    @Test
    void whatCannotBeJoinedIsRefusedByTheLayerThatJoins() {
        assertThatThrownBy(() -> new SkipConnection(SUM, Join.VCAT).apply(Tensor.scalar(1)))
                .hasMessageContaining("got a single number");
        assertThatThrownBy(() -> Parallel.of(
                                Join.ADD, DOUBLE, Layer.of(x -> x.transpose().matmul(x)))
                        .outputSize(Shape.of(2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageStartingWith(
                        "Parallel(+, Dense(2 => 2; bias=false), function) cannot join sizes 2×3 and 3×3");
    }

    @Test
    void aBilinearJoinsTwoWays() {
        Bilinear product = Bilinear.create("B", 2, 2, 3, Activation.TANH, true, Init.RANDN, DType.F64, new Rng(1, 1));
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var x = Var.constant(builder, X);
        Tensor joined = Parallel.of(product, DOUBLE, TURN).apply(X);
        assertThat(joined)
                .isEqualTo(
                        product.apply(DOUBLE.apply(x), TURN.apply(x), Mode.TEST).value());
    }

    @Test
    void severalInputsGoEachToItsLayer() {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var x = Var.constant(builder, X);
        Var y = x.add(1);
        assertThat(Parallel.of(Join.ADD, DOUBLE, TURN)
                        .apply(List.of(x, y), Mode.TEST)
                        .value())
                .isEqualTo(DOUBLE.apply(x).add(TURN.apply(y)).value());
        assertThat(PairwiseFusion.of(Join.ADD, DOUBLE, TURN)
                        .results(List.of(x, y), Mode.TEST)
                        .get(1)
                        .value())
                .isEqualTo(TURN.apply(DOUBLE.apply(x).add(y)).value());
        assertThatThrownBy(() -> Parallel.of(Join.ADD, DOUBLE, TURN).apply(List.of(x, y, x), Mode.TEST))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("needs 1 input, or one for each of its 2 layers, got 3");
    }

    @Test
    @DisplayName("1.6 the parameters of a nested model come once, in order, by path")
    void parameters() {
        Scale scale = Scale.create("Scale₁", Shape.of(2), Activation.RELU, true, Init.ONES, DType.F64, new Rng(0, 0));
        BatchNorm norm = BatchNorm.create("Norm", 2, Activation.RELU, true, 1e-5, 0.1, DType.F64);
        Chain model =
                Chain.of(new SkipConnection(scale, Join.ADD), Parallel.of(Join.ADD, scale, norm), Maxout.of(norm));
        assertThat(model.parameters())
                .extracting("name")
                .containsExactly("Scale₁.scale", "Scale₁.b", "Norm.β", "Norm.γ");
        assertThat(model.states()).extracting("name").containsExactly("Norm.μ", "Norm.σ²");
    }
}
