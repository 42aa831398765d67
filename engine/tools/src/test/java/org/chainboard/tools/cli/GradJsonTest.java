package org.chainboard.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chainboard.engine.expr.Vocabulary;
import org.chainboard.engine.expr.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code grad --json}: a line for a line. Numbers were worked out by hand; quotes are written as apostrophes here. */
class GradJsonTest {
    private static final List<String> DIMS = List.of("", ", dims=1", ", dims=2", ", dims=(1, 3)");

    private final ObjectMapper json = new ObjectMapper();

    private static String answer(String line) {
        Run run = Run.withInput(line + "\n", "grad", "--json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(1);
        return run.lines().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'expr': '3x^2 + 2x + 1', 'vars': {'x': 2}} | {'value':17.0,'grad':{'x':14.0}}",
                "{'expr': 'x -> 3x^2 + 2x + 1', 'vars': {'x': 2}, 'order': 2}"
                        + "| {'value':17.0,'grad':{'x':14.0},'hess':{'x,x':6.0}}",
                "{'expr': 'x^2*y', 'vars': {'x': 2.0, 'y': 3.0}, 'wrt': ['x', 'y'], 'order': 2, 'dtype': 'f64'}"
                        + "| {'value':12.0,'grad':{'x':12.0,'y':4.0},"
                        + "'hess':{'x,x':6.0,'x,y':4.0,'y,x':4.0,'y,y':0.0}}",
                "{'expr': 'x^2*y', 'vars': {'x': 2, 'y': 3}, 'wrt': ['y'], 'order': 2}"
                        + "| {'value':12.0,'grad':{'y':4.0},'hess':{'y,y':0.0}}",
                "{'expr': 'x^2*y', 'vars': {'x': 2, 'y': 3}, 'order': 0} | {'value':12.0}",
                "{'expr': 'sum((x - y)^2)', 'vars': {'x': [2, 1], 'y': [2, 0]}}"
                        + "| {'value':1.0,'grad':{'x':[0.0,2.0],'y':[-0.0,-2.0]}}",
                "{'expr': 'x^2', 'vars': {'x': [[1, 2], [3, 4]]}, 'order': 0} | {'value':[[1.0,4.0],[9.0,16.0]]}",
                "{'expr': 'sum(x^3)', 'vars': {'x': [1, 2]}, 'order': 2}"
                        + "| {'value':9.0,'grad':{'x':[3.0,12.0]},'hess':{'x,x':[[6.0,0.0],[0.0,12.0]]}}",
                "{'expr': 'sum(x^2)*y', 'vars': {'x': [1, 2], 'y': 3}, 'order': 2}"
                        + "| {'value':15.0,'grad':{'x':[6.0,12.0],'y':5.0},'hess':{'x,x':[[6.0,0.0],[0.0,6.0]],"
                        + "'x,y':[2.0,4.0],'y,x':[2.0,4.0],'y,y':0.0}}",
                "{'expr': 'sum(matmul(x, y))', 'vars': {'x': [[1, 2]], 'y': [[3], [4]]}}"
                        + "| {'value':11.0,'grad':{'x':[[3.0,4.0]],'y':[[1.0],[2.0]]}}",
                "{'expr': 'x -> a*x', 'vars': {'x': 2, 'a': 3}} | {'value':6.0,'grad':{'x':3.0,'a':2.0}}",
                "{'expr': 't -> t^2', 'vars': {'q': [1, 2], 't': 3}} | {'value':9.0,'grad':{'q':[0.0,0.0],'t':6.0}}",
                "{'expr': '2x', 'vars': {'x': 2, 'y': 2}} | {'value':4.0,'grad':{'x':2.0,'y':0.0}}",
                "{'expr': 'x*y', 'vars': {'x': 3, 'y': 3}} | {'value':9.0,'grad':{'x':3.0,'y':3.0}}",
                "{'expr': '2 + 3'} | {'value':5.0,'grad':{}}",
                "{'expr': 'x*identity(3)', 'vars': {'x': 3}} | {'value':9.0,'grad':{'x':3.0}}",
                "{'expr': 'x^y', 'vars': {'x': 2, 'y': 0}, 'wrt': ['x'], 'order': 2}"
                        + "| {'value':1.0,'grad':{'x':0.0},'hess':{'x,x':0.0}}",
                "{'expr': 'log(x)', 'vars': {'x': 0}, 'order': 2}"
                        + "| {'value':'-Infinity','grad':{'x':'Infinity'},'hess':{'x,x':'-Infinity'}}",
                "{'expr': '2x', 'vars': {'x': ['NaN', '-Infinity', 1]}, 'order': 0} | {'value':['NaN','-Infinity',2.0]}",
                "{'expr': 'x', 'vars': {'x': 'Infinity'}} | {'value':'Infinity','grad':{'x':1.0}}",
                "{'expr': '0.1*x', 'vars': {'x': 0.1}} | {'value':0.010000000000000002,'grad':{'x':0.1}}",
                "{'expr': '0.1*x', 'vars': {'x': 0.1}, 'dtype': 'f32'}"
                        + "| {'value':0.010000000707805157,'grad':{'x':0.10000000149011612}}",
                "{'expr': 'x .- mean(x, dims=1)', 'vars': {'x': [[1, 2], [3, 6]]}, 'order': 0}"
                        + "| {'value':[[-1.0,-2.0],[1.0,2.0]]}",
                "{'expr': 'sum(x; dims=2)', 'vars': {'x': [[1, 2], [3, 6]]}, 'order': 0, 'dtype': 'f32'}"
                        + "| {'value':[[3.0],[9.0]]}",
                "{'expr': 'sum(prod(x, dims=1))', 'vars': {'x': [[1, 2], [3, 6]]}}"
                        + "| {'value':15.0,'grad':{'x':[[3.0,6.0],[1.0,2.0]]}}",
                "{'expr': 'sum(sum(x, dims=2)^2)', 'vars': {'x': [[1, 2], [3, 6]]}, 'order': 2}"
                        + "| {'value':90.0,'grad':{'x':[[6.0,6.0],[18.0,18.0]]},'hess':{'x,x':"
                        + "[[[[2.0,2.0],[0.0,0.0]],[[2.0,2.0],[0.0,0.0]]],[[[0.0,0.0],[2.0,2.0]],[[0.0,0.0],[2.0,2.0]]]]}}",
                "{'expr': 'sum(x)', 'vars': {'x': []}} | {'value':0.0,'grad':{'x':[]}}",
                "{'expr': 'σ(β)', 'vars': {'β': 0}} | {'value':0.5,'grad':{'β':0.25}}",
            })
    void aCaseIsAnswered(String line, String expected) {
        assertThat(answer(line.replace('\'', '"'))).isEqualTo(expected.replace('\'', '"'));
    }

    /** The line, the place of the problem (-1: none is meant), and how its sentence begins. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'expr': 'x + sine(x)', 'vars': {'x': 1}} | 4 | There is no function “sine”. Did you mean sin?",
                "{'expr': 'x + ', 'vars': {'x': 1}} | 4 | The function stops too early",
                "{'expr': '2b + b', 'vars': {'x': 1}} | 1 | “b” has no value in “vars”.",
                "{'expr': '(x, y) -> x*y', 'vars': {'x': 1}} | 4 | “y” has no value in “vars”.",
                "{'expr': '', 'vars': {'x': 1}} | 0 | Type a function",
                "{'expr': 'x^2', 'vars': {'x': [1, 2]}} | -1 | A gradient needs a function that gives a single number",
                "{'expr': 'x^2', 'vars': {'x': [3]}} | -1 | A gradient needs a function that gives a single number",
                "{'expr': 'x*y', 'vars': {'x': [1, 2], 'y': [1, 2, 3]}} | -1 | sizes 2 and 3 do not go together",
                "{'expr': 'sum(x, dims=0)', 'vars': {'x': [1, 2]}} | 12 | “dims” is the number of an axis",
                "{'expr': 'sum(x, axis=1)', 'vars': {'x': [1, 2]}} | 7 | “sum” has no “axis”. It takes dims",
                "{'expr': 'sin(x, dims=1)', 'vars': {'x': [1, 2]}} | 7 | “sin” takes no dims. Along an axis go",
                "{'expr': 'sum(x, dims=2)', 'vars': {'x': [1, 2]}}"
                        + "| -1 | sum(…, dims=2) needs an array with an axis 2, got size 2; axes count from 1",
                "{'expr': 'sum(x, dims=1)', 'vars': {'x': [1, 2]}} | -1 | A gradient needs a function that gives a single",
                "{'expr': 'x', 'vars': {'x': [[1, 2], [3]]}} | -1 | x must be a number or lists of equal length.",
                "{'expr': 'x', 'vars': {'x': [1, [2]]}} | -1 | x must be a number or lists of equal length.",
                "{'expr': 'x', 'vars': {'x': [[1], 2]}} | -1 | x must be a number or lists of equal length.",
                "{'expr': 'x', 'vars': {'x': 'two'}} | -1 | x must be a number",
                "{'expr': 'x', 'vars': {'x': null}} | -1 | x must be a number",
                "{'expr': 'x', 'vars': {'x': 1e999}} | -1 | x must be a number",
                "{'expr': 'x', 'vars': [1]} | -1 | “vars” must be an object with a value for each name, not [1].",
                "{'expr': 'x', 'vars': {'x': 1}, 'wrt': ['z']} | -1 | “wrt” names “z”, which has no value in “vars”.",
                "{'expr': 'x', 'vars': {'x': 1}, 'wrt': 'x'} | -1 | “wrt” must be a list of names, not 'x'.",
                "{'expr': 'x', 'vars': {'x': 1}, 'order': 3} | -1 | “order” is 0, 1 or 2, not 3.",
                "{'expr': 'x', 'vars': {'x': 1}, 'order': 0.5} | -1 | “order” is 0, 1 or 2, not 0.5.",
                "{'expr': 'x', 'vars': {'x': 1}, 'dtype': 'f16'} | -1 | “dtype” is 'f64' or 'f32', not 'f16'.",
                "{'expr': 3} | -1 | “expr” must be a function in quotes, not 3.",
                "{'vars': {'x': 1}} | -1 | “expr” must be a function in quotes, not –.",
                "{'expr': 'x' | -1 | This line is no JSON",
                "[1] | -1 | A case is a JSON object with “expr” and “vars”, not [1].",
                "not json | -1 | This line is no JSON: something is wrong at column",
                "{'expr': 'x', 'vars': {'x': 1}} {} | -1 | This line is no JSON",
                "{'expr': 'sum(x)', 'vars': {'x': NaN}} | -1 | This line is no JSON",
            })
    void aLineThatCannotBeAnsweredSaysWhy(String line, int at, String sentence) throws Exception {
        var answer = json.readTree(answer(line.replace('\'', '"')));
        assertThat(answer.path("error").asText()).startsWith(sentence.replace('\'', '"'));
        assertThat(answer.path("at").asInt(-1)).isEqualTo(at);
        assertThat(answer.has("value")).isFalse();
    }

    @Test
    void everyLineIsAnsweredInOrderBlankOnesToo() {
        String input = "\uFEFF{\"expr\":\"x\",\"vars\":{\"x\":1},\"order\":0}\n\n  \nbroken\r\n"
                + "{\"expr\":\"x\",\"vars\":{\"x\":2},\"order\":0}";
        Run run = Run.withInput(input, "grad", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.lines()).hasSize(5);
        assertThat(run.lines().get(0)).isEqualTo("{\"value\":1.0}");
        assertThat(run.lines().subList(1, 3)).allMatch(line -> line.startsWith("{\"error\":\"This line is empty."));
        assertThat(run.lines().get(3)).startsWith("{\"error\":\"This line is no JSON");
        assertThat(run.lines().get(4)).isEqualTo("{\"value\":2.0}");
        assertThat(Run.withInput("", "grad", "--json")).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void aThousandCasesTakeSeconds() {
        String line = "{\"expr\":\"sum(tanh(a*x + %d)^2)/y\",\"vars\":{\"x\":[1,2,3],\"a\":0.5,\"y\":3},\"order\":2}\n";
        String input = IntStream.range(0, 1000).mapToObj(line::formatted).collect(Collectors.joining());
        Run run = assertTimeout(Duration.ofSeconds(20), () -> Run.withInput(input, "grad", "--json"));
        assertThat(run.lines()).hasSize(1000).allMatch(answer -> answer.startsWith("{\"value\":"));
    }

    @Test
    void listsAreNotNestedWithoutEnd() {
        assertThat(answer("{\"expr\":\"x\",\"vars\":{\"x\":" + "[".repeat(17) + "]".repeat(17) + "}}"))
                .contains("x has lists more than 16 deep.");
        assertThat(answer("[".repeat(5000))).contains("This line is no JSON");
    }

    @Test
    void whatWouldBeTooLargeIsRefused() {
        String many = IntStream.range(0, 1100).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        assertThat(answer("{\"expr\":\"sum(x^2)\",\"vars\":{\"x\":" + many + "},\"order\":2}"))
                .contains("There are 1100 numbers to differentiate by");
    }

    @Test
    void secondDerivativesOfManyNumbersDoNotNeedAllMemory() throws Exception {
        String many = IntStream.range(0, 300).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        var hess = json.readTree(answer(
                        "{\"expr\":\"sum(sin(x)*exp(-x)*tanh(x) + x^3)\",\"vars\":{\"x\":" + many + "},\"order\":2}"))
                .path("hess")
                .path("x,x");
        assertThat(hess.size()).isEqualTo(300);
        assertThat(hess.get(299).get(299).asDouble()).isEqualTo(6 * 299.0);
        assertThat(hess.get(299).get(298).asDouble()).isZero();
    }

    /** Every word of the vocabulary, on arrays it was not made for too, is answered and never a bug. */
    @Test
    void noWordAndNoSizeIsABug() {
        List<String> values = List.of("2", "[]", "[1,2]", "[[1,2],[3,4]]", "[[[1],[2]]]", "[[],[]]");
        for (Word word : Vocabulary.words()) {
            for (int count = word.least(); count <= Math.min(3, word.most()); count++) {
                String arguments = String.join(", ", Collections.nCopies(count, "x"));
                for (String dims : word.takesDims() ? DIMS : List.of("")) {
                    values.forEach(value -> answers(word.name() + "(" + arguments + dims + ")", value));
                }
            }
        }
    }

    private static void answers(String call, String value) {
        String line = "{\"expr\":\"sum(" + call + " + y)\",\"vars\":{\"x\":" + value + ",\"y\":[1,2]},\"order\":2}";
        assertThat(JsonCases.answer(line)).as(line).doesNotContain("mistake in Chainboard");
    }
}
