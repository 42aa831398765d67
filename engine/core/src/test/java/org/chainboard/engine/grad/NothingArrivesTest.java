package org.chainboard.engine.grad;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Where nothing arrives at a matrix product, nothing goes on to its factors")
class NothingArrivesTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final Tensor X = matrix(new double[][] {{1, 0}, {2, 1}});
    private static final Tensor W = matrix(new double[][] {{3, 1}, {-1, 2}});

    /** Which numbers of a product are taken: those of the second row, where log(X) is finite. */
    private static final Tensor SECOND = matrix(new double[][] {{0, 0}, {1, 1}});

    private static final Tensor SECOND_ACROSS = matrix(new double[][] {{0, 1}, {0, 1}});

    private record Case(String name, Function<List<Var>, Var> f, List<Tensor> at, List<Tensor> slopes) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Tensor matrix(double[][] rows) {
        return Tensor.matrix(rows);
    }

    private static Tensor transposed(Tensor x) {
        return matrix(new double[][] {{x.get(0, 0), x.get(1, 0)}, {x.get(0, 1), x.get(1, 1)}});
    }

    private static Var taken(Tensor choice, Var product) {
        return Var.where(product.constant(choice), product, product.like(0)).sum();
    }

    private static Case chosen(String name, Function<List<Var>, Var> f, boolean first, boolean second) {
        // log(X) W with every number of the second row taken: W's slopes are log 2 and log 1, those of X (3 + 1) / 2
        // and 1
        double log = Math.log(2);
        Tensor ofX = matrix(new double[][] {{0, 0}, {2, 1}});
        Tensor ofW = matrix(new double[][] {{log, log}, {0, 0}});
        return new Case(
                name,
                f,
                List.of(first ? transposed(X) : X, second ? transposed(W) : W),
                List.of(first ? transposed(ofX) : ofX, second ? transposed(ofW) : ofW));
    }

    static List<Case> cases() {
        return List.of(
                chosen("where(c, log(x) w, 0)", v -> taken(SECOND, product(v, false, false)), false, false),
                chosen("where(c, log(x)' w, 0)", v -> taken(SECOND, product(v, true, false)), true, false),
                chosen("where(c, log(x) w', 0)", v -> taken(SECOND, product(v, false, true)), false, true),
                chosen("where(c, log(x)' w', 0)", v -> taken(SECOND, product(v, true, true)), true, true),
                chosen("where(c, w' log(x)', 0)", v -> taken(SECOND_ACROSS, turned(v, true, true)), false, false),
                chosen("where(c, w' log(x), 0)", v -> taken(SECOND_ACROSS, turned(v, true, false)), true, false),
                chosen("where(c, w log(x)', 0)", v -> taken(SECOND_ACROSS, turned(v, false, true)), false, true),
                chosen("where(c, w log(x), 0)", v -> taken(SECOND_ACROSS, turned(v, false, false)), true, true),
                new Case(
                        "relu(log(x) w)",
                        v -> v.get(0).log().matmul(v.get(1)).relu().sum(),
                        List.of(matrix(new double[][] {{0}}), matrix(new double[][] {{3, 1}})),
                        List.of(matrix(new double[][] {{0}}), matrix(new double[][] {{0, 0}}))),
                new Case(
                        "relu(log(x) w) of a vector w",
                        v -> v.get(0).log().matmul(v.get(1)).relu().sum(),
                        List.of(matrix(new double[][] {{0}, {2}}), Tensor.vector(2)),
                        List.of(matrix(new double[][] {{0}, {1}}), Tensor.vector(Math.log(2)))),
                new Case(
                        "clamp(x w, 0, 1) with an infinite x",
                        v -> v.get(0).matmul(v.get(1)).clamp(0, 1).sum(),
                        List.of(matrix(new double[][] {{INFINITE, 1}}), matrix(new double[][] {{1}, {1}})),
                        List.of(matrix(new double[][] {{0, 0}}), matrix(new double[][] {{0}, {0}}))),
                new Case(
                        "where(c, x w, 0) with an x that is no number",
                        v -> taken(matrix(new double[][] {{0}, {1}}), v.get(0).matmul(v.get(1))),
                        List.of(matrix(new double[][] {{Double.NaN, 1}, {3, 4}}), matrix(new double[][] {{5}, {6}})),
                        List.of(matrix(new double[][] {{0, 0}, {5, 6}}), matrix(new double[][] {{3}, {4}}))));
    }

    private static Var product(List<Var> v, boolean first, boolean second) {
        return v.get(0).log().matmul(v.get(1), first, second);
    }

    private static Var turned(List<Var> v, boolean second, boolean first) {
        return v.get(1).matmul(v.get(0).log(), second, first);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSlopesAreThoseOfWhatIsTaken(Case one) {
        for (DType dtype : DType.values()) {
            List<Tensor> at = one.at.stream().map(value -> value.cast(dtype)).toList();
            List<Tensor> wanted =
                    one.slopes.stream().map(value -> value.cast(dtype)).toList();

            assertThat(Gradient.gradient(one.f, at)).isEqualTo(wanted);
        }
    }

    /** What arrives at the products of the first derivative is 0 in places, what is multiplied with it is infinite there. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theSecondSlopesAreNumbers(Case one) {
        Function<List<Var>, Var> slopes = x -> Gradient.gradientOf(one.f, x).stream()
                .map(Var::sum)
                .reduce(Var::add)
                .orElseThrow();

        assertThat(Gradient.gradient(slopes, one.at)).allMatch(Tensor::isFinite);
    }
}
