package org.chainboard.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GeneratorsTest {

    @ParameterizedTest
    @EnumSource
    void theSeedDecides(Generators row) {
        Dataset first = row.make(40, 1, 0.1);
        Dataset again = row.make(40, 1, 0.1);
        Dataset other = row.make(40, 2, 0.1);

        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberOfSamplesCanBeMade(Generators row) {
        assertThat(IntStream.of(1, 2, 7, row.samples())
                        .map(n -> row.make(n, 1, row.noise()).samples()))
                .containsExactly(1, 2, 7, row.samples());
    }

    @ParameterizedTest
    @EnumSource
    void negativeNoiseIsRefused(Generators row) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.make(10, 1, -0.5))
                .withMessage(row.title() + " needs a sample and no negative noise, got 10 and -0.5");
    }

    @ParameterizedTest
    @EnumSource(names = {"TWO_SPIRALS", "XOR"})
    void twoClassesFillTheSquareOfThePlayground(Generators row) {
        Dataset data = row.make(400, 1, 0);

        assertThat(data.classes()).hasSize(2);
        assertThat(IntStream.range(0, 400).map(data::label).sum()).isBetween(160, 240);
        for (double place : data.x().toDoubles()) {
            assertThat(Math.abs(place)).isLessThan(5.31);
        }
    }

    @Test
    void theSecondSpiralIsTheFirstTurnedByHalf() {
        Dataset data = Generators.TWO_SPIRALS.make(400, 1, 0);

        for (int i = 0; i < 400; i += 2) {
            assertThat(data.x().get(0, i + 1)).isCloseTo(-data.x().get(0, i), within(1e-12));
            assertThat(data.x().get(1, i + 1)).isCloseTo(-data.x().get(1, i), within(1e-12));
        }
    }

    @Test
    void xorTellsWhetherTheSignsAgree() {
        Dataset data = Generators.XOR.make(400, 1, 0);

        for (int i = 0; i < 400; i++) {
            boolean same = data.x().get(0, i) * data.x().get(1, i) > 0;
            assertThat(data.classes().get(data.label(i))).isEqualTo(same ? "same" : "different");
        }
    }

    @Test
    void noiseMovesPointsAcrossTheBorderOfXor() {
        Dataset data = Generators.XOR.make(400, 1, 0.3);

        long wrong = IntStream.range(0, 400)
                .filter(i -> (data.x().get(0, i) * data.x().get(1, i) > 0) != (data.label(i) == 0))
                .count();

        assertThat(wrong).isBetween(20L, 150L);
    }

    @Test
    void theNoisyLineScattersAroundItsLine() {
        Dataset data = Generators.NOISY_LINE.make(2000, 1, 0.5);
        double squares = 0;
        for (int i = 0; i < 2000; i++) {
            double distance = data.y().get(i) - (2 * data.x().get(i) + 1);
            squares += distance * distance;
        }

        assertThat(Math.sqrt(squares / 2000)).isCloseTo(0.5, within(0.05));
    }
}
