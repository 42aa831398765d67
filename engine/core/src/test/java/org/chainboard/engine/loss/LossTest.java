package org.chainboard.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    /** Two samples of three classes: any numbers, shares that sum to 1, and targets. */
    private static final Tensor ANY = Tensor.matrix(new double[][] {{2, 0.25}, {-1, 0.5}, {0.5, -3}});

    private static final Tensor SHARES = Tensor.matrix(new double[][] {{0.7, 0.1}, {0.2, 0.3}, {0.1, 0.6}});
    private static final Tensor TARGET = Tensor.matrix(new double[][] {{1, 0}, {0, 0.25}, {0, 0.75}});

    /** A row of the table that reference_values.py makes with 50 digits, each array column by column. */
    private record Row(LossFunction loss, Tensor prediction, Tensor target, double value, double[] gradient) {
        @Override
        public String toString() {
            return loss.text();
        }
    }

    static List<Row> rows() throws IOException {
        try (InputStream in = LossTest.class.getResourceAsStream("losses.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> row(line.split("; ")))
                    .toList();
        }
    }

    private static Row row(String... cells) {
        Loss loss = Loss.parse(cells[0]).orElseThrow();
        double number = Double.parseDouble(cells[1]);
        Agg agg = loss == Loss.SUM_OF_SQUARES ? Agg.SUM : Agg.parse(cells[2]).orElseThrow();
        return new Row(
                new AdjustedLoss(loss, agg, number, 0),
                columns(numbers(cells[3])),
                columns(numbers(cells[4])),
                Double.parseDouble(cells[5]),
                numbers(cells[6]));
    }

    private static double[] numbers(String cell) {
        return Stream.of(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static Tensor columns(double... c) {
        return Tensor.matrix(new double[][] {{c[0], c[3]}, {c[1], c[4]}, {c[2], c[5]}});
    }

    private static double value(LossFunction loss, Tensor prediction, Tensor target) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        return loss.apply(Var.constant(builder, prediction), Var.constant(builder, target))
                .item();
    }

    private static Tensor slope(LossFunction loss, Tensor prediction, Tensor target) {
        return Gradient.gradient(x -> loss.apply(x.get(0), x.get(0).constant(target)), List.of(prediction))
                .get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void valueAndGradientAreThoseOfTheFormula(Row row) {
        assertThat(value(row.loss, row.prediction, row.target)).isCloseTo(row.value, within(8, row.value));
        Tensor gradient = slope(row.loss, row.prediction, row.target);
        Tensor exact = columns(row.gradient);
        for (int i = 0; i < exact.size(); i++) {
            assertThat(gradient.get(i)).isCloseTo(exact.get(i), within(16, exact.get(i)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void singlePrecisionIsRightToItsOwnDigits(Row row) {
        boolean hasEpsilon = EnumSet.of(Loss.BINARY_FOCAL, Loss.FOCAL, Loss.KLDIVERGENCE)
                .contains(row.loss.row().orElseThrow());
        double value = value(row.loss, row.prediction.cast(DType.F32), row.target.cast(DType.F32));
        // ϵ itself is that of the number type
        double units = hasEpsilon ? 64 : 16;
        assertThat(value).isCloseTo(row.value, Offset.offset(units * Math.ulp((float) Math.max(1, row.value))));
    }

    private static Offset<Double> within(int units, double value) {
        return Offset.offset(units * Math.ulp(Math.max(1, Math.abs(value))));
    }

    @Test
    void everyLossHasARow() throws IOException {
        assertThat(rows().stream().map(row -> row.loss.row().orElseThrow()).distinct())
                .containsExactly(Loss.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void slopesAgreeWithDifferences(Row row) {
        // away from corners, and positive where the loss is of shares
        Tensor away = Tensor.matrix(new double[][] {{0.9, 0.05}, {0.1, 0.3}, {0.2, 0.7}});
        Tensor prediction = Tensor.matrix(new double[][] {{0.3, 0.45}, {0.62, 0.15}, {0.45, 0.35}});
        Differences.assertAgrees(x -> row.loss.apply(x.get(0), x.get(1)), List.of(prediction, away), 1e-7);
        Differences.assertAgrees(
                x -> Gradient.gradient(p -> row.loss.apply(p, x.get(1)), x.get(0))
                        .square()
                        .sum(),
                List.of(prediction, away),
                1e-6);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aVectorIsOneSample(Row row) {
        Tensor prediction = Tensor.vector(0.2, 0.5, 0.3);
        Tensor target = Tensor.vector(0, 1, 0);
        assertThat(value(row.loss, prediction, target))
                .isEqualTo(value(row.loss, prediction.reshape(Shape.of(3, 1)), target.reshape(Shape.of(3, 1))));
    }

    @ParameterizedTest
    @EnumSource
    void onlySumsGrowWithTheBatch(Loss loss) {
        double once = value(loss, SHARES, TARGET);
        double twice = value(loss, doubled(SHARES), doubled(TARGET));
        if (loss != Loss.DICE_COEFF) {
            // which is a ratio of sums
            assertThat(twice).isCloseTo(loss.isSum() ? 2 * once : once, Offset.offset(1e-14));
        }
    }

    private static Tensor doubled(Tensor x) {
        double[] twice = new double[2 * x.size()];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = x.get(i / 4, i % 2);
        }
        return Tensor.of(Shape.of(3, 4), DType.F64, twice);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGITCROSSENTROPY", "LOGITBINARYCROSSENTROPY", "HUBER"})
    void theWholeRangeOfLogitsGivesFiniteLossAndSlope(Loss loss) {
        for (double size : new double[] {1e-300, 1, 750, 1e30, 8e307}) {
            for (Tensor target : List.of(Tensor.vector(1, 0, 0), Tensor.vector(0, 1, 0), Tensor.vector(0, 0.5, 0.5))) {
                Tensor logits = Tensor.vector(-size, size / 2, size / 4);
                assertThat(value(loss, logits, target)).as("size %s", size).isFinite();
                assertThat(slope(loss, logits, target).isFinite())
                        .as("size %s", size)
                        .isTrue();
            }
        }
    }

    @Test
    void logitsTooFarApartForANumberGiveALargeLossNotNan() {
        double max = Double.MAX_VALUE;
        assertThat(value(Loss.LOGITCROSSENTROPY, Tensor.vector(-max, max), Tensor.vector(1, 0)))
                .isGreaterThan(1e307)
                .isFinite();
        assertThat(value(Loss.LOGITCROSSENTROPY, Tensor.vector(-max, max), Tensor.vector(0, 1)))
                .isEqualTo(0);
    }

    @Test
    void aCertainMistakeIsALargeLossNotAnInfiniteOne() {
        // -log of the distance from 1 to the next double
        assertThat(value(Loss.CROSSENTROPY, Tensor.vector(0, 1), Tensor.vector(1, 0)))
                .isCloseTo(36.04365338911715, Offset.offset(1e-13));
    }

    @Test
    void aCertainMistakeOfAYesOrNoIsFiniteToo() {
        for (Loss loss : List.of(Loss.BINARY_FOCAL, Loss.BINARYCROSSENTROPY, Loss.FOCAL, Loss.KLDIVERGENCE)) {
            for (Tensor target : List.of(Tensor.vector(1, 0), Tensor.vector(0, 1))) {
                assertThat(value(loss, Tensor.vector(0, 1), target))
                        .as("%s", loss)
                        .isFinite();
                assertThat(slope(loss, Tensor.vector(0, 1), target).isFinite())
                        .as("%s", loss)
                        .isTrue();
            }
        }
    }

    @Test
    void valuesAreThoseOfFluxsManual() {
        // the examples of the manual of Flux 0.16
        Tensor oneToThree = Tensor.vector(1, 2, 3);
        assertThat(value(Loss.HUBER, Tensor.vector(1.1, 2.1, 3.1), oneToThree)).isCloseTo(0.005, Offset.offset(1e-14));
        assertThat(value(Loss.POISSON, Tensor.vector(1, 3, 3), oneToThree))
                .isCloseTo(0.5023128522198171, Offset.offset(1e-15));
        assertThat(value(Loss.HINGE, Tensor.vector(0.1, 0.3, 1, 1.5), Tensor.vector(1, -1, 1, 1)))
                .isCloseTo(0.55, Offset.offset(1e-15));
        assertThat(value(Loss.SQUARED_HINGE, Tensor.vector(0.1, 0.3, 1, 1.5), Tensor.vector(1, -1, 1, 1)))
                .isCloseTo(0.625, Offset.offset(1e-15));
        assertThat(value(Loss.DICE_COEFF, Tensor.vector(1.1, 2.1, 3.1), oneToThree))
                .isCloseTo(0.000992391663909964, Offset.offset(1e-15));
        Tensor half = Tensor.matrix(new double[][] {{0.5, 0.5}, {0.5, 0.5}});
        Tensor one = Tensor.matrix(new double[][] {{1, 0}, {0, 1}});
        assertThat(value(Loss.KLDIVERGENCE, half, one)).isCloseTo(Math.log(2), Offset.offset(1e-15));
    }

    @Test
    void differentSizesAreRefusedWithBoth() {
        assertThatThrownBy(() -> value(Loss.MSE, ANY, Tensor.vector(1, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessage("mse compares arrays of one size: the prediction is 3×2, the target is 2");
    }

    @ParameterizedTest
    @EnumSource
    void namesReadBack(Loss loss) {
        assertThat(Loss.parse(loss.text())).contains(loss);
    }

    @Test
    void anUnknownNameIsNotALoss() {
        assertThat(Loss.parse("accuracy")).isEmpty();
    }
}
