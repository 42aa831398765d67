package org.chainboard.engine.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of corners and poles in the manual says what the engine does. */
class ConventionsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "manual", "gradients.md");
    private static final String HEAD = "| Function | At | Value | Slope | Second slope |";

    private record Row(String function, double[] at, double[] value, double[] slope, double[] second) {
        static Row of(String line) {
            String[] cells = line.split("\\|");
            return new Row(
                    cells[1].strip().replace("`", ""),
                    numbers(cells[2]),
                    numbers(cells[3]),
                    numbers(cells[4]),
                    numbers(cells[5]));
        }

        private static double[] numbers(String cell) {
            return Arrays.stream(cell.split("[,;]"))
                    .map(number -> number.strip().replace("∞", "Infinity"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        @Override
        public String toString() {
            return function + " at " + Arrays.toString(at);
        }
    }

    static List<Row> rows() throws IOException {
        return Files.readString(PAGE, StandardCharsets.UTF_8)
                .lines()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(Row::of)
                .toList();
    }

    private static void check(Tensor got, double[] wanted) {
        // 0.0 and -0.0 are one number here
        assertThat(got.toDoubles()).containsExactly(wanted, within(1e-6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("each row is what comes out, in both precisions")
    void rowHolds(Row row) {
        UnaryOperator<Var> f = Conventions.TABLE.get(row.function);
        for (DType dtype : DType.values()) {
            Tensor at = Tensor.vector(row.at).cast(dtype);
            ValueAndGradient result = Gradient.withGradient(f, at);
            check(Tensor.scalar(result.value()), row.value);
            check(result.gradient(), row.slope);
            check(Hessian.hessian(f, at), row.second);
        }
    }

    @Test
    @DisplayName("every function of the table is in the manual")
    void allAreInTheManual() throws IOException {
        assertThat(rows().stream().map(Row::function).collect(Collectors.toSet()))
                .isEqualTo(Conventions.TABLE.keySet());
    }
}
