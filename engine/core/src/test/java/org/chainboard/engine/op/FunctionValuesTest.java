package org.chainboard.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of functions against 50 digits of mpmath; the file's first line says which version, and what made it. */
class FunctionValuesTest {
    /** How many units in the last place a result may be off; those not named, one. */
    private static final List<Set<String>> LOOSER = List.of(
            Set.of("sinh", "cosh", "tanh", "sigmoid", "softplus", "logaddexp", "NORM", "PROD", "MEAN", "SUM"),
            Set.of("LOGSUMEXP", "STD", "VAR"));

    private record Line(String name, DType dtype, double[] arguments, BigDecimal value) {
        static Line of(String text) {
            String[] cells = text.split(",");
            double[] arguments = Arrays.stream(cells[2].split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Line(cells[0], DType.valueOf(cells[1]), arguments, new BigDecimal(cells[3]));
        }

        @Override
        public String toString() {
            return name + Arrays.toString(arguments) + " in " + dtype;
        }
    }

    static List<Line> lines() throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                FunctionValuesTest.class.getResourceAsStream("functions.csv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(Line::of).toList();
        }
    }

    private static Set<String> names(Enum<?>[] rows, Function<Enum<?>, String> name) {
        return Arrays.stream(rows).map(name).collect(Collectors.toSet());
    }

    private static double computed(Line line) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        List<Var> arguments = Arrays.stream(line.arguments)
                .mapToObj(x -> Var.constant(builder, Tensor.of(Shape.scalar(), line.dtype, x)))
                .toList();
        for (Unary op : Unary.values()) {
            if (op.label().equals(line.name)) {
                return arguments.get(0).apply(op).item();
            }
        }
        for (Binary op : Binary.values()) {
            if (op.label().equals(line.name)) {
                return arguments.get(0).apply(op, arguments.get(1)).item();
            }
        }
        Tensor numbers = Tensor.of(Shape.of(line.arguments.length), line.dtype, line.arguments);
        return Reduction.valueOf(line.name).of(Var.constant(builder, numbers)).item();
    }

    private static double allowed(Line line) {
        return 1
                + LOOSER.stream()
                        .filter(set -> set.contains(line.name))
                        .mapToInt(LOOSER::indexOf)
                        .map(i -> 2 * i + 2)
                        .sum();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void theValueIsThatOfMpmath(Line line) {
        double nearest = line.value.doubleValue();
        double unit = line.dtype == DType.F64 ? Math.ulp(nearest) : Math.ulp((float) nearest);
        BigDecimal off = new BigDecimal(computed(line)).subtract(line.value).abs();

        assertThat(off.divide(new BigDecimal(unit), MathContext.DECIMAL64).doubleValue())
                .isLessThanOrEqualTo(allowed(line));
    }

    @Test
    void everyFunctionHasValues() throws IOException {
        Set<String> found = lines().stream().map(Line::name).collect(Collectors.toSet());

        Set<String> functions = new HashSet<>(names(Unary.values(), row -> ((Unary) row).label()));
        functions.remove("identity");
        functions.addAll(names(Binary.values(), row -> ((Binary) row).label()));

        assertThat(found).containsAll(functions);
        assertThat(Stream.of(Reduction.values()).map(Enum::name).filter(found::contains))
                .hasSize(7);
    }
}
