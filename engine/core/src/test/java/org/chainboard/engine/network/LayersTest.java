package org.chainboard.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.SkipConnection;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers from their text: what is printed reads back, numbers follow seed and name. */
class LayersTest {
    private static Layer read(String text) {
        return Layers.of(text, DType.F64, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chain(Dense(10 => 5, σ), Dense(5 => 2), softmax)",
                "Dense(5 => 2; bias=false)",
                "Dense(2 => 3, x -> a*x^2)",
                "Chain()",
                "Chain(Chain(Dense(1 => 2), tanh), Chain(Dense(2 => 1)))",
                "Chain(encoder = Chain(Dense(4 => 2), tanh), decoder = Dense(2 => 4))",
                "SkipConnection(Dense(10 => 10, relu), +)",
                "SkipConnection(Dense(3 => 2), vcat)",
                "SkipConnection(Dense(3 => 3), (a, b) -> a*b + a)",
                "SkipConnection(Dense(3 => 2), Bilinear((2, 3) => 4))",
                "Parallel(+, Dense(3 => 2), Chain(Dense(3 => 2), tanh))",
                "Parallel((a, b, c) -> a + b*c, tanh, relu, x -> x^2)",
                "PairwiseFusion(*, Dense(3 => 3), tanh)",
                "Maxout(() -> Dense(5 => 3), 4)",
                "Maxout(Dense(5 => 3), Dense(5 => 3, tanh))",
                "Scale(10)",
                "Scale(10, relu; bias=false)",
                "Scale(2, 3)",
                "Bilinear((5, 4) => 3, tanh)",
                "Bilinear((5, 5) => 3; bias=false)",
                "Dropout(0.5)",
                "AlphaDropout(0.1)",
                "LayerNorm(10)",
                "LayerNorm(10, relu, affine=false, eps=0.001)",
                "BatchNorm(10, relu)",
                "BatchNorm(10, affine=false, eps=0.001, momentum=0.2)",
                "tanh",
                "rrelu",
                "x -> x^2"
            })
    @DisplayName("1.20 a layer prints as the code that makes it, and that text parses back")
    void whatIsPrintedReadsBack(String text) {
        assertThat(read(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dense(10, 5, sigmoid) | Dense(10 => 5, σ)
            model = Chain(Flux.Dense(2=>1),) | Chain(Dense(2 => 1))
            Bilinear(5 => 3) | Bilinear((5, 5) => 3)
            Scale(3; init=Flux.randn32) | Scale(3)
            SkipConnection(tanh, .+) | SkipConnection(tanh, +)
            Parallel(+; tanh, relu) | Parallel(+, tanh, relu)
            BatchNorm(3, relu; momentum = 0.1f0, eps = 1f-5) | BatchNorm(3, relu)
            Maxout(() -> tanh, 1) | Maxout(tanh)""")
    void otherSpellingsAreReadToo(String text, String printed) {
        String plain = text.replaceFirst("model = ", "");
        assertThat(read(plain)).hasToString(printed);
    }

    @Test
    @DisplayName("1.6 parameters are called by where they are")
    void names() {
        Layer model = read("Chain(encoder = Chain(Dense(4 => 3), BatchNorm(3), Dense(3 => 2)), scale = Scale(2),"
                + " rest = SkipConnection(Dense(2 => 2), +))");
        assertThat(model.parameters().stream().map(Parameter::name))
                .containsExactly(
                        "encoder.Dense₁.W",
                        "encoder.Dense₁.b",
                        "encoder.BatchNorm₁.β",
                        "encoder.BatchNorm₁.γ",
                        "encoder.Dense₂.W",
                        "encoder.Dense₂.b",
                        "scale.scale",
                        "scale.b",
                        "rest.Dense₁.W",
                        "rest.Dense₁.b");
        assertThat(((Chain) model).get("rest")).isInstanceOf(SkipConnection.class);
    }

    @Test
    @DisplayName("1.13 two layers of one text have their own numbers; the seed decides them")
    void numbers() {
        Chain chain = (Chain) read("Chain(Dense(3 => 3), Dense(3 => 3))");
        Function<Layer, Tensor> weights = layer -> ((Dense) layer).weight().value();
        assertThat(weights.apply(chain.get(0))).isNotEqualTo(weights.apply(chain.get(1)));
        assertThat(values(read("Maxout(() -> Dense(2 => 2), 2)")))
                .isEqualTo(values(read("Maxout(() -> Dense(2 => 2), 2)")));
        assertThat(values(Layers.of("Dense(2 => 2)", DType.F64, 4))).isNotEqualTo(values(read("Dense(2 => 2)")));
    }

    private static String values(Layer layer) {
        return layer.parameters().stream().map(p -> p.value().toString()).collect(Collectors.joining());
    }

    @Test
    @DisplayName("1.20 a chain is sliced with its names, and tells the names it has")
    void slices() {
        Chain chain = (Chain) read("Chain(a = tanh, b = relu, c = softmax)");
        assertThat(chain.slice(1, 3)).hasToString("Chain(b = relu, c = softmax)");
        assertThatThrownBy(() -> chain.get("d")).hasMessage("this Chain has no layer called d, but [a, b, c]");
    }

    @Test
    void theProblemIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("Chain(tanh, Dens(2 => 3))"))
                .isInstanceOfSatisfying(
                        LayerTextException.class, e -> assertThat(e.at()).isEqualTo(12))
                .hasMessage("There is no layer “Dens”. Did you mean Dense? (at character 13)");
    }

    @Test
    @DisplayName("1.21 layers that do not fit are refused by name with both sizes before any number is computed")
    void sizes() {
        assertThatThrownBy(() -> read("Chain(Dense(2 => 3), Dense(4 => 1))"))
                .isInstanceOf(ShapeException.class)
                .hasMessage("Dense₂, Dense(4 => 1), needs 4 inputs, got 3");
    }

    @Test
    void nestingAndSizesAreBounded() {
        assertThatThrownBy(() -> read("Chain(".repeat(3000))).hasMessageContaining("nested more than 100 deep");
        assertThatThrownBy(() -> read("x".repeat(20_001))).hasMessageContaining("at most 20000 characters");
        assertThatThrownBy(() -> read("Dense(1000000 => 1000000)")).hasMessageContaining("more numbers than fit");
    }
}
