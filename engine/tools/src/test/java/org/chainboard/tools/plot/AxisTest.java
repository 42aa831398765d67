package org.chainboard.tools.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AxisTest {
    private static final int MOST = 5;

    static Stream<Arguments> axes() {
        return Stream.of(
                arguments("unit", Axis.linear(0, 1, MOST), "0 0.2 0.4 0.6 0.8 1.0"),
                arguments("rounded outwards", Axis.linear(0.3, 9.2, MOST), "0 2 4 6 8 10"),
                arguments("signed", Axis.linear(-0.97, 1.02, 6), "-1.0 -0.5 0 0.5 1.0 1.5"),
                arguments("thousands", Axis.linear(0, 23_000, MOST), "0 5,000 10,000 15,000 20,000 25,000"),
                arguments("tiny", Axis.linear(0, 4e-7, 4), "0 1e-7 2e-7 3e-7 4e-7"),
                arguments("huge", Axis.linear(0, 3e9, 3), "0 1e9 2e9 3e9"),
                arguments("one value", Axis.linear(2, 2, 4), "1.8 1.9 2.0 2.1 2.2"),
                arguments("only zero", Axis.linear(0, 0, 4), "-1.0 -0.5 0 0.5 1.0"),
                arguments("steps", Axis.exact(0, 12_000, 6, true), "0 2,000 4,000 6,000 8,000 10,000 12,000"),
                arguments("few steps", Axis.exact(0, 3, 6, true), "0 1 2 3"),
                arguments("first step", Axis.exact(7, 7, 6, true), "7 8"),
                arguments("decades", Axis.log(2e-4, 0.9, MOST), "1e-4 1e-3 1e-2 1e-1 1e0"),
                arguments("exact decades", Axis.log(1e-3, 1, MOST), "1e-3 1e-2 1e-1 1e0"),
                arguments("many decades", Axis.log(1e-12, 1, MOST), "1e-12 1e-9 1e-6 1e-3 1e0"),
                arguments("one decade", Axis.log(0.012, 0.09, MOST), "1e-2 2e-2 5e-2 1e-1"),
                arguments("one positive value", Axis.log(0.3, 0.3, MOST), "2e-1 5e-1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("axes")
    void marksAreNiceNumbers(String name, Axis axis, String labels) {
        assertThat(axis.labels()).isEqualTo(List.of(labels.split(" ")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("axes")
    void everyMarkLiesOnTheAxis(String name, Axis axis, String labels) {
        double slack = 1e-9 * Math.max(1, Math.abs(axis.to()));
        assertThat(Arrays.stream(axis.ticks()).boxed())
                .allSatisfy(tick -> assertThat(tick).isBetween(axis.from() - slack, axis.to() + slack));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("axes")
    void pixelsAndValuesAreInverse(String name, Axis axis, String labels) {
        double value = axis.value(170, 100, 300);

        assertThat(axis.pixel(value, 100, 300)).isCloseTo(170, within(1e-9));
    }

    @Test
    void endsOfTheAxisAreEndsOfTheBox() {
        Axis axis = Axis.log(1e-4, 1, MOST);

        assertThat(axis.pixel(1e-4, 400, 0)).isEqualTo(400);
        assertThat(axis.pixel(1e-2, 400, 0)).isCloseTo(200, within(1e-9));
        assertThat(axis.pixel(1, 400, 0)).isCloseTo(0, within(1e-9));
    }

    @Test
    void aLogarithmicScaleHasNoPlaceForZero() {
        Axis axis = Axis.log(1e-4, 1, MOST);

        assertThat(axis.shows(0)).isFalse();
        assertThat(axis.shows(-1)).isFalse();
        assertThat(axis.shows(Double.NaN)).isFalse();
        assertThat(axis.shows(1e-9)).isTrue();
    }
}
