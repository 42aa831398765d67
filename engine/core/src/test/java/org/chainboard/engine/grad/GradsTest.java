package org.chainboard.engine.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.chainboard.engine.grad.Gradient.gradient;
import static org.chainboard.engine.grad.Params.params;

import java.util.List;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Collections of parameters: the guide's linear regression. */
class GradsTest {
    private static final Tensor X = random(Shape.of(5), 3);
    private static final Tensor Y = random(Shape.of(2), 4);

    private final Parameter w = new Parameter("W", random(Shape.of(2, 5), 1));
    private final Parameter b = new Parameter("b", random(Shape.of(2), 2));

    private static Tensor random(Shape size, long stream) {
        Rng rng = new Rng(42, stream);
        double[] numbers = new double[size.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rng.uniform();
        }
        return Tensor.of(size, DType.F64, numbers);
    }

    private Var predict(Inputs in) {
        return in.read(w).matmul(in.constant(X)).add(in.read(b));
    }

    private Var loss(Inputs in) {
        return in.constant(Y).sub(predict(in)).square().sum();
    }

    private double loss() {
        return gradient(this::loss, params(w, b)).value();
    }

    private static double squared(Tensor x) {
        double sum = 0;
        for (double number : x.toDoubles()) {
            sum += number * number;
        }
        return sum;
    }

    @Test
    @DisplayName("1.5 the guide's gs[x] and gs[y]")
    void guide() {
        Parameter x = new Parameter("x", Tensor.vector(2, 1));
        Parameter y = new Parameter("y", Tensor.vector(2, 0));
        Grads gs = gradient(in -> in.read(x).sub(in.read(y)).square().sum(), params(x, y));
        assertThat(gs.get(x).toDoubles()).containsExactly(new double[] {0, 2}, within(0.0));
        assertThat(gs.get(y).toDoubles()).containsExactly(new double[] {0, -2}, within(0.0));
    }

    @Test
    @DisplayName(
            "1.5 look-up is by identity: equal arrays are two, one array used twice gets the sum, one unused zeros")
    void identity() {
        Parameter first = new Parameter("p", Tensor.vector(2, 1));
        Parameter second = new Parameter("p", Tensor.vector(2, 1));
        Parameter unused = new Parameter("q", Tensor.vector(2, 1));
        Grads gs = gradient(
                in -> in.read(first)
                        .mul(in.read(first))
                        .add(in.read(second).mul(5))
                        .sum(),
                params(first, second, unused));
        assertThat(List.of(gs.get(first), gs.get(second), gs.get(unused)))
                .containsExactly(Tensor.vector(4, 2), Tensor.vector(5, 5), Tensor.vector(0, 0));
    }

