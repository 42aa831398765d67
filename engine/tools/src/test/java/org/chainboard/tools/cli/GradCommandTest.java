package org.chainboard.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions at the command line; the numbers were worked out by hand. */
class GradCommandTest {
    @Test
    void theGuidesFunctionAndItsDerivatives() {
        Run run = Run.of("grad", "x -> 3x^2 + 2x + 1", "--at", "2");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines())
                .containsExactly(
                        "f(x) = 3x^2 + 2x + 1",
                        "f'(x) = 6x + 2",
                        "f''(x) = 6",
                        "f(2) = 17",
                        "f'(2) = 14",
                        "f''(2) = 6");
    }

    private static boolean isFormula(String line) {
        return line.matches("(f'+|∂.*)\\([a-z, ]+\\) = .*");
    }

    /** Arguments after {@code grad}, and the lines with formulas; both cut at semicolons. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sin(x)^2;--at;3;--order;1                  | f'(x) = 2sin(x)*cos(x)",
                "x -> a*x^2;--at;x=3,a=2                    | f'(x) = 2a*x; f''(x) = 2a; ∂f/∂a(x) = x^2",
                "(x, y) -> x^2*y;--at;2;3                   | ∂f/∂x(x, y) = 2x*y; ∂f/∂y(x, y) = x^2",
                "(x, y) -> x^2*y;--at;2;3;--order;2         | ∂f/∂x(x, y) = 2x*y; ∂f/∂y(x, y) = x^2;"
                        + " ∂²f/∂x²(x, y) = 2y; ∂²f/∂x∂y(x, y) = 2x; ∂²f/∂y²(x, y) = 0",
                "(x, y) -> sum((x - y)^2);--at;[2,1];[2,0] | ∂f/∂x(x, y) = 2(x - y); ∂f/∂y(x, y) = -2(x - y)",
            })
    void derivativesAreGivenAsFormulas(String args, String lines) {
        Run run = Run.of(("grad;" + args).split(";"));
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().stream().filter(GradCommandTest::isFormula)).containsExactly(lines.split("; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mean(x^2);--at;[1,2]", "(x, y) -> sum(x*y);--at;[1,2];3", "sum(mean(x, dims=1)^2);--at;[[1,2]]"
            })
    void whereThereIsNoFormulaThatIsSaid(String args) {
        Run run = Run.of(("grad;" + args).split(";"));
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("There is no formula for ∂f/∂x(");
        assertThat(run.out()).contains("∂f/∂x = ");
    }

    /** Arguments after {@code grad}, and the lines after the first one; both cut at semicolons. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x^2;--at;3;--order;0                       | f(3) = 9",
                "x^2;--at;3;--order;1                       | f(3) = 9; f'(3) = 6",
                "x^2;--order=1;--at=3                       | f(3) = 9; f'(3) = 6",
                "-x^2;--at;-3                               | f(-3) = -9; f'(-3) = 6; f''(-3) = -2",
                "-h*2;--at;h=3                              | f(3) = -6; f'(3) = -2; f''(3) = 0",
                "x^2*y;--at;x=2,y=3                         | f(2, 3) = 12; ∂f/∂x = 12; ∂f/∂y = 4",
                "x^2*y;--at;x=2;--at;y=3                    | f(2, 3) = 12; ∂f/∂x = 12; ∂f/∂y = 4",
                "(x, y) -> x^2*y;--at;2;3                   | f(2, 3) = 12; ∂f/∂x = 12; ∂f/∂y = 4",
                "(x, y) -> x^2*y;--at;2,3                   | f(2, 3) = 12; ∂f/∂x = 12; ∂f/∂y = 4",
                "--at;2;3;(x, y) -> x^2*y                   | f(2, 3) = 12; ∂f/∂x = 12; ∂f/∂y = 4",
                "(x, y) -> x^2*y;--at;2;y=3                 | f(2, 3) = 12; ∂f/∂x = 12; ∂f/∂y = 4",
                "x^2*y;--at;x=2,y=3;--order;2 | f(2, 3) = 12; ∂f/∂x = 12; ∂f/∂y = 4;"
                        + " ∂²f/∂x² = 6; ∂²f/∂x∂y = 4; ∂²f/∂y² = 0",
                "(x, y) -> sum((x - y)^2);--at;[2,1];[2,0] | f([2, 1], [2, 0]) = 1; ∂f/∂x = [0, 2]; ∂f/∂y = [0, -2]",
                "x -> a*x^2;--at;x=3,a=2                    | f(3) = 18; f'(3) = 12; f''(3) = 4; ∂f/∂a = 9",
                "x^2;--at;[[1,2],[3,4]];--order;0           | f([[1, 2], [3, 4]]) = [[1, 4], [9, 16]]",
                "log(x);--at;0;--order;1                    | f(0) = -Infinity; f'(0) = Infinity",
                "x;--at;1e-20;--order;0                     | f(1e-20) = 1e-20",
                "x/3;--at;1;--order;0                       | f(1) = 0.333333333333",
                "x .- mean(x, dims=2);--at;[[1,2],[3,6]];--order;0"
                        + "| f([[1, 2], [3, 6]]) = [[-0.5, 0.5], [-1.5, 1.5]]",
                "σ(x);--at;0                                | f(0) = 0.5; f'(0) = 0.25; f''(0) = 0",
            })
    void valueAndDerivatives(String args, String lines) {
        Run run = Run.of(("grad;" + args).split(";"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines().stream().skip(1).filter(line -> !isFormula(line)))
                .containsExactly(lines.split("; "));
    }

    @Test
    void aLetterWithoutAValueIsOneAndThatIsSaid() {
        Run run = Run.of("grad", "x -> a*x^2", "--at", "3");
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("a is no argument and has no value, so it is 1.");
        assertThat(run.lines()).contains("f(3) = 9", "∂f/∂a = 9");
    }

    @Test
    void aHintIsSaidBesideTheAnswer() {
        Run run = Run.of("grad", "1/2x", "--at", "3");
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("This is read from left to right");
    }

    @Test
    void aMistakeInTheFunctionIsPointedAt() {
        Run run = Run.of("grad", "3 + sine(x)", "--at", "2");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly("There is no function “sine”. Did you mean sin?", "  3 + sine(x)", "      ^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "x^2                        | x has no value. Add --at x=2",
                "(x, y) -> x*y;--at;2       | y has no value. Add --at y=2",
                "x^2;--at;2;3               | This function has the arguments x; --at has 2 values.",
                "x -> x^2;--at;x=2,q=3      | There is no “q” in this function.",
                "x^2;--at;two               | “two” is no number.",
                "x^2;--at;[1,2              | “[1,2” is no number.",
                "x^2;--at;[1,[2]]           | --at must be a number or lists of equal length.",
                "x^2;--at;x=2,x=3           | x is given two values.",
                "x -> x^2;--at;2;x=3        | x is given two values.",
                "x^2;--at;[1,2]             | A gradient needs a function that gives a single number, this one gives",
                "sum(x, dims=2);--at;[1,2]  | sum(…, dims=2) needs an array with an axis 2, got size 2; axes count from 1",
                "mean(x, dims=0);--at;[1,2] | “dims” is the number of an axis: 1 for the first, 2 for the second.",
                "x*y;--at;x=[1,2],y=[1,2,3] | sizes 2 and 3 do not go together element by element",
            })
    void whatIsWrongIsSaid(String args, String sentence) {
        Run run = Run.of(("grad;" + args).split(";"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(sentence);
    }

    /** A function and one value after --at are read by hand, all else by picocli: nobody must notice. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3x^2 + 2x + 1; 2",
                "x^2; -3",
                "x^2*y; x=2,y=3",
                "x -> a*x^2; 3",
                "1/2x; 3",
                "mean(x); [1,2]",
                "sine(x); 1",
                "x^2; two",
                "x^2; [1,2]",
                "x^2; x=2,x=3",
                "x -> x^2; q=1",
                "(x, y) -> x*y; 2",
                "''; 2",
                "x^2; ''",
                "log(x); 0"
            })
    void thePlainFormIsTheSameCommand(String function, String value) {
        Run plain = Run.of("grad", function, "--at", value);
        assertThat(plain).isEqualTo(Run.of("grad", function, "--at=" + value));
        assertThat(plain.out() + plain.err()).isNotEmpty();
    }

    @Test
    void theMarkStandsUnderItsCharacter() {
        String mark = System.lineSeparator() + "  ";
        assertThat(Pointer.at("x +", 3)).isEqualTo("  x +" + mark + "   ^");
        assertThat(Pointer.at("a\n+ ?\nb", 4)).isEqualTo("  + ?" + mark + "  ^");
        assertThat(Pointer.at("🙂 + ?", 5)).isEqualTo("  🙂 + ?" + mark + "    ^");
        String far = Pointer.at("x".repeat(500) + "?" + "y".repeat(500), 500);
        String[] lines = far.split(System.lineSeparator());
        assertThat(lines[0]).hasSizeLessThan(120).startsWith("  …x").endsWith("y…");
        assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo('?');
    }
}
