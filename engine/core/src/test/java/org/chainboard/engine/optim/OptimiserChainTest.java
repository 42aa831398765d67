package org.chainboard.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        double[] numbers = new double[kind.hypers().size()];
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
                "Descent(1e15)"
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
                "Descent(+1e+2)                           | Descent(100)"
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

    @Test
    void clipNormShortensWhatIsTooLongToBeSquared() {
        OptimiserChain chain = OptimiserChain.of("OptimiserChain(ClipNorm(10), Descent(1))");
        Parameter p = new Parameter("p", Tensor.zeros(Shape.of(2), DType.F32));
        GraphBuilder builder = new GraphBuilder(new Eager());
        Map<String, Var> numbers = chain.hypers().stream()
                .collect(Collectors.toMap(
                        Hyper::name,
                        hyper -> Var.constant(builder, Tensor.of(Shape.scalar(), DType.F32, hyper.usual()))));
        Var gradient = Var.constant(builder, Tensor.of(Shape.of(2), DType.F32, 3e19, -4e19));

        Update update = chain.start(p).step(Var.read(builder, p), gradient, numbers);

        assertThat(update.parameter().value().toDoubles()).containsExactly(new double[] {-6, 8}, within(1e-5));
    }
}
