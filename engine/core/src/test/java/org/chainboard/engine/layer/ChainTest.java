package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChainTest {
    private static final Tensor TEN = Tensor.vector(1, -2, 3, -4, 5, -6, 7, -8, 9, -10);

    private static final Layer SQUARE = Layer.of(x -> x.square());
    private static final Layer PLUS_ONE = Layer.of(x -> x.add(1));

    private final Dense first = DenseTest.fresh("first", 10, 5, Activation.SIGMOID);
    private final Dense second = DenseTest.fresh("second", 5, 2, Activation.IDENTITY);
    private final Chain model = Chain.of(first, second, Activation.SOFTMAX);

    @Test
    @DisplayName("1.12 two layers by hand give the numbers of the chain, bit for bit")
    void byHand() {
        Var x = Var.constant(new GraphBuilder(new Eager()), TEN);
        Var hidden = x.read(first.weight()).matmul(x).add(x.read(first.bias())).sigmoid();
        Var y = x.read(second.weight()).matmul(hidden).add(x.read(second.bias()));
        assertThat(Chain.of(first, second).apply(TEN)).isEqualTo(y.value());
    }

    @Test
    @DisplayName("1.17 nested calls equal the chain")
    void nestedCalls() {
        assertThat(model.apply(TEN)).isEqualTo(Activation.SOFTMAX.apply(second.apply(first.apply(TEN))));
    }

    @Test
    @DisplayName("1.18 folding over a plain list equals the chain; the empty list gives x")
    void fold() {
        Var x = Var.constant(new GraphBuilder(new Eager()), TEN);
        assertThat(Layer.fold(List.of(first, second, Activation.SOFTMAX), x, Mode.TEST)
                        .value())
                .isEqualTo(model.apply(TEN));
        assertThat(Layer.fold(List.of(), x, Mode.TEST)).isSameAs(x);
        assertThat(Chain.of().apply(TEN)).isEqualTo(TEN);
    }

    @Test
    @DisplayName("1.20 a chain can be called, walked, indexed, nested and printed with sizes and counts")
    void chain() {
        List<Layer> walked = new ArrayList<>();
        model.forEach(walked::add);
        assertThat(walked).containsExactly(first, second, Activation.SOFTMAX);
        assertThat(model.get(1)).isSameAs(second);
        assertThat(model.size()).isEqualTo(3);
        assertThat(model).hasToString("Chain(Dense(10 => 5, σ), Dense(5 => 2), softmax)");
        assertThat(Chain.of(Chain.of(first), Chain.of(second, Activation.SOFTMAX))
                        .apply(TEN))
                .isEqualTo(model.apply(TEN));
        assertThat(model.summary()).isEqualTo("""
                        Chain(
                          Dense(10 => 5, σ),  # 55 parameters
                          Dense(5 => 2),  # 12 parameters
                          softmax,
                        )  # total: 67 parameters""");
    }

    @Test
    @DisplayName("1.21 composition in either direction equals the chain; the wrong order names both sizes")
    void composition() {
        assertThat(second.compose(first).apply(TEN))
                .isEqualTo(Chain.of(first, second).apply(TEN));
        assertThat(first.andThen(second).apply(TEN))
                .isEqualTo(Chain.of(first, second).apply(TEN));
        assertThatThrownBy(() -> first.compose(second).apply(Tensor.vector(1, 2, 3, 4, 5)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("needs 10 inputs, got 2");
    }

    @Test
    @DisplayName("1.22 Chain(x -> x^2, x -> x+1) at 5 is 26 with slope 10; at -3 it is 10; vectors go by element")
    void anyFunction() {
        Chain m = Chain.of(SQUARE, PLUS_ONE);
        assertThat(m.apply(Tensor.scalar(5)).item()).isEqualTo(26.0);
        assertThat(m.apply(Tensor.scalar(-3)).item()).isEqualTo(10.0);
        assertThat(Gradient.gradient(x -> m.apply(x), 5.0)).containsExactly(10.0);
        assertThat(m.apply(Tensor.vector(1, 2))).isEqualTo(Tensor.vector(2, 5));
    }

    @Test
    @DisplayName("1.23 functions and layers mix; gradients pass the check by differences")
    void mixed() {
        Chain mixed = Chain.of(first, SQUARE, second, Activation.SOFTMAX);
        Differences.assertAgrees(x -> mixed.apply(x.get(0)).square().sum(), List.of(TEN), 1e-8);
    }

    @Test
    @DisplayName("1.24 a model can be passed wherever a function can")
    void aModelIsAFunction() {
        Chain m = Chain.of(SQUARE, PLUS_ONE);
        assertThat(Gradient.gradient(m, 5.0)).containsExactly(10.0);
        UnaryOperator<Var> function = m;
        Var x = Var.constant(new GraphBuilder(new Eager()), Tensor.scalar(5));
        assertThat(function.apply(x).item()).isEqualTo(26.0);
        assertThat(Layer.fold(List.of(SQUARE, PLUS_ONE), x).item()).isEqualTo(26.0);
    }

    @Test
    void parametersComeOnceInTheOrderOfTheLayers() {
        Chain shared = Chain.of(first, second, Chain.of(first));
        assertThat(shared.parameters().stream().map(Parameter::name))
                .containsExactly("first.W", "first.b", "second.W", "second.b");
    }

    @Test
    void whatALayerWritesCarriesItsName() {
        GraphBuilder builder = new GraphBuilder();
        Var y = model.apply(Var.constant(builder, TEN));
        assertThat(builder.build(java.util.Map.of("y", y.node()), java.util.Map.of()).nodes().stream()
                        .map(node -> node.scope())
                        .distinct())
                .containsExactly("", "first", "second");
    }
}
