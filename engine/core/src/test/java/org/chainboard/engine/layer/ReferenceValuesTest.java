package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations against 50-digit values; reference_values.py beside the tests makes the tables. */
class ReferenceValuesTest {
    /** Units in the last place of the value, or of x where the formula takes a small rest of large numbers. */
    private static final double USUAL = 4;

    /** exp of a rounded argument, here up to about 600, is off by that many units. */
    private static final Map<String, Double> MORE = Map.of("gelu", 600.0, "selu", 6.0, "mish", 8.0, "logcosh", 4.0);

    private static final Set<String> RESTS = Set.of("tanhshrink", "logcosh");

    private record Row(String name, double x, List<BigDecimal> values) {
        @Override
        public String toString() {
            return name + " at " + x;
        }
    }

    static List<String[]> table(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("; "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Row> rows() {
        return table(ReferenceValuesTest.class, "activations.csv").stream()
                .map(cells -> new Row(
                        cells[0],
                        Double.parseDouble(cells[1]),
                        Arrays.stream(cells).skip(2).map(BigDecimal::new).toList()));
    }

    private static Activation activation(Row row) {
        return Activation.parse(row.name).orElseThrow();
    }

    private static void assertWithin(double units, double unit, double got, BigDecimal exact) {
        double off = new BigDecimal(got).subtract(exact).abs().doubleValue();
        assertThat(off).isLessThanOrEqualTo(units * unit);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void valuesAreRightToAFewUnitsInTheLastPlace(Row row) {
        double value = row.values.get(0).doubleValue();
        double largest = RESTS.contains(row.name) ? Math.max(1, Math.abs(row.x)) : Math.abs(value);
        double units = MORE.getOrDefault(row.name, USUAL);
        double inDouble = activation(row).apply(Tensor.scalar(row.x)).item();
        assertWithin(units, Math.ulp(largest), inDouble, row.values.get(0));
        Tensor single = Tensor.of(Shape.scalar(), DType.F32, row.x);
        double inSingle = activation(row).apply(single).item();
        assertWithin(units, Math.ulp((float) largest), inSingle, row.values.get(0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void bothDerivativesAreRight(Row row) {
        double slope = Gradient.gradient(x -> activation(row).apply(x), row.x)[0];
        double bend =
                Gradient.gradient(x -> Gradient.gradient(y -> activation(row).apply(y), x), row.x)[0];
        double scale = Math.max(1, Math.abs(row.values.get(1).doubleValue()));
        assertWithin(16, Math.ulp(scale), slope, row.values.get(1));
        assertWithin(128, Math.ulp(scale), bend, row.values.get(2));
    }

    @Test
    void softmaxAndItsLogarithmAreRight() {
        for (String[] cells : table(ReferenceValuesTest.class, "columns.csv")) {
            double[] x = Arrays.stream(cells[1].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            String[] exact = cells[2].split(" ");
            Tensor y = Activation.parse(cells[0]).orElseThrow().apply(Tensor.vector(x));
            for (int i = 0; i < x.length; i++) {
                double size = Math.max(1e-300, Math.abs(new BigDecimal(exact[i]).doubleValue()));
                assertWithin(
                        8,
                        Math.ulp(cells[0].equals("softmax") ? size : Math.max(1, size)),
                        y.get(i),
                        new BigDecimal(exact[i]));
            }
        }
    }

    @Test
    void everyActivationIsInATable() {
        Set<String> names = Stream.of("activations.csv", "columns.csv")
                .flatMap(file -> table(ReferenceValuesTest.class, file).stream())
                .map(cells -> cells[0])
                .collect(Collectors.toSet());
        assertThat(names)
                .isEqualTo(Stream.of(Activation.values()).map(Activation::text).collect(Collectors.toSet()));
    }
}
