package org.chainboard.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions that go along an axis: {@code sum(x, dims=1)}. Numbers were worked out by hand, logarithms in 30 digits. */
class DimsTest {
    private static final Tensor TABLE = Tensor.matrix(new double[][] {{1, 2, 4}, {3, 6, 8}});

    private static Var apply(String text, Var x) {
        return TypedFunction.of(text).apply(List.of(x), Map.of());
    }

    private static Tensor value(String text, Tensor at) {
        return apply(text, Var.constant(new GraphBuilder(new Eager()), at)).value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sum(x, dims=1)               | sum(x, dims=1)",
                "sum(x; dims=1)               | sum(x, dims=1)",
                "sum( x ;dims = 02 )          | sum(x, dims=2)",
                "sum(dims=1, x)               | sum(x, dims=1)",
                "sum(x, dims=(1, 2))          | sum(x, dims=(1, 2))",
                "sum(x; dims=(2, 1, 2,))      | sum(x, dims=(1, 2))",
                "sum(x, dims=(3))             | sum(x, dims=3)",
                "x .- mean(x, dims=1)         | x - mean(x, dims=1)",
                "2std(x^2; dims=1)^2          | 2std(x^2, dims=1)^2",
                "softmax.(x, dims=2)          | softmax(x, dims=2)",
                "sum(prod(x, dims=1), dims=2) | sum(prod(x, dims=1), dims=2)",
                "dims -> sum(dims, dims=1)    | dims -> sum(dims, dims=1)",
                "max(x, sum(x; dims=1), 2)    | max(x, sum(x, dims=1), 2)",
            })
    void oneSpellingIsPrintedAndReadsBack(String text, String printed) {
        TypedFunction f = TypedFunction.of(text);
        assertThat(f.text()).isEqualTo(printed.contains("->") ? printed : "x -> " + printed);
        assertThat(TypedFunction.of(f.text())).isEqualTo(f);
    }

    /** Of the table 1 2 4 over 3 6 8; rows of the result are cut at the bars. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(x, dims=1);          4 8 12",
                "sum(x, dims=2);          7 | 17",
                "sum(x, dims=(1, 2));     24",
                "mean(x, dims=1);         2 4 6",
                "mean(x, dims=2);         2.3333333333333333 | 5.6666666666666667",
                "prod(x, dims=1);         3 12 32",
                "prod(x, dims=2);         8 | 144",
                "maximum(x, dims=1);      3 6 8",
                "maximum(x, dims=2);      4 | 8",
                "minimum(x, dims=1);      1 2 4",
                "minimum(x, dims=2);      1 | 3",
                "var(x, dims=1);          2 8 8",
                "var(x, dims=2);          2.3333333333333333 | 6.3333333333333333",
                "std(x, dims=1);          1.4142135623730950 2.8284271247461901 2.8284271247461901",
                "std(x, dims=2);          1.5275252316519467 | 2.5166114784235831",
                "norm(x, dims=1);         3.1622776601683793 6.3245553203367587 8.9442719099991588",
                "norm(x, dims=2);         4.5825756949558400 | 10.440306508910550",
                "logsumexp(x, dims=1);    3.1269280110429726 6.0181499279178098 8.0181499279178098",
                "logsumexp(x, dims=2);    4.1698460195562856 | 8.1328452337275756",
                "softmax(x, dims=2);      0.042010066134066051 0.11419519938459448 0.84379473448133947"
                        + " | 0.0058997504019027806 0.11849965453500958 0.87560059506308764",
                "logsoftmax(x, dims=2);   -3.1698460195562856 -2.1698460195562856 -0.16984601955628565"
                        + " | -5.1328452337275756 -2.1328452337275756 -0.13284523372757555",
                "x .- mean(x, dims=1);    -1 -2 -2 | 1 2 2",
                "x ./ sum(x, dims=2);     0.1428571428571429 0.2857142857142857 0.5714285714285714"
                        + " | 0.1764705882352941 0.3529411764705882 0.4705882352941176",
            })
    void valuesAreThoseWorkedOutByHand(String text, String rows) {
        double[][] expected = Arrays.stream(rows.split("\\|"))
                .map(row -> Arrays.stream(row.strip().split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        double[] numbers =
                Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray();

        Tensor exact = value(text, TABLE);
        Tensor single = value(text, TABLE.cast(DType.F32));

        assertThat(exact.shape()).isEqualTo(Tensor.matrix(expected).shape());
        assertThat(exact.toDoubles()).containsExactly(numbers, within(1e-14));
        assertThat(single.dtype()).isEqualTo(DType.F32);
        assertThat(single.toDoubles()).containsExactly(numbers, within(2e-6));
    }

    @Test
    void softmaxGoesAlongTheFirstAxisUnlessItIsToldOtherwise() {
        assertThat(value("softmax(x, dims=1)", TABLE)).isEqualTo(value("softmax(x)", TABLE));
        assertThat(value("logsoftmax(x, dims=1)", TABLE)).isEqualTo(value("logsoftmax(x)", TABLE));
    }

    @Test
    void aVectorHasOneAxisWhichStays() {
        assertThat(value("sum(x, dims=1)", Tensor.vector(1, 2, 4))).isEqualTo(Tensor.vector(7));
    }

    static Stream<Arguments> cases() {
        return Vocabulary.words().stream()
                .filter(Word::takesDims)
                .flatMap(word -> Stream.of("1", "2", "(1, 2)").map(dims -> Arguments.of(word.name(), dims)));
    }

    /** Every result weighs something else, so that none is mistaken for another. */
    private static Var weighed(Var x) {
        double[] weights = new double[x.shape().size()];
        Arrays.setAll(weights, i -> 1 + 0.5 * i);
        return x.mul(x.constant(Tensor.of(x.shape(), DType.F64, weights))).sum();
    }

    private static Var loss(String word, String dims, Var x) {
        return weighed(apply("x -> sin(" + word + "(x, dims=" + dims + "))", x));
    }

    @ParameterizedTest(name = "{0} along {1}")
    @MethodSource("cases")
    void slopesAgreeWithDifferencesAndSoDoTheirs(String word, String dims) {
        List<Tensor> at = List.of(Tensor.matrix(new double[][] {{0.5, -0.3, 0.8}, {0.2, 0.7, -0.6}}));
        Differences.assertAgrees(v -> loss(word, dims, v.get(0)), at, 1e-8);
        Differences.assertAgrees(
                v -> weighed(Gradient.of(loss(word, dims, v.get(0)), v).get(0)), at, 1e-8);
    }

    @ParameterizedTest(name = "{0} along {1}")
    @MethodSource("cases")
    void slopesInSinglePrecisionAreNear(String word, String dims) {
        Tensor at = Tensor.matrix(new double[][] {{0.5, -0.3, 0.8}, {0.2, 0.7, -0.6}});
        double[] exact = slopes(word, dims, at);
        double[] single = slopes(word, dims, at.cast(DType.F32));
        assertThat(single).containsExactly(exact, within(1e-5));
    }

    private static double[] slopes(String word, String dims, Tensor at) {
        return Gradient.gradient(v -> loss(word, dims, v.get(0)), List.of(at))
                .get(0)
                .toDoubles();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(x, dims=3);            3; 2×3",
                "mean(x, dims=(1, 4));      4; 2×3",
                "softmax(x, dims=3);        3; 2×3",
                "sum(2, dims=1);            1; scalar",
                "sum(norm(x), dims=1);      1; scalar",
            })
    void anAxisThatIsNotThereIsNamedAndSoIsTheSize(String text, int axis, String size) {
        String word = text.startsWith("sum(") ? "sum" : text.substring(0, text.indexOf('('));
        assertThatThrownBy(() -> value(text, TABLE))
                .isInstanceOf(ShapeException.class)
                .hasMessage("%s(…, dims=%d) needs an array with an axis %d, got size %s; axes count from 1"
                        .formatted(word, axis, axis, size));
    }

    /** There is no formula where the size would have to be known. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sum(x^2, dims=1)", "x - mean(x, dims=1)", "softmax(x, dims=1)", "sum(x, dims=2)"})
    void whereElementsAreMixedThereIsNoFormula(String text) {
        assertThat(TypedFunction.of(text).derivative()).isEmpty();
    }
}
