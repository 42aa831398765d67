package org.chainboard.engine.grad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chainboard.engine.grad.Gradient.gradient;

import java.util.List;
import java.util.function.UnaryOperator;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Unary;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
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
    @DisplayName("1.3 every argument gets its gradient, in order, and keeps its numbers")
    void severalArguments() {
        double[] x = {2, 1};
        double[] y = {2, 0};
        double[][] gradients = gradient((a, b) -> a.sub(b).square().sum(), x, y);
        assertThat(gradients).isDeepEqualTo(new double[][] {{0, 2}, {0, -2}});
        assertThat(List.of(x, y)).containsExactly(new double[] {2, 1}, new double[] {2, 0});
    }

    @Test
    @DisplayName("numbers, vectors, matrices and larger arrays go in, and gradients of their sizes come out")
    void sizes() {
        UnaryOperator<Var> cube = x -> x.pow(3).sum();
        assertThat(gradient(cube, 2)).containsExactly(12);
        assertThat(gradient(cube, new double[] {1, 2})).containsExactly(3, 12);
        assertThat(gradient(cube, new double[][] {{1, 2}, {3, 4}})).isDeepEqualTo(new double[][] {{3, 12}, {27, 48}});
        assertThat(Tensor.block(gradient(cube, new double[][][] {{{1}, {2}, {0}}, {{-1}, {3}, {4}}})))
                .isEqualTo(Tensor.block(new double[][][] {{{3}, {12}, {0}}, {{3}, {27}, {48}}}));
        assertThat(gradient((x, y) -> x.mul(y).sin(), 0, 5)).containsExactly(5, 0);
        assertThat(gradient(cube, Tensor.of(Shape.of(2), 1f, 2f))).isEqualTo(Tensor.of(Shape.of(2), 3f, 12f));
        assertThat(gradient((x, y) -> x.mul(y).sum(), Tensor.vector(1, 2), Tensor.scalar(3)))
                .containsExactly(Tensor.vector(3, 3), Tensor.scalar(3));
    }

    @Test
    @DisplayName("value and gradient come together")
    void valueToo() {
        assertThat(Gradient.withGradient(F, 2)).isEqualTo(new ValueAndGradient(17, List.of(Tensor.scalar(14))));
    }

    @Test
    @DisplayName("two arguments with equal numbers are two")
    void equalArguments() {
        assertThat(gradient((x, y) -> x.mul(5).add(y.mul(7)), 2, 2)).containsExactly(5, 7);
        assertThat(gradient((x, y) -> gradient((a, b) -> a.mul(a).mul(b), x, y).get(0), 3, 3))
                .containsExactly(6, 6);
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
    @DisplayName("a number equal to the argument, or the same step taken outside, is not the argument")
    void equalIsNotTheSame() {
        UnaryOperator<Var> timesThree = x -> x.mul(x.like(3).apply(Unary.IDENTITY));
        UnaryOperator<Var> outside = x -> gradient(y -> y.mul(x.apply(Unary.IDENTITY)), x);
        assertThat(gradient(timesThree, 3.0)[0]).isEqualTo(3.0);
        assertThat(outside.apply(Var.constant(new GraphBuilder(new Eager()), Tensor.scalar(3)))
                        .item())
                .isEqualTo(3.0);
    }

    @Test
    @DisplayName("a value of another computation is refused, and what to do instead is said")
    void anotherComputation() {
        UnaryOperator<Var> mixed = x -> x.mul(gradient(y -> y.mul(x), 1.0)[0]);
        assertThatThrownBy(() -> gradient(mixed, 3.0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a value of another computation cannot be used here")
                .hasMessageContaining("gradient(f, x), where x is a Var");
    }

    @Test
    @DisplayName("what does not depend on the argument is not differentiated, however long it is")
    void noWorkInVain() {
        assertThat(nodesOfGradientBeside(50)).isEqualTo(nodesOfGradientBeside(1));
    }

    private static int nodesOfGradientBeside(int length) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var x = Var.constant(builder, Tensor.scalar(2));
        Var beside = Var.constant(builder, Tensor.scalar(3));
        for (int i = 0; i < length; i++) {
            beside = beside.sin();
        }
        Var result = x.mul(beside);
        assertThat(Gradient.of(result, List.of(x))).hasSize(1);
        return x.exp().node().id() - result.node().id();
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
}
