package org.chainboard.engine.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chainboard.engine.grad.Gradient.gradient;

import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The first rows of the Basics, by their numbers. */
class GradientTest {
    private static final UnaryOperator<Var> F =
            x -> x.square().mul(3).add(x.mul(2)).add(1);

    @Test
    @DisplayName("1.1 the slope of 3x^2 + 2x + 1 at 2 is 14")
    void firstDerivative() {
        assertThat(gradient(F, 2.0)[0]).isEqualTo(14.0);
    }

    @Test
    @DisplayName("1.2 a derivative is a function: its own slope is 6, and the third is 0")
    void higherDerivatives() {
        UnaryOperator<Var> df = x -> gradient(F, x);
        UnaryOperator<Var> d2f = x -> gradient(df, x);
        assertThat(List.of(gradient(df, 2.0)[0], gradient(df, -7.5)[0], gradient(d2f, 2.0)[0]))
                .containsExactly(6.0, 6.0, 0.0);
    }

    @Test
    @DisplayName("1.3 every argument gets its gradient, in order")
    void severalArguments() {
        List<Tensor> gradients = gradient(
                args -> args.get(0).sub(args.get(1)).square().sum(), List.of(Tensor.vector(2, 1), Tensor.vector(2, 0)));
        double[] joined = {
            gradients.get(0).get(0),
            gradients.get(0).get(1),
            gradients.get(1).get(0),
            gradients.get(1).get(1)
        };
        assertThat(joined).containsExactly(new double[] {0, 2, 0, -2}, Offset.offset(0.0));
    }

    @Test
    @DisplayName("1.4 what was repeated is added up again")
    void broadcasting() {
        Tensor matrix = Tensor.matrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
        List<Tensor> gradients = gradient(
                args -> args.get(0).mul(args.get(1)).mul(args.get(2)).sum(),
                List.of(matrix, Tensor.vector(1, 10), Tensor.scalar(2)));
        assertThat(gradients)
                .containsExactly(
                        Tensor.matrix(new double[][] {{2, 2, 2}, {20, 20, 20}}),
                        Tensor.vector(12, 30),
                        Tensor.scalar(156));
    }

    @Test
    @DisplayName(
            "1.5 equal arrays keep separate gradients; one used twice gets the sum; one without influence gets zeros")
    void identity() {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var x = Var.read(builder, new Parameter("x", Tensor.vector(2, 1)));
        Var y = Var.read(builder, new Parameter("y", Tensor.vector(2, 1)));
        Var z = Var.read(builder, new Parameter("z", Tensor.vector(2, 1)));
        List<Var> gradients = Gradient.of(x.mul(x).add(y.mul(5)).sum(), List.of(x, y, z));
        assertThat(gradients.stream().map(Var::value))
                .containsExactly(Tensor.vector(4, 2), Tensor.vector(5, 5), Tensor.vector(0, 0));
    }

    @Test
    @DisplayName("1.11 a Java if or loop that looks at a value is followed along the path taken")
    void controlFlow() {
        UnaryOperator<Var> f = x -> {
            Var y = x;
            while (y.item() < 100) {
                y = y.item() > 10 ? y.mul(3) : y.square();
            }
            return y;
        };
        assertThat(List.of(gradient(f, 2.0)[0], gradient(f, 50.0)[0])).containsExactly(288.0, 3.0);
    }

    @Test
    @DisplayName("what a function closes over is not taken for its argument")
    void noConfusionOfNames() {
        UnaryOperator<Var> f = x -> gradient(y -> x.mul(y).mul(y), x);
        assertThat(gradient(f, 3.0)[0]).isEqualTo(12.0);
    }

    @Test
    @DisplayName("a compiled function refuses to look at a value and says why")
    void noValuesWhileCompiling() {
        Var x = Var.constant(new GraphBuilder(), Tensor.scalar(1));
        assertThatThrownBy(x::item).isInstanceOf(IllegalStateException.class).hasMessageContaining("no numbers yet");
    }

    @Test
    @DisplayName("the gradient of something that is not a single number is refused with its size")
    void needsAScalar() {
        assertThatThrownBy(() -> gradient(args -> args.get(0), List.of(Tensor.vector(1, 2))))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("gives size 2");
    }

    @Test
    @DisplayName("100,000 operations in a row need no deep stack")
    void longChain() {
        UnaryOperator<Var> f = x -> {
            Var y = x;
            for (int i = 0; i < 100_000; i++) {
                y = y.add(i % 2 == 0 ? 1 : -1);
            }
            return y;
        };
        assertThat(gradient(f, 1.0)[0]).isEqualTo(1.0);
    }

    @Test
    @DisplayName("60 shared doublings give 2^60")
    void sharedDoublings() {
        UnaryOperator<Var> f = x -> {
            Var y = x;
            for (int i = 0; i < 60; i++) {
                y = y.add(y);
            }
            return y;
        };
        assertThat(gradient(f, 1.0)[0]).isEqualTo(0x1p60);
    }
}
