package org.chainboard.engine.backend.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The guide's linear regression, W 2x5 and b 2, loss the sum of squares, as a compiled step. */
class LinearRegressionTest {
    private static final double RATE = 0.01;
    private final Rng rng = new Rng(1, 0);
    private final Parameter w = new Parameter("W", drawn(2, 5));
    private final Parameter b = new Parameter("b", drawn(2));
    private final Tensor x = drawn(5);
    private final Tensor y = drawn(2);

    private Tensor drawn(int... dims) {
        Shape shape = Shape.of(dims);
        double[] numbers = new double[shape.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = rng.uniform();
        }
        return Tensor.of(shape, DType.F64, numbers);
    }

    private Plan step(boolean moveBias) {
        GraphBuilder builder = new GraphBuilder();
        Var weights = Var.read(builder, w);
        Var bias = Var.read(builder, b);
        Var predicted = weights.matmul(Var.constant(builder, x)).add(bias);
        Var loss = Var.constant(builder, y).sub(predicted).square().sum();
        List<Var> gradients = Gradient.of(loss, List.of(weights, bias));
        Var newWeights = weights.sub(gradients.get(0).mul(RATE));
        Var newBias = moveBias ? bias.sub(gradients.get(1).mul(RATE)) : bias;
        return Planner.plan(
                builder.build(Map.of("loss", loss.node()), Map.of(w, newWeights.node(), b, newBias.node())));
    }

    private double squaredNorm() {
        double sum = 0;
        for (double value : x.toDoubles()) {
            sum += value * value;
        }
        return sum;
    }

    private void followsTheLaw(boolean moveBias, double factor) {
        Plan plan = step(moveBias);
        double[] losses = new double[50];
        try (Executable program = new ReferenceBackend().bind(List.of(plan))) {
            program.run(plan, losses.length, losses);
        }
        for (int i = 1; i < losses.length; i++) {
            assertThat(losses[i]).isCloseTo(losses[i - 1] * factor, Offset.offset(1e-12));
        }
    }

    @Test
    @DisplayName("1.9 moving W alone, each step multiplies the loss by (1 - 2 rate |x|^2)^2")
    void weightsAlone() {
        followsTheLaw(false, Math.pow(1 - 2 * RATE * squaredNorm(), 2));
    }

    @Test
    @DisplayName("1.9 moving b too, |x|^2 + 1 stands in place of |x|^2")
    void weightsAndBias() {
        followsTheLaw(true, Math.pow(1 - 2 * RATE * (squaredNorm() + 1), 2));
    }

    @Test
    @DisplayName("the holders keep their numbers while a program runs; read gives the present ones")
    void readsBack() {
        Tensor before = w.value();
        Plan plan = step(true);
        try (Executable program = new ReferenceBackend().bind(List.of(plan))) {
            program.run(plan, 1, new double[1]);
            assertThat(List.of(w.value(), program.read(w))).first().isEqualTo(before);
            assertThat(program.read(w)).isNotEqualTo(before);
        }
    }
}
