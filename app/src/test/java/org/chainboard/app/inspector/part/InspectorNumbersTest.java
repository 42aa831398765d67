package org.chainboard.app.inspector.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Optional;
import org.chainboard.app.ui.Texts;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.FunctionLayer;
import org.chainboard.engine.tensor.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InspectorNumbersTest {
    @Test
    void lengthsOfGradientsHaveOneShape() {
        assertThat(Figures.exponent(0.0312)).isEqualTo("3.1e-2");
        assertThat(Figures.exponent(12)).isEqualTo("1.2e1");
        assertThat(Figures.exponent(0)).isEqualTo("0");
        assertThat(Figures.exponent(Double.NaN)).isEqualTo("–");
        assertThat(Figures.exponent(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivationHasAFormulaAndACurve(Activation row) {
        String key = "inspector.formula." + row.name().toLowerCase(Locale.ROOT);

        assertThat(Texts.in(Locale.ROOT).get(key)).isNotBlank();
        assertThat(Bend.of(row)).isPresent();
    }

    @Test
    void aCurveHasTheSlopeThatTheEngineGives() {
        Bend bend = of("x -> 3x^2 + 2x + 1").orElseThrow();
        int two = 100;

        assertThat(bend.xs()[two]).isCloseTo(2, within(1e-9));
        assertThat(bend.ys()[two]).isCloseTo(17, within(1e-9));
        assertThat(bend.slopes()[two]).isCloseTo(14, within(1e-9));
    }

    @Test
    void aFunctionOfAWholeSampleHasNoOneSlope() {
        assertThat(Bend.of(Activation.SOFTMAX).orElseThrow().slopes()).isEmpty();
        assertThat(of("x -> sum(x)")).isEmpty();
    }

    private static Optional<Bend> of(String text) {
        return Bend.of(FunctionLayer.create("f", (TypedFunction) TypedFunction.parse(text), DType.F64));
    }
}
