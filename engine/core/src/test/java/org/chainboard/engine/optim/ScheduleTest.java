package org.chainboard.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    /** A schedule, its first numbers worked out by hand from the formulas of ParameterSchedulers.jl, four steps an epoch. */
    private record Row(String text, double... first) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row("Constant(0.1)", 0.1, 0.1, 0.1),
                new Row("Step(1, 0.5, 2)", 1, 1, 0.5, 0.5, 0.25, 0.25, 0.125),
                new Row("Exp(0.1, 0.5)", 0.1, 0.05, 0.025, 0.0125),
                new Row("Poly(1, 2, 4)", 1, 0.5625, 0.25, 0.0625, 0, 0, 0),
                new Row("Inv(1, 1, 2)", 1, 0.25, 1 / 9.0, 0.0625),
                new Row("Triangle(0, 1, 4)", 0, 0.5, 1, 0.5, 0, 0.5, 1),
                new Row("Triangle(0.3, 0.1, 4)", 0.1, 0.2, 0.3, 0.2, 0.1),
                new Row("Sin(0, 2, 6)", 0, 1, Math.sqrt(3), 2, Math.sqrt(3), 1, 0, 1),
                new Row("CosAnneal(0, 1, 3)", 1, 0.75, 0.25, 1, 0.75, 0.25),
                new Row("Warmup(0, 1, 4)", 0, 0.25, 0.5, 0.75, 1, 1, 1),
                new Row("Sequence(Warmup(0, 1, 2) => 2, Exp(1, 0.5) => 3)", 0, 0.5, 1, 0.5, 0.25, 0.125, 0.0625),
                new Row("Sequence(Constant(3) => 1, Constant(2) => 1)", 3, 2, 2),
                new Row("PerEpoch(Exp(1, 0.5))", 1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 0.25),
                new Row("t -> 0.1*0.5^t", 0.05, 0.025, 0.0125));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theNumbersAreThoseOfTheFormula(Row row) {
        Schedule schedule = Schedule.of(row.text);
        double[] found = new double[row.first.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = schedule.at(i + 1, 4);
        }
        assertThat(found).containsExactly(row.first, Offset.offset(1e-14));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theTextReadsBack(Row row) {
        Schedule schedule = Schedule.of(row.text);
        assertThat(Schedule.of(schedule.text())).isEqualTo(schedule);
    }

    @Test
    void everyRowOfTheTableIsTried() {
        Set<String> tried =
                rows().map(row -> row.text.replaceFirst("\\(.*", "")).collect(Collectors.toSet());
        assertThat(tried)
                .containsAll(Arrays.stream(ScheduleKind.values())
                        .map(ScheduleKind::text)
                        .toList());
    }

    @Test
    void aNumberAloneIsAConstant() {
        assertThat(Schedule.of("0.01").text()).isEqualTo("Constant(0.01)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Expo(0.1, 0.9)              | At character 1: there is no schedule “Expo”. There are Constant, Step,",
                "Exp(0.1, 0.9) Exp           | “Exp” is left over",
                "Exp(0.1)                    | At character 8: “,” is expected, got “)”.",
                "Exp(0.1, 0.9, 2)            | “)” is expected, got “, 2)”.",
                "Sequence(Exp(0.1, 0.9) => 0) | a whole number of steps from 1 on, not 0.",
                "Sequence()                  | a number from 0 on is expected",
                "t -> a*t                    | a function of the step alone",
                "(t, s) -> t                 | a function of the step alone",
                "t -> 0.1*sum(t, dims=1)     | sum(…, dims=1) needs an array with an axis 1, got size scalar"
            })
    void mistakesAreTold(String text, String sentence) {
        assertThatThrownBy(() -> Schedule.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void schedulesInSchedulesHaveAnEnd() {
        String deepest = "PerEpoch(".repeat(49) + "1" + ")".repeat(49);
        assertThat(Schedule.of(deepest).at(1, 4)).isEqualTo(1);
        assertThatThrownBy(() -> Schedule.of("PerEpoch(" + deepest + ")")).hasMessageContaining("50 deep at most");
        assertThatThrownBy(() -> Schedule.of("PerEpoch(".repeat(1000))).hasMessageContaining("50 deep at most");
    }

    @Test
    void aSequenceIsAsLongAsItIsWritten() {
        String stages = "1 => 1, ".repeat(99) + "2 => 1";
        assertThat(Schedule.of("Sequence(" + stages + ")").at(100, 4)).isEqualTo(2);
    }
}
