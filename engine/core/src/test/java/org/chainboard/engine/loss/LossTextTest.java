package org.chainboard.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Losses with settings and typed losses, as text and as numbers. */
class LossTextTest {
    private static final Tensor SHARES = Tensor.matrix(new double[][] {{0.7, 0.1}, {0.2, 0.3}, {0.1, 0.6}});
    private static final Tensor TARGET = Tensor.matrix(new double[][] {{1, 0}, {0, 0.25}, {0, 0.75}});

    private static double value(LossFunction loss) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        return loss.apply(Var.constant(builder, SHARES), Var.constant(builder, TARGET))
                .item();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mse| mse
            Flux.mse| mse
            Flux.Losses.mae| mae
            huber_loss| huber
            dice_coeff_loss| dice_coeff
            mse()| mse
            mse(agg=mean)| mse
            mse(agg=sum)| mse(agg=sum)
            mse(; agg = sum)| mse(agg=sum)
            huber(agg=sum, delta=0.5)| huber(agg=sum, delta=0.5)
            huber(delta=1)| huber
            focal_loss(gamma=3)| focal(gamma=3)
            crossentropy(label_smoothing=0.1)| crossentropy(label_smoothing=0.1)
            (ŷ, y) -> mean((ŷ - y)^2)| (ŷ, y) -> mean((ŷ - y)^2)
            (ŷ, y) -> mean(sum((ŷ - y)^2; dims=1))| (ŷ, y) -> mean(sum((ŷ - y)^2, dims=1))
            loss(p, t) = sum(abs(p - t))| (p, t) -> sum(abs(p - t))""")
    void textIsReadAndPrintedInOneSpelling(String written, String printed) {
        assertThat(LossFunction.of(written).text()).isEqualTo(printed);
        assertThat(LossFunction.of(printed)).isEqualTo(LossFunction.of(written));
    }

    @ParameterizedTest
    @EnumSource
    void everyRowAndEveryOtherNameOfItIsRead(Loss loss) {
        assertThat(LossFunction.parse(loss.text()).flatMap(LossFunction::row)).contains(loss);
        assertThat(loss.aliases()).allMatch(name -> LossFunction.of(name) == loss);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            msq; There is no loss “msq”. Did you mean mse?
            accuracy; There is no loss “accuracy”. There are mse, mae,
            mse(agg=max); agg is mean or sum, not “max”.
            mse(delta=1); mse has no setting “delta”. Write it as mse(agg=sum).
            mse(sum); mse has no setting “sum”. Write it as mse(agg=sum).
            huber(delta=wide); delta is a number from 0 on, not “wide”.
            huber(delta=-1); delta is a number from 0 on, not “-1”.
            crossentropy(label_smoothing=1); label_smoothing is a number between 0 and 1, not “1.0”.
            mse(label_smoothing=0.1); mse does not compare with classes
            dice_coeff(agg=sum); dice_coeff is one number for all samples at once
            x -> x^2; this one takes 1.
            (p, y) -> mean(a*(p - y)); A loss has nothing to train, so “a” has no value.
            (p, y) -> mean(p - ); A number, a letter or a bracket is missing before “)”.
            2 + 2; There is no loss “2 + 2”.""")
    void whatIsNoLossIsRefusedWithASentence(String written, String sentence) {
        assertThat(LossFunction.parse(written)).isEmpty();
        assertThatThrownBy(() -> LossFunction.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mse", "mae", "huber", "binarycrossentropy", "poisson"})
    void aSumOverTheNumbersIsTheirMeanTimesHowMany(String name) {
        Loss loss = Loss.parse(name).orElseThrow();
        assertThat(value(loss.with(Agg.SUM))).isCloseTo(6 * value(loss), Offset.offset(1e-14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossentropy", "logitcrossentropy", "kldivergence", "focal"})
    void aSumOverTheSamplesIsTheirMeanTimesHowMany(String name) {
        Loss loss = Loss.parse(name).orElseThrow();
        assertThat(value(loss.with(Agg.SUM))).isCloseTo(2 * value(loss), Offset.offset(1e-14));
    }

    @Test
    void aTypedLossComputesWhatItSays() {
        assertThat(value(LossFunction.of("(ŷ, y) -> mean((ŷ - y)^2)"))).isEqualTo(value(Loss.MSE));
        assertThat(value(LossFunction.of("(ŷ, y) -> sum((ŷ - y)^2)"))).isEqualTo(value(Loss.SUM_OF_SQUARES));
        assertThat(value(LossFunction.of("(ŷ, y) -> mean(sum((ŷ - y)^2, dims=1))")))
                .isCloseTo(3 * value(Loss.MSE), Offset.offset(1e-14));
    }

    @Test
    void aTypedLossThatIsNoSingleNumberIsRefused() {
        LossFunction loss = new TypedLoss(TypedFunction.of("(p, y) -> p - y"));
        assertThatThrownBy(() -> value(loss))
                .isInstanceOf(ShapeException.class)
                .hasMessage("A loss is a single number, but (p, y) -> p - y gives size 3×2."
                        + " Put mean( ) or sum( ) around it.");
    }

    @Test
    void smoothedLabelsAreThoseOfFluxsManual() {
        // Flux.label_smoothing of the columns of onehotbatch([1, 0], 0:1) with α = 0.2
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var y = Var.constant(builder, Tensor.matrix(new double[][] {{0, 1}, {1, 0}}));
        assertThat(Labels.smooth(y, 0.2).value().toDoubles())
                .containsExactly(new double[] {0.1, 0.9, 0.9, 0.1}, Offset.offset(1e-15));
        assertThat(Labels.smoothBinary(y, 0.5).value().toDoubles()).containsExactly(0.25, 0.75, 0.75, 0.25);
        assertThat(value(Loss.CROSSENTROPY.smoothing(0.1)))
                .isEqualTo(Loss.CROSSENTROPY
                        .apply(Var.constant(builder, SHARES), Labels.smooth(Var.constant(builder, TARGET), 0.1))
                        .item());
        assertThatThrownBy(() -> Labels.smooth(y, 0)).hasMessageContaining("between 0 and 1");
    }
}
