package org.chainboard.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFunctionTest {
    static TypedFunction read(String text) {
        Parsed parsed = TypedFunction.parse(text);
        assertThat(parsed).as(text).isInstanceOf(TypedFunction.class);
        return (TypedFunction) parsed;
    }

    /** The value with every letter at {@code letter}. */
    static double value(String text, double letter, double... at) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        List<Var> args = Arrays.stream(at)
                .mapToObj(x -> Var.constant(builder, Tensor.scalar(x)))
                .toList();
        return apply(read(text), args, letter).item();
    }

    private static Var apply(TypedFunction f, List<Var> args, double letter) {
        Map<String, Var> letters = new HashMap<>();
        f.letters().forEach(name -> letters.put(name, args.get(0).like(letter)));
        return f.apply(args, letters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3x^2+2x+1;                 x -> 3x^2 + 2x + 1",
                "f(x) = 3x^2 + 2x + 1;      x -> 3x^2 + 2x + 1",
                "x->a*x^2+b;                x -> a*x^2 + b",
                "(x, y) -> sum((x .- y).^2); (x, y) -> sum((x - y)^2)",
                "f(x, y) = x·y;             (x, y) -> x*y",
                "x → 2×x ÷ 3 − 1;           x -> 2x/3 - 1",
                "(t) -> t;                  t -> t",
                "2^3^x;                     x -> 2^3^x",
                "(2^3)^x;                   x -> (2^3)^x",
                "-x^2;                      x -> -x^2",
                "(-x)^2;                    x -> (-x)^2",
                "2^-x;                      x -> 2^(-x)",
                "-2x;                       x -> -2x",
                "x*-2;                      x -> x*(-2)",
                "--x;                       x -> -(-x)",
                "+x;                        x -> x",
                "a - (b - c);               x -> a - (b - c)",
                "a - b - c;                 x -> a - b - c",
                "a/(b/c);                   x -> a/(b/c)",
                "a/b/c;                     x -> a/b/c",
                "1/2x;                      x -> 1/2*x",
                "1/(2x);                    x -> 1/(2x)",
                "(x+1)(x-1);                x -> (x + 1)*(x - 1)",
                "2(x+1);                    x -> 2(x + 1)",
                "2πx;                       x -> 2π*x",
                "x²y;                       x -> x^2*y",
                "x⁻¹²;                      x -> x^(-12)",
                "x^2 y;                     x -> x^2*y",
                "sigmoid.(x);               x -> σ(x)",
                "√(x) + ln(x);              x -> sqrt(x) + log(x)",
                "ifelse(x ≥ 0, x, -x);      x -> if(x >= 0, x, -x)",
                "where(x > 0, 1, 0);        x -> if(x > 0, 1, 0)",
                "x .== 1;                   x -> x == 1",
                "(x > 0) * 2;               x -> (x > 0)*2",
                ".5x + 1.50;                x -> 0.5x + 1.5",
                "1.5e2 + 2e-7 + 1f0;        x -> 150 + 2e-7 + 1",
                "2e;                        x -> 2e",
                "2*e1;                      x -> 2*e1",
                "pi;                        x -> π",
                "max(x, 0, W₁);             x -> max(x, 0, W₁)",
                "ŷ -> ŷ - y′;               ŷ -> ŷ - y′",
                "e -> e^2;                  e -> e^2",
                "1000000000000000000000;    x -> 1e21",
                "0.00001x;                  x -> 0.00001x",
            })
    void oneSpellingIsPrintedAndReadsBack(String text, String printed) {
        TypedFunction f = read(text);
        assertThat(f.text()).isEqualTo(printed.replace("0.00001", "1e-5"));
        assertThat(read(f.text())).isEqualTo(f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3x^2+2x+1;           2;   17",
                "x^2 + 1;            -3;   10",
                "-x^2;                3;   -9",
                "2^3^2;               0;  512",
                "1/2x;                4;    2",
                "6/2(x);              5;   15",
                "2^-x;                1;  0.5",
                "x - 1 - 2;           0;   -3",
                "8/x/2;               2;    2",
                "2x²;                 3;   18",
                "x^3 + x^4;           2;   24",
                "e^x;                 0;    1",
                "log(e);              0;    1",
                "if(x > 0, x, -2x);  -3;    6",
                "if(x > 0, x, -2x);   3;    3",
                "(x >= 2) + (x <= 2); 2;    2",
                "(x != 2) + (x < 2);  2;    0",
                "clamp(x, -1, 1);    -7;   -1",
                "max(x, 2, 1);        0;    2",
                "hypothesis*x;        5;    5",
                "abs(x) + sign(x);   -2;    1",
                "square(x)inv(x);     4;    4",
            })
    void valuesFollowOrdinaryNotation(String text, double x, double expected) {
        assertThat(value(text, 1, x)).isCloseTo(expected, Offset.offset(1e-14));
    }

    private static List<String> names(Word word) {
        return Stream.concat(Stream.of(word.name()), word.aliases().stream()).toList();
    }

    @Test
    void everyWordOfTheVocabularyCanBeUsedUnderEachOfItsNames() {
        for (Word word : Vocabulary.words()) {
            String arguments = "(" + String.join(", ", Collections.nCopies(word.least(), "x")) + ")";
            assertThat(names(word))
                    .allSatisfy(
                            name -> assertThat(read(name + arguments).formula()).isEqualTo(word.name() + arguments));
        }
    }

    @Test
    void noNameMeansTwoThings() {
        assertThat(Vocabulary.words().stream().flatMap(word -> names(word).stream()))
                .doesNotHaveDuplicates()
                .doesNotContain("e", "π", "pi", "x");
    }

    @Test
    void lettersThatAreNoArgumentsAreTrainableInTheirOrder() {
        TypedFunction f = read("(x, y) -> b*x + a*sin(rate*y) + b + e + π");
        assertThat(f.arguments()).containsExactly("x", "y");
        assertThat(f.letters()).containsExactly("b", "a", "rate");
    }

    @Test
    void argumentsOfABareFormulaCanBeGiven() {
        TypedFunction f = (TypedFunction) TypedFunction.parse("x^2*y", List.of("x", "y"));
        assertThat(f.text()).isEqualTo("(x, y) -> x^2*y");
    }

    @Test
    @DisplayName("1.3 f(x, y) = sum((x .- y).^2) at [2,1], [2,0] has the gradients [0,2] and [0,-2]")
    void severalArguments() {
        TypedFunction f = read("f(x, y) = sum((x .- y).^2)");
        assertThat(Gradient.gradient(
                        args -> f.apply(args, Map.of()), List.of(Tensor.vector(2, 1), Tensor.vector(2, 0))))
                .containsExactly(Tensor.vector(0, 2), Tensor.vector(-0.0, -2));
    }

    @Test
    @DisplayName("1.1 3x^2 + 2x + 1 typed has the slope 14 at 2, exactly; 1.2 its slope has the slope 6")
    void slopes() {
        TypedFunction f = read("f(x) = 3x^2 + 2x + 1");
        assertThat(Gradient.gradient(x -> f.apply(List.of(x), Map.of()), 2.0)).containsExactly(14.0);
        assertThat(Gradient.gradient(x -> Gradient.gradient(y -> f.apply(List.of(y), Map.of()), x), 2.0))
                .containsExactly(6.0);
    }

    @Test
    void slopesAlongLettersAgreeWithDifferences() {
        TypedFunction f = read("x -> a*x^2 + tanh(b*x) + x^c");
        Differences.assertAgrees(
                v -> f.apply(List.of(v.get(0)), Map.of("a", v.get(1), "b", v.get(2), "c", v.get(3)))
                        .sum(),
                List.of(Tensor.vector(0.5, 1.5), Tensor.scalar(2), Tensor.scalar(-1), Tensor.scalar(2.5)),
                1e-8);
    }

    @Test
    void aBatchGoesElementByElement() {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var x = Var.constant(
                builder, Tensor.matrix(new double[][] {{1, 2}, {3, 4}}).cast(DType.F32));
        assertThat(apply(read("x*x - 1"), List.of(x), 1).value())
                .isEqualTo(Tensor.matrix(new double[][] {{0, 3}, {8, 15}}).cast(DType.F32));
    }

    @Test
    void aMissingValueIsNamed() {
        Var x = Var.constant(new GraphBuilder(new Eager()), Tensor.scalar(1));
        assertThatThrownBy(() -> read("a*x").apply(List.of(x), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x -> a*x has no value for its letter a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1/2x; 3", "1/2(x+1); 3", "1/(2x); -1", "x/2*x; -1", "2x; -1"})
    void aProductAfterAQuotientIsPointedOut(String text, int at) {
        assertThat(read(text).hints().stream().map(Hint::at)).isEqualTo(at < 0 ? List.of() : List.of(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "x -> -", "2^", "sin(", "x+(", "if(x>0,"})
    void manyLevelsAreRefusedAtOnce(String level) {
        Parsed parsed = TypedFunction.parse(level.repeat(3000));
        assertThat(parsed).isInstanceOf(SyntaxProblem.class);
    }

    @Test
    void aHundredThousandBracketsAnswerWithinASecond() {
        long start = System.nanoTime();
        Parsed parsed = TypedFunction.parse("(".repeat(100_000) + "x" + ")".repeat(100_000));
        assertThat(parsed).isInstanceOf(SyntaxProblem.class);
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
    }

    @Test
    void aLongSumIsNotDeep() {
        String text = "x" + " + x*x - 1".repeat(1500);
        assertThat(value(text, 1, 3)).isEqualTo(3 + 1500 * 8);
        assertThat(read(read(text).text())).isEqualTo(read(text));
    }

    @Test
    void aNameIsFoundWhereItFirstStands() {
        assertThat(TypedFunction.place("2b + ab*b", "b")).hasValue(1);
        assertThat(TypedFunction.place("ab + 2e3 + b", "b")).hasValue(11);
        assertThat(TypedFunction.place("ab", "b")).isEmpty();
        assertThat(TypedFunction.place("b $", "b")).isEmpty();
    }
}
