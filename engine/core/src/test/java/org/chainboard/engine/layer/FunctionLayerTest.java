package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.expr.TypedFunction;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionLayerTest {
    private static final Tensor TEN = Tensor.vector(1, -2, 3, -4, 5, -6, 7, -8, 9, -10);

    private static FunctionLayer typed(String name, String text) {
        return FunctionLayer.create(name, (TypedFunction) TypedFunction.parse(text), DType.F64);
    }

    @Test
    @DisplayName("1.22 Chain(x -> x^2, x -> x+1), typed, at 5 is 26 with slope 10; it prints as it is typed")
    void anyFunction() {
        Chain m = Chain.of(typed("f", "x -> x^2"), typed("g", "x -> x+1"));
        assertThat(m.apply(Tensor.scalar(5)).item()).isEqualTo(26.0);
        assertThat(m.apply(Tensor.scalar(-3)).item()).isEqualTo(10.0);
        assertThat(Gradient.gradient(x -> m.apply(x), 5.0)).containsExactly(10.0);
        assertThat(m.apply(Tensor.vector(1, 2))).isEqualTo(Tensor.vector(2, 5));
        assertThat(m).hasToString("Chain(x -> x^2, x -> x + 1)");
    }

    @Test
    @DisplayName("1.16 a typed function can be the activation of a Dense")
    void activation() {
        Dense plain = DenseTest.fresh("d", 10, 5, Activation.IDENTITY);
        Dense bent = new Dense(plain.weight(), plain.bias(), typed("d.f", "x -> max(0, x)"));
        assertThat(bent.apply(TEN)).isEqualTo(Activation.RELU.apply(plain.apply(TEN)));
        assertThat(bent).hasToString("Dense(10 => 5, x -> max(0, x))");
    }

    @Test
    @DisplayName("1.23 functions between Dense layers pass gradients on")
    void mixed() {
        Chain mixed = Chain.of(
                DenseTest.fresh("a", 10, 5, Activation.TANH),
                typed("f", "x -> k*x^2 + x"),
                DenseTest.fresh("b", 5, 2, Activation.IDENTITY));
        Differences.assertAgrees(x -> mixed.apply(x.get(0)).square().sum(), List.of(TEN), 1e-8);
    }

    @Test
    void lettersAreParametersThatStartAtOne() {
        FunctionLayer f = typed("curve", "x -> a*x^2 + b");
        assertThat(f.parameters().stream().map(Parameter::name)).containsExactly("curve.a", "curve.b");
        f.parameters().get(0).set(Tensor.scalar(3));
        assertThat(f.apply(Tensor.vector(1, 2))).isEqualTo(Tensor.vector(4, 13));
    }

    @Test
    void severalArgumentsComeInTheirOrder() {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var seven = Var.constant(builder, Tensor.scalar(7));
        Var two = Var.constant(builder, Tensor.scalar(2));
        assertThat(typed("f", "(a, b) -> a - 2b").apply(List.of(seven, two)).item())
                .isEqualTo(3);
    }

    @Test
    void aMissingLetterIsRefused() {
        TypedFunction f = (TypedFunction) TypedFunction.parse("a*x");
        assertThatThrownBy(() -> new FunctionLayer(f, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x -> a*x has the letters [a], got []");
    }

    @Test
    void numbersGoToTheLettersInTheOrderInWhichTheyOccur() {
        FunctionLayer f = FunctionLayer.of("curve", "x -> a*x^2 + b", DType.F32, 3, 1);
        assertThat(f.parameters().stream().map(Parameter::name)).containsExactly("curve.a", "curve.b");
        assertThat(f.apply(Tensor.vector(1, 2).cast(DType.F32)))
                .isEqualTo(Tensor.vector(4, 13).cast(DType.F32));
    }

    /** A text with numbers for its letters, and what the refusal says. */
    private record Refusal(String text, double[] letters, String says) {}

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("x -> a*x", new double[] {}, "has the letters [a], got []"),
                new Refusal("x -> a*x", new double[] {1, 2}, "has the letters [a], got [f.a (scalar), f.1 (scalar)]"),
                new Refusal("x -> fox(x)", new double[] {}, "fox"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aTextThatDoesNotGoWithItsNumbersIsRefused(Refusal refusal) {
        assertThatThrownBy(() -> FunctionLayer.of("f", refusal.text, DType.F64, refusal.letters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(refusal.says);
    }
}
