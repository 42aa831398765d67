package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Percentage;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.graph.Graph;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is not finite stops the run within the step, and what gave it is named. */
class FailureTest {
    /** What a row does to a healthy training, and what is to be named. */
    private record Row(String name, double data, double first, double second, double eta, Culprit culprit) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Row> rows() {
        return List.of(
                new Row("overflow in the first layer", 1e200, 1e200, 1, 0.1, new Culprit("Dense₁", "matmul")),
                new Row("overflow in the second layer", 1, 1e200, 1e200, 0.1, new Culprit("Dense₂", "matmul")),
                new Row("overflow in the loss", 1, 1, 1e200, 0.1, new Culprit("loss", "square")),
                new Row("a hole in the data", Double.NaN, 1, 1, 0.1, new Culprit("data x", "")),
                new Row("a step that is too long", 1, 1, 3, Double.MAX_VALUE, new Culprit("Dense₁.W", "mul")));
    }

    private static Chain line(Row row) {
        Rng rng = new Rng(1, 0);
        Dense first = Dense.create("Dense₁", 1, 1, Activation.IDENTITY, true, Init.ZEROS, DType.F64, rng);
        Dense second = Dense.create("Dense₂", 1, 1, Activation.IDENTITY, true, Init.ZEROS, DType.F64, rng);
        first.parameters().get(0).set(Tensor.full(Shape.of(1, 1), DType.F64, row.first));
        second.parameters().get(0).set(Tensor.full(Shape.of(1, 1), DType.F64, row.second));
        return Chain.of(first, second);
    }

    private static TrainingRun start(Row row) {
        Tensor x = Tensor.matrix(new double[][] {{row.data, row.data}});
        Tensor y = Tensor.matrix(new double[][] {{0.5, 0.5}});
        TrainingSettings settings =
                new TrainingSettings(Loss.MSE, Optimiser.DESCENT, Map.of("eta", row.eta), 2, 1, DType.F64);
        TrainingProgram program =
                new TrainingProgram(Learner.of(line(row)), new TrainingData(x, y, x, y, false), settings, null);
        return new TrainingRun(program, Backends.named(Backends.REFERENCE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void whatFirstGaveItIsNamed(Row row) {
        try (TrainingRun run = start(row)) {
            Map<String, Tensor> before = run.parameters();
            run.advance(100);
            assertThat(run.failed()).isTrue();
            assertThat(run.step()).isZero();
            assertThat(run.parameters()).isEqualTo(before);
            assertThat(run.culprit()).contains(row.culprit);
            assertThat(run.failure()).contains("Step 0", row.culprit.place(), "not finite");
        }
    }

    @Test
    void aRunThatDidNotFailHasNoCulprit() {
        try (TrainingRun run = start(new Row("", 1, 1, 1, 0.01, null))) {
            run.advance(10);
            assertThat(run.culprit()).isEmpty();
            assertThat(run.failure()).isEmpty();
        }
    }

    @Test
    void aBranchThatWasNotTakenIsNotBlamed() {
        GraphBuilder builder = new GraphBuilder();
        State one = new State("one", Tensor.scalar(1));
        Var x = Var.read(builder, one);
        Var infinite = x.mul(1e5).exp();
        Var picked = Var.where(x.greater(x.like(0)), x, infinite);
        Var late = x.in("late", () -> picked.mul(1e308).mul(10));
        Graph graph = builder.build(Map.of("end", late.mul(0).node()), Map.of());
        assertThat(Culprit.of(graph, Variable::value, graph.outputs().get("end")))
                .contains(new Culprit("late", "mul"));
    }

    @Test
    void aFailureInTheMiddleOfAnEpochIsFoundAtItsOwnBatch() {
        Tensor x = Tensor.matrix(new double[][] {{1, 1, 1, 1, 1, 1e300}});
        Tensor y = Tensor.matrix(new double[][] {{0, 0, 0, 0, 0, 0}});
        Dense model = Dense.create("Dense", 1, 1, Activation.IDENTITY, true, Init.ZEROS, DType.F64, new Rng(1, 0));
        model.parameters().get(0).set(Tensor.full(Shape.of(1, 1), DType.F64, 1e100));
        TrainingProgram program = new TrainingProgram(
                Learner.of(model),
                new TrainingData(x, y, x, y, false),
                new TrainingSettings(Loss.MAE, UpdateRule.of("Descent(0)"), Map.of(), 1, 3, DType.F64),
                null);
        try (TrainingRun run = new TrainingRun(program, Backends.named(Backends.REFERENCE))) {
            run.advance(6);
            assertThat(run.step()).isPositive();
            assertThat(run.culprit()).contains(new Culprit("Dense", "matmul"));
        }
    }

    /** Row 1.10 of the basics: for W alone plain descent diverges above the rate 1/‖x‖², which is 1/5 here. */
    @ParameterizedTest
    @CsvSource({"0.19, false", "0.2, false", "0.21, true", "0.3, true"})
    void aLossThatGrowsWithoutBoundIsWarnedOf(double rate, boolean diverges) {
        try (TrainingRun run = guide(rate)) {
            run.advance(100);
            assertThat(run.failed()).isFalse();
            assertThat(run.warning().contains("diverges")).isEqualTo(diverges);
        }
    }

    /** Row 1.9: with each step of W alone the loss becomes itself times (1 - 2 rate ‖x‖²)². */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.19, 0.21})
    void theLossOfTheGuideFollowsItsLaw(double rate) {
        try (TrainingRun run = guide(rate)) {
            double loss = run.judge().loss();
            for (int step = 0; step < 10; step++) {
                run.advance(1);
                loss *= Math.pow(1 - 2 * rate * 5, 2);
                assertThat(run.judge().loss()).isCloseTo(loss, Percentage.withPercentage(1e-8));
            }
        }
    }

    /** One pair, W of 2 x 5 and b of 2; the loss is a sum, b is frozen, ‖x‖² is 5. */
    private static TrainingRun guide(double rate) {
        Tensor x = Tensor.matrix(new double[][] {{1}, {-1}, {1}, {1}, {-1}});
        Tensor y = Tensor.matrix(new double[][] {{3}, {-2}});
        Dense model =
                Dense.create("Dense", 5, 2, Activation.IDENTITY, true, Init.GLOROT_UNIFORM, DType.F64, new Rng(1, 0));
        Parameter bias = model.parameters().get(1);
        TrainingProgram program = new TrainingProgram(
                new Learner(model, null, Set.of(bias)),
                new TrainingData(x, y, x, y, false),
                new TrainingSettings(Loss.SUM_OF_SQUARES, Optimiser.DESCENT, Map.of("eta", rate), 1, 1, DType.F64),
                null);
        return new TrainingRun(program, Backends.named(Backends.REFERENCE));
    }
}
