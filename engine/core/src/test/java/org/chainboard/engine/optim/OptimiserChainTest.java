package org.chainboard.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.OptimiserChain.Link;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimiserChainTest {
    static List<LinkKind> kinds() {
        return LinkKind.all().toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyRulePrintsAndReadsBack(LinkKind kind) {
        double[] numbers = new double[kind.numbers().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 0.25 / (i + 1);
        }
        OptimiserChain usual = OptimiserChain.of(kind);
        OptimiserChain own = OptimiserChain.of(Link.of(kind, numbers), Link.of(kind));
        assertThat(kind).hasToString(kind.text());
        assertThat(OptimiserChain.of(usual.text())).isEqualTo(usual);
        assertThat(OptimiserChain.of(own.text())).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OptimiserChain(WeightDecay(0.0005), ClipNorm(10), Adam(0.001, (0.9, 0.99)))",
                "Adam(0.01)",
                "RMSProp(0.01; centred = true)",
                "AdamW(0.001, (0.9, 0.999), 0.01; couple = false)",
                "OptimiserChain()",
                "AdaBelief(0.001, (0.9, 0.999), 1e-12)",
                "OptimiserChain(ClipGrad(1), SignDecay(0.001), AdaDelta(0.9))",
                "Adam(0.001, (0.8, 0.999))",
                "Descent(0.00001)",
                "Descent(1e15)",
                "ClipNorm(10, 1)",
                "ClipNorm(0.5, Inf)",
                "OptimiserChain(ClipNorm(1, 2.5; throw = false), ClipNorm(10; throw = false), Adam(0.01))"
            })
    void fluxSpellingPrintsAsItWasRead(String text) {
        assertThat(UpdateRule.of(text)).hasToString(text);
        assertThat(UpdateRule.parse(text)).contains(UpdateRule.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Adam(eta = 0.01)                         | Adam(0.01)",
                "adam( 1f-2 ,(0.9,0.99) )                 | Adam(0.01, (0.9, 0.99))",
                "AdamW(; eta = 0.01, lambda = 0.1)        | AdamW(0.01, (0.9, 0.999), 0.1)",
                "AdamW(λ = 0.1, couple = true)            | AdamW(0.001, (0.9, 0.999), 0.1)",
                "Adam(β = (0.8, 0.9))                     | Adam(0.001, (0.8, 0.9))",
                "OptimiserChain(ClipNorm, Momentum())     | OptimiserChain(ClipNorm(10), Momentum(0.01))",
                "RMSProp(0.01, centered = true)           | RMSProp(0.01; centred = true)",
                "'  Adam( 0.01)'                          | Adam(0.01)",
                "Descent(+1e+2)                           | Descent(100)",
                "ClipNorm(10, 2)                          | ClipNorm(10)",
                "ClipNorm(10, p = Inf)                    | ClipNorm(10, Inf)",
                "ClipNorm(p = 1)                          | ClipNorm(10, 1)",
                "ClipNorm(ω = 3, p = 1f0; throw = true)   | ClipNorm(3, 1)",
                "ClipNorm(; throw=false)                  | ClipNorm(10; throw = false)",
                "clipnorm(3,Inf,throw=false)              | ClipNorm(3, Inf; throw = false)"
            })
    void otherSpellingsAreRead(String text, String printed) {
        assertThat(OptimiserChain.of(text)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Adamm(0.1)                        | At character 1: there is no optimiser “Adamm”.",
                "Adam(-1)                          | At character 6: a number from 0 on is expected, such as 0.001, got “-1)”.",
                "Adam(0.1, 0.9)                    | At character 11: “(” is expected, got “0.9)”.",
                "Adam(0.1                          | At character 9: “,” is expected, got the end.",
                "Adam(0.1) Adam                    | At character 11: “Adam” is left over",
                "Descent(0.1, 0.2)                 | At character 14: Descent does not take so many numbers. It takes eta.",
                "Adam(rho = 0.9)                   | Adam has no “rho”. It takes eta, beta = (beta1, beta2), epsilon.",
                "AdamW(couple = maybe)             | couple is true or false, not “maybe”.",
                "Adam(centred = true)              | Adam has no “centred”.",
                "OptimiserChain(Adam() Descent())  | “,” is expected, got “Descent())”.",
                "OptimiserChain(Foo())             | At character 16: there is no optimiser “Foo”.",
                "'  Foo()'                          | At character 3: there is no optimiser “Foo”.",
                "OptimiserChain( Foo())            | At character 17: there is no optimiser “Foo”. There are Descent, Momentum,",
                "Adam(                             | At character 6: a number from 0 on is expected, such as 0.001, got the end.",
                "ClipNorm(1, 0)                    | At character 13: the order of a norm is a number above 0, or Inf, got “0)”.",
                "ClipNorm(1, p = -2)               | At character 17: the order of a norm is a number above 0, or Inf, got “-2)”.",
                "ClipNorm(1, Info)                 | At character 17: “=” is expected, got “)”.",
                "ClipNorm(Inf)                     | At character 10: a number from 0 on is expected, such as 0.001, got “Inf)”.",
                "ClipNorm(1, 2, 3)                 | ClipNorm does not take so many numbers. It takes omega, p, throw = false.",
                "ClipNorm(1, q = 3)                | ClipNorm has no “q”. It takes omega, p, throw = false.",
                "ClipNorm(1; throw = 1)            | ClipNorm has no “throw”",
                "ClipNorm(1; throw = no)           | throw is true or false, not “no”.",
                "Adam(eta = Inf)                   | At character 12: a number from 0 on is expected, such as 0.001, got “Inf)”.",
                "AdamW(rho = 1)                    | It takes eta, beta = (beta1, beta2), lambda, epsilon, couple = false"
            })
    void mistakesAreToldWithTheirPlace(String text, String sentence) {
        assertThatThrownBy(() -> UpdateRule.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
        assertThat(UpdateRule.parse(text)).isEmpty();
    }

    @Test
    void nothingIsNoOptimiser() {
        assertThatThrownBy(() -> UpdateRule.of(" "))
                .hasMessageContaining("the name of an optimiser is expected, got the end. There are Descent, ");
    }

    @Test
    void aTextHasAnEnd() {
        String longest = "Descent(0.1)" + " ".repeat(10_000 - "Descent(0.1)".length());
        assertThat(OptimiserChain.of(longest)).hasToString("Descent(0.1)");
        assertThatThrownBy(() -> OptimiserChain.of(longest + " ")).hasMessageContaining("10000 characters at most");
    }

    @Test
    void numbersOfAChainHaveNamesOfTheirOwn() {
        OptimiserChain chain = OptimiserChain.of("OptimiserChain(WeightDecay(0.1), SignDecay(0.2), AdamW(0.3))");
        assertThat(chain.hypers())
                .extracting(Hyper::name)
                .containsExactly("lambda", "lambda_2", "eta", "beta1", "beta2", "lambda_3", "epsilon");
        assertThat(chain.numbers(Map.of("lambda_2", 0.7)))
                .containsEntry("lambda", 0.1)
                .containsEntry("lambda_2", 0.7)
                .containsEntry("eta", 0.3);
    }

    @Test
    void memoriesOfAChainHaveNamesOfTheirOwn() {
        Rule rule = OptimiserChain.of("OptimiserChain(Momentum(), Nesterov())")
                .start(new Parameter("W", Tensor.vector(1, 2)));
        assertThat(rule.states().stream().map(State::name)).containsExactly("W.velocity", "W.velocity_2");
    }

    @Test
    void anEmptyChainTakesTheGradientItselfOff() {
        OptimiserChain nothing = OptimiserChain.of("OptimiserChain()");
        Parameter p = Trajectories.parameter(DType.F64);
        double[] slope = Trajectories.slope(Trajectories.START);
        Trajectories.step(nothing, nothing.start(p), p);
        assertThat(p.value()).isEqualTo(Tensor.vector(-1.2 - slope[0], 1 - slope[1], 0.5 - slope[2]));
    }

    /** What a gradient of these two numbers leaves of two zeros. */
    private static double[] step(String rule, double... gradient) {
        return update(OptimiserChain.of("OptimiserChain(" + rule + ", Descent(1))"), gradient)
                .parameter()
                .value()
                .toDoubles();
    }

    private static Update update(OptimiserChain chain, double... gradient) {
        Parameter p = new Parameter("p", Tensor.zeros(Shape.of(2), DType.F32));
        GraphBuilder builder = new GraphBuilder(new Eager());
        Map<String, Var> numbers = chain.hypers().stream()
                .collect(Collectors.toMap(
                        Hyper::name,
                        hyper -> Var.constant(builder, Tensor.of(Shape.scalar(), DType.F32, hyper.usual()))));
        Var given = Var.constant(builder, Tensor.of(Shape.of(2), DType.F32, gradient));
        return chain.start(p).step(Var.read(builder, p), given, numbers);
    }

    /** The lengths of (3, -4) are 5, 7, 4, the third root of 91, and (√3 + 2)². */
    @ParameterizedTest
    @CsvSource({
        "ClipNorm(10),               -6,        8",
        "'ClipNorm(10, 1)',          -4.285714, 5.714286",
        "'ClipNorm(10, Inf)',        -7.5,      10",
        "'ClipNorm(10, 3)',          -6.669717, 8.892957",
        "'ClipNorm(10, 0.5)',        -2.153903, 2.871871",
        "'ClipNorm(10, 1e300)',      -7.5,      10",
        "ClipNorm(10; throw = false), -6,       8"
    })
    void clipNormShortensWhatIsTooLongToBeSquared(String rule, double first, double second) {
        assertThat(step(rule, 3e19, -4e19)).containsExactly(new double[] {first, second}, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ClipNorm(5)", "ClipNorm(7, 1)", "ClipNorm(4, Inf)", "ClipNorm(4.5, 3)"})
    void clipNormLeavesWhatIsShortEnough(String rule) {
        assertThat(step(rule, 3, -4)).containsExactly(-3, 4);
        assertThat(step(rule, 0, -0.0)).containsExactly(0, 0);
    }

    @Test
    void aLengthBeyondAllNumbersStopsUnlessItIsToldNotTo() {
        assertThat(step("ClipNorm(1, 1)", 3e38, -3e38)).containsExactly(Double.NaN, Double.NaN);
        assertThat(step("ClipNorm(1, 1; throw = false)", 3e38, -3e38)).containsExactly(0, 0);
    }

    /** What is not finite itself is never hidden. */
    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "Inf, true", "1, false", "2, false", "3, false", "Inf, false"})
    void anInfiniteGradientIsShortenedToNoNumber(String p, String isThrown) {
        String rule = "ClipNorm(1, " + p + "; throw = " + isThrown + ")";
        assertThat(step(rule, Double.POSITIVE_INFINITY, 1)).contains(Double.NaN);
        assertThat(step(rule, Double.NaN, 1)).contains(Double.NaN);
    }

    /** What is not finite shows in the parameter or in the memory, whatever the rule, unless it says otherwise. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aGradientThatIsNotFiniteShows(LinkKind kind) {
        OptimiserChain chain = OptimiserChain.of(kind);
        boolean infinite = Stream.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                .allMatch(number -> shows(chain, 1, number));
        assertThat(shows(chain, 1, 2)).isFalse();
        assertThat(shows(chain, 1, Double.NaN)).isTrue();
        assertThat(infinite).isEqualTo(!chain.hides());
    }

    private static boolean shows(OptimiserChain chain, double... gradient) {
        Update update = update(chain, gradient);
        return Stream.concat(Stream.of(update.parameter()), update.states().values().stream())
                .anyMatch(value -> !value.value().isFinite());
    }

    @Test
    void whatIsSettledIsNoNumberThatSteers() {
        OptimiserChain chain = OptimiserChain.of("OptimiserChain(ClipNorm(3, 1), Adam())");
        assertThat(chain.hypers()).extracting(Hyper::name).containsExactly("omega", "eta", "beta1", "beta2", "epsilon");
        assertThat(chain.hypers().get(0).usual()).isEqualTo(3);
    }
}
