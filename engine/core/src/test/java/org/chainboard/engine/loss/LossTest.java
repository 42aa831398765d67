package org.chainboard.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    /** A loss, a prediction, and the loss computed with 40 digits from Flux's formula. */
    private record Row(Loss loss, Tensor prediction, double value) {
        @Override
        public String toString() {
            return loss.text();
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row(Loss.MSE, ANY, 2.7395833333333335),
                new Row(Loss.MAE, ANY, 1.125),
                new Row(Loss.SUM_OF_SQUARES, ANY, 16.4375),
                new Row(Loss.CROSSENTROPY, SHARES, 0.5203936814223543),
                new Row(Loss.LOGITCROSSENTROPY, ANY, 1.7295422447614688),
                new Row(Loss.BINARYCROSSENTROPY, SHARES, 0.32853847273285963),
                new Row(Loss.LOGITBINARYCROSSENTROPY, ANY, 0.8979784063956657),
                new Row(Loss.HUBER, ANY, 0.7395833333333334));
    }

    private static double value(Loss loss, Tensor prediction, Tensor target) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        return loss.apply(Var.constant(builder, prediction), Var.constant(builder, target))
                .item();
    }

    private static Tensor slope(Loss loss, Tensor prediction, Tensor target) {
        return Gradient.gradient(x -> loss.apply(x.get(0), x.get(0).constant(target)), List.of(prediction))
                .get(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void valuesAreThoseOfTheFormula(Row row) {
        assertThat(value(row.loss, row.prediction, TARGET)).isCloseTo(row.value, Offset.offset(1e-15 * 10));
    }

    @Test
    void everyLossHasARow() {
        assertThat(rows().stream().map(Row::loss)).containsExactly(Loss.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void slopesAgreeWithDifferences(Row row) {
        Tensor away = Tensor.matrix(new double[][] {{0.9, 0.05}, {0.1, 0.3}, {0.2, 0.7}});
        Differences.assertAgrees(x -> row.loss.apply(x.get(0), x.get(1)), List.of(row.prediction, away), 1e-8);
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
        assertThat(twice).isCloseTo(loss.isSum() ? 2 * once : once, Offset.offset(1e-14));
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