    @Test
    @DisplayName("1.5 asking for a parameter that was not listed names it and those that were")
    void notListed() {
        Grads gs = gradient(this::loss, params(w));
        assertThatThrownBy(() -> gs.get(b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no gradient for b (2): it was not listed. Listed were Params(W (2×5));"
                        + " list it in params(...) too.");
    }

    @Test
    @DisplayName("1.6 parameters keep their order and come once")
    void params16() {
        assertThat(params(b, w, b)).containsExactly(b, w);
        assertThat(params(List.of(w, w, b))).containsExactly(w, b);
        assertThat(params(w, b, w).size()).isEqualTo(2);
        assertThat(params(w, b)).hasToString("Params(W (2×5), b (2))");
        assertThat(gradient(this::loss, params(w, b))).hasToString("Grads(W (2×5), b (2))");
    }

    @Test
    @DisplayName("gradients are found by name too, unless two have it")
    void byName() {
        Grads gs = gradient(this::loss, params(w, b, new Parameter("b", Tensor.scalar(1))));
        assertThat(gs.get("W")).isEqualTo(gs.get(w));
        assertThatThrownBy(() -> gs.get("b"))
                .hasMessage("2 parameters named b among " + gs.params() + "; look it up by itself, not by name");
        assertThatThrownBy(() -> gs.get("c")).hasMessage("no parameter named c among " + gs.params());
    }

    @Test
    @DisplayName("plain numbers are data, too")
    void plainNumbers() {
        Grads gs = gradient(in -> in.read(b).mul(in.constant(3, 4)).sum(), params(b));
        assertThat(gs.get(b)).isEqualTo(Tensor.vector(3, 4));
    }

    @Test
    @DisplayName("1.7 the gradients of the linear regression are 2 r x' and 2 r with r = Wx + b - y")
    void regression() {
        Grads gs = gradient(this::loss, params(w, b));
        for (int row = 0; row < 2; row++) {
            double r = b.value().get(row) - Y.get(row);
            for (int column = 0; column < 5; column++) {
                r += w.value().get(row, column) * X.get(column);
            }
            assertThat(gs.get(b).get(row)).isCloseTo(2 * r, within(1e-14));
            for (int column = 0; column < 5; column++) {
                assertThat(gs.get(w).get(row, column)).isCloseTo(2 * r * X.get(column), within(1e-14));
            }
        }
    }

    @Test
    @DisplayName("1.8 the loss comes with the gradients, nothing changes, and the same call gives the same again")
    void repeated() {
        Tensor before = w.value();
        Grads first = gradient(this::loss, params(w, b));
        Grads second = gradient(this::loss, params(w, b));
        assertThat(second.value()).isEqualTo(first.value()).isPositive();
        assertThat(List.of(second.get(w), second.get(b))).containsExactly(first.get(w), first.get(b));
        assertThat(w.value()).isSameAs(before);
    }

    @Test
    @DisplayName("1.9 W .-= 0.1 .* gs[W] changes the loss by (1 - 2 · 0.1 · ‖x‖²)², and b does not move")
    void updateByHand() {
        Tensor start = b.value();
        Grads gs = gradient(this::loss, params(w, b));
        w.update(now -> now.minus(gs.get(w).times(0.1)));
        double factor = 1 - 2 * 0.1 * squared(X);
        assertThat(loss())
                .isCloseTo(gs.value() * factor * factor, within(1e-14))
                .isLessThan(gs.value());
        assertThat(b.value()).isSameAs(start);
    }

    @Test
    @DisplayName("1.9 with b too it is (1 - 2 · 0.1 · (‖x‖² + 1))²")
    void updateOfBoth() {
        Grads gs = gradient(this::loss, params(w, b));
        gs.params().forEach(p -> p.update(now -> now.minus(gs.get(p).times(0.1))));
        double factor = 1 - 2 * 0.1 * (squared(X) + 1);
        assertThat(loss()).isCloseTo(gs.value() * factor * factor, within(1e-14));
    }

    @Test
    @DisplayName("1.10 repeated, the loss falls by the same factor each time; above rate 1/‖x‖² it grows")
    void training() {
        double slow = 0.5 / squared(X) * 0.9;
        double before = loss();
        for (int step = 0; step < 20; step++) {
            step(slow);
        }
        assertThat(loss()).isCloseTo(before * Math.pow(1 - 2 * slow * squared(X), 40), within(1e-12));
        w.set(random(Shape.of(2, 5), 1));
        double fast = 1.01 / squared(X);
        for (int step = 0; step < 20; step++) {
            double last = loss();
            step(fast);
            assertThat(loss()).isGreaterThan(last);
        }
    }

    private void step(double rate) {
        Grads gs = gradient(this::loss, params(w));
        w.update(now -> now.minus(gs.get(w).times(rate)));
    }

    @Test
    @DisplayName("a loss out of another computation is refused with a sentence")
    void foreign() {
        Var elsewhere = Var.read(new GraphBuilder(new Eager()), w).sum();
        assertThatThrownBy(() -> gradient(in -> elsewhere, params(w)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("read parameters and data through its argument");
    }
}
