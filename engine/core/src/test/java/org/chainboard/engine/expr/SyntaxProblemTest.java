package org.chainboard.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.engine.tensor.Rng;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no function: where the problem is, and what is said about it. */
class SyntaxProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';                 0; Type a function, for example x -> x^2 + 1.",
                "'   ';              0; Type a function, for example x -> x^2 + 1.",
                "x +;                3; The function stops too early: a number, a letter or a bracket is missing here.",
                "x ->;               4; The function stops too early: a number, a letter or a bracket is missing here.",
                "x * / 2;            4; A number, a letter or a bracket is missing before “/”.",
                "* x;                0; A number, a letter or a bracket is missing before “*”.",
                "2 + );              4; A number, a letter or a bracket is missing before “)”.",
                "(x + 1;             0; This bracket is never closed. Add a ) where it should end.",
                "sin(x;              3; This bracket is never closed. Add a ) where it should end.",
                "x + 1);             5; There is no opening bracket for this one. Remove it, or add a ( before.",
                ");                  0; There is no opening bracket for this one. Remove it, or add a ( before.",
                "2*();               2; There is nothing between these brackets.",
                "x y;                2; A sign is missing before “y”. For a product write *.",
                "x 2;                2; A sign is missing before “2”. For a product write *.",
                "sine(x);            0; There is no function “sine”. Did you mean sin?",
                "x + Tanh(x);        4; There is no function “Tanh”. Did you mean tanh?",
                "sigmiod(x);         0; There is no function “sigmiod”. Did you mean sigmoid?",
                "a(x + 1);           0; There is no function “a”. For a product write a*(…).",
                "qwertz(x);          0; There is no function “qwertz”. For a product write qwertz*(…).",
                "x(x + 1);           0; “x” is a number, not a function. For a product write x*(…).",
                "1 + sin x;          4; “sin” is a function and needs its argument in brackets: sin(x).",
                "relu;               0; “relu” is a function and needs its argument in brackets: relu(x).",
                "tanh(x, 2);         0; “tanh” takes one argument, here it has 2.",
                "tanh();             0; “tanh” takes one argument, here it has 0.",
                "if(x > 0, 1);       0; “if” takes 3 arguments, here it has 2.",
                "max(x);             0; “max” takes at least 2 arguments, here it has 1.",
                "x ** 2;             2; 'A power is written with ^, such as x^2.'",
                "0 < x < 1;          6; 'Compare two things at a time, for example if(0 < x, if(x < 1, a, b), b).'",
                "x > 0 && x < 1;     6; '“&&” is not known here. Put one if into the other: if(x > 0, if(x < 1, a, b), b).'",
                "y = 3x;             2; 'One = only names a function, such as f(x) = x^2. To compare, write ==.'",
                "2x -> x;            3; 'The arrow stands after the arguments, such as x -> x^2 or (x, y) -> x*y.'",
                "-> x;               0; 'The arrow stands after the arguments, such as x -> x^2 or (x, y) -> x*y.'",
                "0,5x;               1; 'A comma separates arguments, as in max(a, b). For a decimal number write a dot: 0.5.'",
                "(x, x) -> 1;        4; “x” is an argument already. Give this one another name.",
                "sin -> 2;           0; '“sin” is the name of a function. Give the argument another name, such as x.'",
                "x'';                1; A transpose is written transpose(x).",
                "|x|;                0; An absolute value is written abs(x).",
                "[x];                0; “[” has no meaning here. Use round brackets.",
                "3 $ x;              2; 'The character “$” has no meaning here. Write numbers, letters, + - * / ^ and brackets.'",
                "x + 🙂;              4; 'The character “🙂” has no meaning here. Write numbers, letters, + - * / ^ and brackets.'",
                "2. + x;             1; 'A dot belongs inside a number, such as 0.5, or before a sign, such as .*'",
                "1e999;              0; The number 1e999 is too large.",
                "x > 0 and x < 1;    6; '“and” is not known here. Put one if into the other: if(x > 0, if(x < 1, a, b), b).'",
                "not x;              0; '“not” is not known here. Put one if into the other: if(x > 0, if(x < 1, a, b), b).'",
                "|| x;               0; '“||” is not known here. Put one if into the other: if(x > 0, if(x < 1, a, b), b).'",
                "!x;                 0; '“!” stands only in !=, which is “not equal”. To choose between two formulas write if(x > 0, a, b).'",
                "5!;                 1; '“!” stands only in !=, which is “not equal”. To choose between two formulas write if(x > 0, a, b).'",
                "x ? 1 : 2;          2; 'To choose between two formulas write if(x > 0, a, b).'",
                "if x > 0;           0; '“if” is a function and needs its arguments in brackets: if(x > 0, a, b).'",
                "max + 1;            0; '“max” is a function and needs its arguments in brackets: max(x, y).'",
                "√x;                 0; “√” is a function and needs its argument in brackets: √(x).",
                "sin^2(x);           0; The power of a function stands behind its brackets: sin(x)^2.",
                "3cos²(x);           1; The power of a function stands behind its brackets: cos(x)^2.",
                "x^^2;               2; A number, a letter or a bracket is missing before “^”.",
                "max(x,);            6; A number, a letter or a bracket is missing before “)”.",
                "max(,x);            4; A number, a letter or a bracket is missing before “,”.",
                "log10(x);           0; There is no function “log10”. Write log(x)/log(10) instead.",
                "1 + ceil(x);        4; There is no function “ceil”. Write -floor(-x) instead.",
                "x, y -> x;          1; 'The arguments are written x -> …, (x, y) -> … or f(x) = …, with commas between their names.'",
                "(x y) -> x;         3; 'The arguments are written x -> …, (x, y) -> … or f(x) = …, with commas between their names.'",
                "(x,) -> x;          2; 'The arguments are written x -> …, (x, y) -> … or f(x) = …, with commas between their names.'",
                "f(2) = x;           0; 'The arguments are written x -> …, (x, y) -> … or f(x) = …, with commas between their names.'",
                "() -> 2;            0; There is nothing between these brackets.",
                "x -> y -> x;        7; 'The arrow stands after the arguments, such as x -> x^2 or (x, y) -> x*y.'",
                "x <= 1 <= y;        7; 'Compare two things at a time, for example if(0 < x, if(x < 1, a, b), b).'",
                "∑x;                 0; A sum over all elements is written sum(x).",
                "pow(x);             0; “pow” takes 2 arguments, here it has 1.",
                "1.2.3;              3; A sign is missing before “.3”. For a product write *.",
                "2e(x + 1);          1; There is no function “e”. For a product write e*(…).",
                "x\u200By;          1; 'The character “U+200B” has no meaning here. Write numbers, letters, + - * / ^ and brackets.'",
                "x\uD800;           1; 'The character “U+D800” has no meaning here. Write numbers, letters, + - * / ^ and brackets.'",
            })
    void theProblemIsSaidAndPointedAt(String text, int at, String message) {
        assertThat(TypedFunction.parse(text.replace("''", "'"))).isEqualTo(new SyntaxProblem(message, at));
    }

    private static final String DIMS =
            "“dims” is the number of an axis: 1 for the first, 2 for the second. Several are written dims=(1, 2).";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max(x; 2)              |  5 | A comma separates arguments, as in max(a, b).",
                "sum(x;)                |  5 | A comma separates arguments, as in max(a, b).",
                "(x; y) -> x            |  2 | 'The arguments are written x -> …, (x, y) -> … or f(x) = …, with commas between their names.'",
                "x; y                   |  1 | A comma separates arguments, as in max(a, b).",
                "sum(x, dims=0)         | 12 |",
                "sum(x, dims=1.5)       | 12 |",
                "sum(x, dims=1.0)       | 12 |",
                "sum(x, dims=-1)        | 12 |",
                "sum(x, dims=n)         | 12 |",
                "sum(x; dims=)          | 12 |",
                "sum(x; dims=           | 12 |",
                "sum(x, dims=2 - 1)     | 12 |",
                "sum(x, dims=2x)        | 12 |",
                "sum(x, dims=1²)        | 12 |",
                "sum(x, dims=12345678901) | 12 |",
                "sum(x, dims=())        | 13 |",
                "sum(x, dims=(1, 0))    | 16 |",
                "sum(x, dims=(1 2))     | 12 |",
                "sum(x, dims=(1, 2)^2)  | 12 |",
                "2 + sum(x, dims=(1     | 16 | This bracket is never closed. Add a ) where it should end.",
                "sum(x, dims=1          |  3 | This bracket is never closed. Add a ) where it should end.",
                "sum(x, dims=1, dims=2) | 15 | '“dims” is given twice. Several axes are written dims=(1, 2).'",
                "sum(x, axis=1)         |  7 | '“sum” has no “axis”. It takes dims, such as sum(x, dims=1). To compare, write ==.'",
                "sum(x; keepdims=1)     |  7 | '“sum” has no “keepdims”. It takes dims, such as sum(x, dims=1). To compare, write ==.'",
                "sin(x, dims=1)         |  7 | '“sin” takes no dims. Along an axis go softmax, logsoftmax, sum, mean, prod, var, std, norm, logsumexp, maximum, minimum.'",
                "1 + max(x; dims=1)     | 11 | '“max” takes no dims. Along an axis go softmax, logsoftmax, sum, mean, prod, var, std, norm, logsumexp, maximum, minimum.'",
                "if(x > 0, y = 1, 2)    | 10 | '“if” has no “y”. Write its arguments without names. To compare, write ==.'",
                "if(x = 0, 1, 2)        |  5 | 'One = only names a function, such as f(x) = x^2. To compare, write ==.'",
                "sum(x = 1)             |  6 | 'One = only names a function, such as f(x) = x^2. To compare, write ==.'",
                "sum(dims=1)            |  0 | '“sum” takes one argument, here it has 0.'",
                "sum(x, dims == 1)      |  0 | '“sum” takes one argument, here it has 2.'",
                "summ(x, dims=1)        |  0 | There is no function “summ”. Did you mean sum?",
                "dims=1                 |  4 | 'One = only names a function, such as f(x) = x^2. To compare, write ==.'",
            })
    void axesThatAreNoneAreSaidAndPointedAt(String text, int at, String message) {
        assertThat(TypedFunction.parse(text)).isEqualTo(new SyntaxProblem(message == null ? DIMS : message, at));
    }

    @Test
    void tooDeepAndTooLongAreSaid() {
        assertThat(TypedFunction.parse("(".repeat(1000)))
                .isEqualTo(new SyntaxProblem(
                        "Brackets and signs are nested more than 200 deep here. Write it in fewer steps.", 201));
        assertThat(TypedFunction.parse("x".repeat(20_001)))
                .isEqualTo(new SyntaxProblem("A function can have at most 20000 characters.", 20_000));
    }

    @Test
    void noTextMakesTheReaderFail() {
        readRandomTexts(17, 20_000, 12);
    }

    @Test
    @Tag("soak")
    void norDoManyMore() {
        for (int seed = 100; seed < 200; seed++) {
            readRandomTexts(seed, 20_000, 40);
        }
    }

    /** A text is a problem at a place in it, or a function that reads back and whose derivative does. */
    private static void readRandomTexts(int seed, int count, int longest) {
        String[] pieces = {
            "x", "y", "2", ".5", "e", "π", "sin", "if", "max", "sum", "(", "(", ")", ")", ",", "+", "-", "*", "/", "^",
            "<", "==", "->", "=", "²", ".", " ", "'", "\n", "⁻", "√", "σ", "\uD800", "f(x) = ", "1e308", "not",
            "\u0301", ";", "dims", "1", ",dims=1", "dims=(1", "mean(x", ";dims="
        };
        Rng rng = new Rng(seed, 4);
        for (int i = 0; i < count; i++) {
            String text = IntStream.range(0, 1 + rng.below(longest))
                    .mapToObj(k -> pieces[rng.below(pieces.length)])
                    .collect(Collectors.joining());
            Parsed parsed = TypedFunction.parse(text);
            if (parsed instanceof SyntaxProblem problem) {
                assertThat(problem.at()).as(text).isBetween(0, text.length());
                assertThat(problem.message()).as(text).matches("(?s)[“A-Z].*[.*)?]");
            } else {
                TypedFunction function = (TypedFunction) parsed;
                assertThat(TypedFunction.parse(function.text())).as(text).isEqualTo(function);
                function.derivative(function.arguments().get(0))
                        .ifPresent(slope -> assertThat(TypedFunction.parse(slope.text()))
                                .as(text)
                                .isEqualTo(slope));
            }
        }
    }

    /** However a text is blown up, it is refused or read within a second, on a small stack too. */
    @Tag("timed")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "-",
                "+",
                "sin(",
                "x^",
                "x^-",
                "2^",
                "1/",
                "if(x>0,x,",
                "x -> ",
                "f(x)=",
                "x,",
                "(x,",
                "²",
                "⁻",
                "9",
                "1e9",
                ".",
                ".+",
                "'",
                "\u0301",
                "\uD83D\uDE42",
                "é",
                "x ",
                "x+",
                "x*",
                "<",
                "=",
                "max(",
                "()",
                "-(",
                "σ",
                "\0",
                ";",
                "sum(x, dims",
                "dims=",
                "dims=(",
                "1, ",
                ",dims=1",
                "sum(x;dims=("
            })
    void manyTimesTheSameAreAnsweredAtOnce(String piece) throws InterruptedException {
        for (int count : new int[] {150, 3_000, 100_000}) {
            AtomicReference<Parsed> answer = new AtomicReference<>();
            String text = piece.repeat(count) + "x";
            Thread small = new Thread(null, () -> answer.set(TypedFunction.parse(text)), "small stack", 512 * 1024);
            small.start();
            small.join(1_000);
            assertThat(answer.get()).as("%d times %s", count, piece).isNotNull();
        }
    }
}
