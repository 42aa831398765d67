package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chainboard.engine.grad.Gradient.gradient;
import static org.chainboard.engine.grad.Params.params;

import org.chainboard.engine.grad.Grads;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModelGradientTest {
    private final Parameter w1 = new Parameter("first.W", Tensor.matrix(new double[][] {{1, 2}, {3, 4}}));
    private final Parameter w2 = new Parameter("second.W", Tensor.matrix(new double[][] {{5, 6}}));
    private final Chain model =
            Chain.of(new Dense(w1, null, Activation.IDENTITY), new Dense(w2, null, Activation.IDENTITY));

    @Test
    @DisplayName("a model's gradient has the model's structure")
    void structure() {
        Grads gs = gradient(in -> model.apply(in.constant(1, -1)).sum(), params(model.parameters()));
        ModelGradient gradient = ModelGradient.of(model, gs::get);
        assertThat(gradient.layer(0).get("W")).isEqualTo(Tensor.matrix(new double[][] {{5, -5}, {6, -6}}));
        assertThat(gradient.layer(1).get("W")).isEqualTo(Tensor.matrix(new double[][] {{-1, -1}}));
    }

    @Test
    @DisplayName("what is not there is refused by name")
    void notThere() {
        ModelGradient gradient = ModelGradient.of(model, Parameter::value);
        assertThatThrownBy(() -> gradient.layer(2)).hasMessageEndingWith("has no layer 2; layers count from 0");
        assertThatThrownBy(() -> gradient.layer(0).get("b")).hasMessageEndingWith("called b; it has first.W (2×2)");
        assertThatThrownBy(() -> gradient.get("W")).hasMessageContaining("has 2 parameters called W");
    }

    @Test
    @DisplayName("1.24 a model is a function: its gradient with respect to its input")
    void input() {
        assertThat(gradient(model::apply, Tensor.vector(1, -1))).isEqualTo(Tensor.vector(23, 34));
    }
}
