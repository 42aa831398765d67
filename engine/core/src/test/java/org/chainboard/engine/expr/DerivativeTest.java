package org.chainboard.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The derivative as a student expects to read it. */
class DerivativeTest {
    private static String slope(String text) {
        return TypedFunction.of(text).derivative().map(TypedFunction::formula).orElse("none");
    }

    @Test
    @DisplayName("1.1 the derivative of 3x^2 + 2x + 1 reads 6x + 2; 1.2 its derivative reads 6, and then 0")
    void theGuidesFunction() {
        TypedFunction f = TypedFunction.of("f(x) = 3x^2 + 2x + 1");
        TypedFunction first = f.derivative().orElseThrow();
        TypedFunction second = first.derivative().orElseThrow();
        assertThat(first.text()).isEqualTo("x -> 6x + 2");
        assertThat(second.text()).isEqualTo("x -> 6");
        assertThat(second.derivative().orElseThrow().text()).isEqualTo("x -> 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "5;                      0",
                "a;                      0",
                "a*x + b;                a",
                "a*x^2 + b*x + c;        2a*x + b",
                "-x^2;                   -2x",
                "x - x^2;                1 - 2x",
                "x^3/3;                  x^2",
                "x^4/4 - x^3/3;          x^3 - x^2",
                "x/3;                    1/3",
                "0.1x^3;                 0.3x^2",
                "x^100;                  100x^99",
                "x^2^3;                  8x^7",
                "π*x^2;                  2π*x",
                "(x + 1)(x - 1);         2x",
                "x*(x + 1)^2;            3x^2 + 4x + 1",
                "(x - a)^2;              2(x - a)",
                "(2x + 1)^5;             10(2x + 1)^4",
                "(x^2 + 1)^3;            6x*(x^2 + 1)^2",
                "(x + 1)^100;            100(x + 1)^99",
                "1/x;                    -1/x^2",
                "a/x;                    -a/x^2",
                "1/x^2;                  -2/x^3",
                "x^-2;                   -2/x^3",
                "x^0.5;                  0.5/x^0.5",
                "x^(1/3);                1/(3x^(2/3))",
                "x^n;                    n*x^(n - 1)",
                "a^x;                    a^x*log(a)",
                "2^x;                    2^x*log(2)",
                "x^x;                    x^x*(log(x) + 1)",
                "x/(x + 1);              1/(x + 1)^2",
                "(x + 1)/(x - 1);        -2/(x - 1)^2",
                "exp(x);                 exp(x)",
                "e^x;                    e^x",
                "e^(2x);                 2e^(2x)",
                "exp(-x^2);              -2x*exp(-x^2)",
                "x*exp(x);               exp(x)*(x + 1)",
                "x^2*exp(-x);            x*exp(-x)*(2 - x)",
                "1/(1 + exp(-x));        exp(-x)/(exp(-x) + 1)^2",
                "log(1 + exp(x));        exp(x)/(exp(x) + 1)",
                "log(x);                 1/x",
                "x*log(x);               log(x) + 1",
                "log(x)/x;               (1 - log(x))/x^2",
                "log(x^2 + 1);           2x/(x^2 + 1)",
                "log(abs(x));            1/x",
                "log(log(x));            1/(x*log(x))",
                "log1p(x);               1/(x + 1)",
                "expm1(x);               exp(x)",
                "sqrt(x);                1/(2sqrt(x))",
                "1/sqrt(x);              -1/(2sqrt(x)^3)",
                "sqrt(x^2 + 1);          x/sqrt(x^2 + 1)",
                "sin(x)^2;               2sin(x)*cos(x)",
                "cos(x^2);               -2x*sin(x^2)",
                "sin(2x);                2cos(2x)",
                "cos(2πx);               -2π*sin(2π*x)",
                "sin(x)/cos(x);          tan(x)^2 + 1",
                "sin(x)/x;               cos(x)/x - sin(x)/x^2",
                "exp(sin(x));            exp(sin(x))*cos(x)",
                "tan(x);                 tan(x)^2 + 1",
                "asin(x);                1/sqrt(1 - x^2)",
                "acos(x);                -1/sqrt(1 - x^2)",
                "atan(x);                1/(x^2 + 1)",
                "sinh(x);                cosh(x)",
                "cosh(x);                sinh(x)",
                "tanh(x);                1 - tanh(x)^2",
                "abs(x);                 sign(x)",
                "x*abs(x);               2abs(x)",
                "sign(x);                0",
                "floor(x);               0",
                "max(x, 0);              'if(x > 0, 1, 0)'",
                "max(x, x^2);            'if(x > x^2, 1, 2x)'",
                "min(x, 1);              'if(x < 1, 1, 0)'",
                "clamp(x, a, b);         'if(x > b, 0, if(x < a, 0, 1))'",
                "if(x > 0, x, x^2);      'if(x > 0, 1, 2x)'",
                "if(x >= 0, x, -x);      'if(x >= 0, 1, -1)'",
                "if(x != 0, x^2, 1);     'if(x != 0, 2x, 0)'",
                "sin(if(x > 0, x, x^2)); 'if(x > 0, cos(x), 2x*cos(x^2))'",
                "(x > 0)*2x;             'if(x > 0, 2, 0)'",
                "σ(x);                   σ(x)*(1 - σ(x))",
                "softplus(x);            σ(x)",
                "logσ(x);                σ(-x)",
                "logcosh(x);             tanh(x)",
                "tanhshrink(x);          tanh(x)^2",
                "softsign(x);            1/(abs(x) + 1)^2",
                "lisht(x);               x*(1 - tanh(x)^2) + tanh(x)",
                "swish(x);               σ(x)*(x*(1 - σ(x)) + 1)",
                "relu(x);                'if(x > 0, 1, 0)'",
                "leakyrelu(x);           'if(x > 0, 1, 0.01)'",
                "elu(x);                 'if(x > 0, 1, exp(x))'",
                "relu6(x);               'if(x > 6, 0, if(x < 0, 0, 1))'",
                "hardσ(x);               'if(x > 3, 0, if(x < -3, 0, 1/6))'",
                "hardswish(x);           'if(x > 3, 1, if(x < -3, 0, x/3 + 1/2))'",
                "softshrink(x);          'if(x < -0.5, 1, if(x > 0.5, 1, 0))'",
                "sum(x^2);               2x",
            })
    void theDerivativeReadsAsInABook(String text, String expected) {
        assertThat(slope(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "σ(x);      σ(x)*(1 - 2σ(x))*(1 - σ(x))",
                "tanh(x);   -2tanh(x)*(1 - tanh(x)^2)",
                "sin(x);    -sin(x)",
                "log(x);    -1/x^2",
                "x^n;       n*(n - 1)*x^(n - 2)",
                "exp(-x^2); 2exp(-x^2)*(2x^2 - 1)",
            })
    void soDoesTheSecond(String text, String expected) {
        TypedFunction first = TypedFunction.of(text).derivative().orElseThrow();
        assertThat(first.derivative().orElseThrow().formula()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(x, y) -> x^2*y;         x; 2x*y",
                "(x, y) -> x^2*y;         y; x^2",
                "(x, y) -> x*y/(x + y);   x; y^2/(x + y)^2",
                "(x, y) -> sum((x-y)^2);  x; 2(x - y)",
                "(x, y) -> sum((x-y)^2);  y; -2(x - y)",
                "x -> a*x^2 + b;          a; x^2",
                "x -> a*x^2 + b;          b; 1",
                "x -> sum(a*x^2);         a; sum(x^2)",
                "x -> sum(a + x);         a; none",
                "(x, y) -> sum(a*x + y);  a; none",
            })
    void thereIsOneForEachArgumentAndLetter(String text, String name, String expected) {
        Optional<TypedFunction> slope = TypedFunction.of(text).derivative(name);
        assertThat(slope.map(TypedFunction::formula).orElse("none")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mean(x)", "softmax(x)", "sum(x)^2", "sum(x)*x", "matmul(x, x)", "maximum(x)", "logsoftmax(x)"})
    void whereElementsAreMixedThereIsNoFormula(String text) {
        assertThat(slope(text)).isEqualTo("none");
    }

    @Test
    void aNameThatIsNotThereIsRefused() {
        TypedFunction f = TypedFunction.of("(x, y) -> x*y");
        assertThatThrownBy(() -> f.derivative("z"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("(x, y) -> x*y has neither an argument nor a letter z");
        assertThatThrownBy(f::derivative).hasMessageContaining("say by which one");
    }

    /** Everything the reader takes is answered in a second, with a formula or without. */
    @Tag("timed")
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gelu(;             )",
                "sin(;              )",
                "x^(;               )",
                "x/(1 + ;           )",
                "(x + 1)*(2 + ;     )",
                "exp(x*(;           ))",
                "'if(x > 0, x, ';   )",
                "'max(x, ';         )",
                "-(;                )",
                "2^(x + ;           )",
                "(1 + ;             )^3",
            })
    void whatIsNestedDeeplyIsAnsweredAtOnce(String level, String end) {
        for (int depth : new int[] {5, 20, 60, 95}) {
            answersAtOnce(level.repeat(depth) + "x" + end.repeat(depth));
        }
    }

    @Tag("timed")
    @Test
    void whatIsLongIsAnsweredAtOnce() {
        answersAtOnce(IntStream.range(1, 1500).mapToObj(n -> "x^" + n).collect(Collectors.joining(" + ")));
        answersAtOnce(IntStream.range(1, 60).mapToObj(n -> n + "x^" + n).collect(Collectors.joining(" + ")));
        answersAtOnce(IntStream.range(1, 1500).mapToObj(n -> "(x + " + n + ")").collect(Collectors.joining("*")));
        answersAtOnce(IntStream.range(1, 25).mapToObj(n -> "(x + " + n + ")").collect(Collectors.joining("*")));
        answersAtOnce(
                IntStream.range(1, 40).mapToObj(n -> "sin(x)/(x + " + n + ")").collect(Collectors.joining(" + ")));
        answersAtOnce(IntStream.range(1, 25).mapToObj(n -> "max(x, " + n + ")").collect(Collectors.joining(" + ")));
        answersAtOnce("max(" + IntStream.range(1, 25).mapToObj(n -> n + "x").collect(Collectors.joining(", ")) + ")");
        answersAtOnce("x^1e300 + 1e300x + 1e-300x^2 + 123456789012345678x^3");
        answersAtOnce("1e300*1e300*x + 1/0*x + 0/0");
        answersAtOnce(("(a+b+c+x)^4*").repeat(60) + "x");
    }

    private static void answersAtOnce(String text) {
        TypedFunction f = TypedFunction.of(text);
        Optional<TypedFunction> slope =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> f.derivative(), text);
        slope.ifPresent(found -> assertThat(TypedFunction.of(found.text())).isEqualTo(found));
    }
}
