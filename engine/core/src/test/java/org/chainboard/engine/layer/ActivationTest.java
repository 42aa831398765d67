package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
    private static final double[] POINTS = {-2.5, -0.75, 0.25, 1.5};
    private static final Set<Activation> OVER_FEATURES = EnumSet.of(Activation.SOFTMAX, Activation.LOGSOFTMAX);

    /** An activation and its values at {@link #POINTS}, computed with 40 digits from the definition in NNlib's manual. */
    private record Row(String name, double... values) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, double... values) {
        return new Row(name, values);
    }

    static List<Row> rows() {
        return List.of(
                row("identity", -2.5, -0.75, 0.25, 1.5),
                row("relu", 0.0, 0.0, 0.25, 1.5),
                row("tanh", -0.9866142981514303, -0.6351489523872873, 0.24491866240370913, 0.9051482536448664),
                row("σ", 0.07585818002124355, 0.320821300824607, 0.5621765008857981, 0.8175744761936437),
                row("leakyrelu", -0.025, -0.0075, 0.25, 1.5),
                row("elu", -0.9179150013761012, -0.5276334472589853, 0.25, 1.5),
                row("gelu", -0.015084266089998582, -0.1700394448343797, 0.149675350701685, 1.3995715769802328),
                row("swish", -0.18964545005310887, -0.24061597561845527, 0.14054412522144952, 1.2263617142904655),
                row("softplus", 0.07888973429254963, 0.38687100611489994, 0.8259394198788436, 1.7014132779827524),
                row("selu", -1.6137857588732425, -0.9276320158350512, 0.2626752468388701, 1.5760514810332207),
                row("celu", -0.9179150013761012, -0.5276334472589853, 0.25, 1.5),
                row("mish", -0.19681620390653334, -0.2764947145054652, 0.1695724096638176, 1.4033782663958025),
                row("softsign", -0.7142857142857143, -0.42857142857142855, 0.2, 0.6),
                row("hardσ", 0.08333333333333333, 0.375, 0.5416666666666666, 0.75),
                row("hardtanh", -1.0, -0.75, 0.25, 1.0),
                row("hardswish", -0.20833333333333334, -0.28125, 0.13541666666666666, 1.125),
                row("relu6", 0.0, 0.0, 0.25, 1.5),
                row("logσ", -2.5788897342925496, -1.1368710061148999, -0.5759394198788436, -0.2014132779827524),
                row("tanhshrink", -1.5133857018485697, -0.11485104761271268, 0.005081337596290871, 0.5948517463551336),
                row("softshrink", -2.0, -0.25, 0.0, 1.0),
                row("lisht", 2.4665357453785757, 0.4763617142904655, 0.06122966560092728, 1.3577223804672998),
                row("trelu", 0.0, 0.0, 0.0, 1.5),
                // its middle slope, 11/48
                row("rrelu", -0.5729166666666666, -0.171875, 0.25, 1.5),
                row("logcosh", 1.8135681679291729, 0.2582660974228071, 0.030929803620161372, 0.8554401710137968));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void valuesAreThoseOfTheDefinition(Row row) {
        Tensor y = Activation.parse(row.name).orElseThrow().apply(Tensor.vector(POINTS));
        assertThat(y.toDoubles()).containsExactly(row.values, Offset.offset(1e-14));
    }

    @Test
    void everyElementwiseActivationHasARow() {
        Set<String> expected = EnumSet.complementOf(EnumSet.copyOf(OVER_FEATURES)).stream()
                .map(Activation::text)
                .collect(Collectors.toSet());
        assertThat(rows().stream().map(Row::name)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void slopeAgreesWithDifferences(Activation activation) {
        Tensor at = Tensor.matrix(new double[][] {{-2.5, 0.3}, {-0.75, 1.5}, {0.2, 4}});
        Differences.assertAgrees(x -> weighed(activation.apply(x.get(0))), List.of(at), 1e-8);
    }

    @ParameterizedTest
    @EnumSource
    void slopeOfTheSlopeAgreesWithDifferences(Activation activation) {
        Tensor at = Tensor.matrix(new double[][] {{-2.5, 0.3}, {-0.75, 1.5}, {0.2, 4}});
        Differences.assertAgrees(
                x -> weighed(Gradient.gradient(y -> weighed(activation.apply(y).square()), x.get(0))),
                List.of(at),
                1e-5);
    }

    private static Var weighed(Var y) {
        return y.mul(y.constant(Tensor.vector(0.7, -1.3, 1.9))).sum();
    }

    @ParameterizedTest
    @EnumSource
    void neitherValueNorSlopeIsNanAnywhere(Activation activation) {
        double max = Double.MAX_VALUE;
        Tensor at = Tensor.vector(-max, -1e200, -1e20, -1000, -1, -0.5, -0.0, 0, 1e-300, 0.5, 1, 6, 800, 1e155, max);
        Tensor slope = Gradient.gradient(x -> activation.apply(x.get(0)).sum(), List.of(at))
                .get(0);
        assertThat(activation.apply(at).toDoubles()).doesNotContain(Double.NaN);
        assertThat(slope.toDoubles()).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @EnumSource(names = {"SIGMOID", "TANH", "SOFTPLUS", "SOFTMAX", "RELU", "GELU", "LOGCOSH"})
    void everyFiniteNumberGivesAFiniteOne(Activation activation) {
        Tensor at = Tensor.vector(-8e307, -1e20, -710, -1, 0, 1, 37, 745, 1e20, Double.MAX_VALUE);
        assertThat(activation.apply(at).isFinite()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotANumberIsNotHidden(Activation activation) {
        assertThat(activation.apply(Tensor.scalar(Double.NaN)).item()).isNaN();
    }

    @ParameterizedTest
    @EnumSource
    void singlePrecisionStaysSingle(Activation activation) {
        Tensor x = Tensor.of(Shape.of(2, 2), 1f, -1f, 2f, 0.5f);
        assertThat(activation.apply(x).dtype()).isEqualTo(DType.F32);
    }

    @ParameterizedTest
    @EnumSource
    void itsTextReadsBack(Activation activation) {
        assertThat(Activation.parse(activation.text())).contains(activation);
    }

    @Test
    void otherNamesOfFluxAreRead() {
        assertThat(Stream.of("sigmoid", "hardsigmoid", "logsigmoid", "tanh_fast", "nothing")
                        .map(name ->
                                Activation.parse(name).map(Activation::text).orElse("unknown")))
                .containsExactly("σ", "hardσ", "logσ", "tanh", "unknown");
    }

    @Test
    @DisplayName("1.19 softmax is positive and sums to 1 over each sample; a constant added changes nothing")
    void softmax() {
        Tensor x = Tensor.matrix(new double[][] {{1, -3}, {2, 0}, {4, 5}});
        Tensor moved = Tensor.matrix(new double[][] {{101, -103}, {102, -100}, {104, -95}});
        Tensor y = Activation.SOFTMAX.apply(x);
        assertThat(Arrays.stream(y.toDoubles())).allMatch(p -> p > 0);
        assertThat(y.get(0, 0) + y.get(1, 0) + y.get(2, 0)).isCloseTo(1, Offset.offset(1e-15));
        assertThat(y.get(0, 1) + y.get(1, 1) + y.get(2, 1)).isCloseTo(1, Offset.offset(1e-15));
        assertThat(Activation.SOFTMAX.apply(moved)).isEqualTo(y);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000, 1e308})
    @DisplayName("1.19 softmax does not overflow")
    void softmaxOfLargeNumbers(double large) {
        assertThat(Activation.SOFTMAX.apply(Tensor.vector(-large, large, large)))
                .isEqualTo(Tensor.vector(0, 0.5, 0.5));
    }

    @Test
    void logsoftmaxIsTheLogarithmOfSoftmax() {
        // log softmax of (1, 2, 4), with 40 digits
        assertThat(Activation.LOGSOFTMAX.apply(Tensor.vector(1, 2, 4)).toDoubles())
                .containsExactly(
                        new double[] {-3.1698460195562856, -2.1698460195562856, -0.16984601955628564},
                        Offset.offset(1e-15));
    }
}
