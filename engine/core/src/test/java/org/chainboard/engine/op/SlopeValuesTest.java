package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Slopes, and their slopes, against 50 digits of mpmath; the file's first line says which version, and what made it. */
class SlopeValuesTest {
    /** Units in the last place that a slope may be off, and the slope of a slope. */
    private static final double[] UNITS = {4, 12};
    /** Their slopes are made of the value, which is rounded near 1: units of a number near 1 count. */
    private static final Set<String> OF_THE_VALUE = Set.of("tanh", "sigmoid", "softplus");
    /** Slopes that have no corner and are not the same everywhere; the others are in the tables of conformance. */
    private static final Set<Unary> WITHOUT =
            Set.of(Unary.IDENTITY, Unary.NEG, Unary.RELU, Unary.ABS, Unary.SIGN, Unary.FLOOR);

    private record Line(String name, DType dtype, double x, List<BigDecimal> slopes) {
        static Line of(String text) {
            String[] cells = text.split(",");
            List<BigDecimal> slopes = List.of(new BigDecimal(cells[3]), new BigDecimal(cells[4]));
            return new Line(cells[0], DType.valueOf(cells[1]), Double.parseDouble(cells[2]), slopes);
        }

        Var function(Var x) {
            return x.apply(op());
        }

        private Unary op() {
            return Arrays.stream(Unary.values())
                    .filter(op -> op.label().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        double unit(BigDecimal value) {
            double size = OF_THE_VALUE.contains(name) ? Math.max(1, value.abs().doubleValue()) : value.doubleValue();
            return dtype == DType.F64 ? Math.ulp(size) : Math.ulp((float) size);
        }

        @Override
        public String toString() {
            return name + " at " + x + " in " + dtype;
        }
    }

    static List<Line> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                SlopeValuesTest.class.getResourceAsStream("slopes.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Line::of).toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void theSlopesAreThoseOfMpmath(Line line) {
        Tensor x = Tensor.of(Shape.scalar(), line.dtype, line.x);
        double first = Gradient.gradient(line::function, x).item();
        double second =
                Gradient.gradient(v -> Gradient.gradient(line::function, v), x).item();

        assertThat(off(line, 0, first)).isLessThanOrEqualTo(UNITS[0]);
        assertThat(off(line, 1, second)).isLessThanOrEqualTo(UNITS[1]);
    }

    private static double off(Line line, int order, double computed) {
        BigDecimal right = line.slopes.get(order);
        BigDecimal off = new BigDecimal(computed).subtract(right).abs();
        return off.divide(new BigDecimal(line.unit(right)), MathContext.DECIMAL64)
                .doubleValue();
    }

    @Test
    void everySmoothFunctionIsThere() throws IOException {
        assertThat(lines().stream().map(Line::op).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Unary.values())
                        .filter(op -> !WITHOUT.contains(op))
                        .toList());
    }
}
