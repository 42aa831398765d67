package org.chainboard.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.chainboard.engine.eval.Eager;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each optimiser runs down f(p) = (p0 - 1)² + 10 (p1 + 2)² and is compared with a few lines of plain arithmetic. */
class OptimiserTest {
    private static final int STEPS = 50;

    /** One number's path in plain doubles: fields are its memory, {@code change} what a step takes off. */
    private abstract static class Plain {
        double m;
        double v;
        int t;

        abstract double change(double p, double g);
    }

    private record Row(Optimiser optimiser, Map<String, Double> hypers, java.util.function.Supplier<Plain> plain) {
        @Override
        public String toString() {
            return optimiser + " " + hypers;
        }
    }

    private static double slope(int element, double p) {
        return element == 0 ? 2 * (p - 1) : 20 * (p + 2);
    }

    static List<Row> rows() {
        return List.of(
                new Row(Optimiser.DESCENT, Map.of("eta", 0.02), Descent::new),
                new Row(Optimiser.MOMENTUM, Map.of(), Momentum::new),
                new Row(Optimiser.NESTEROV, Map.of(), Nesterov::new),
                new Row(Optimiser.RMSPROP, Map.of(), RmsProp::new),
                new Row(Optimiser.ADAM, Map.of(), Adam::new),
                new Row(Optimiser.ADAMW, Map.of("lambda", 0.3), AdamW::new));
    }

    private static final class Descent extends Plain {
        @Override
        double change(double p, double g) {
            return 0.02 * g;
        }
    }

    private static final class Momentum extends Plain {
        @Override
        double change(double p, double g) {
            v = 0.9 * v + 0.01 * g;
            return v;
        }
    }

    private static final class Nesterov extends Plain {
        @Override
        double change(double p, double g) {
            double change = 1.9 * 0.001 * g - 0.9 * 0.9 * v;
            v = 0.9 * v - 0.001 * g;
            return change;
        }
    }

    private static final class RmsProp extends Plain {
        @Override
        double change(double p, double g) {
            v = 0.9 * v + 0.1 * g * g;
            return 0.001 * g / (Math.sqrt(v) + 1e-8);
        }
    }

    /** As in the paper: bias corrections from powers of β. */
    private static class Adam extends Plain {
        @Override
        double change(double p, double g) {
            t++;
            m = 0.9 * m + 0.1 * g;
            v = 0.999 * v + 0.001 * g * g;
            double first = m / (1 - Math.pow(0.9, t));
            double second = v / (1 - Math.pow(0.999, t));
            return 0.001 * first / (Math.sqrt(second) + 1e-8);
        }
    }

    private static final class AdamW extends Adam {
        @Override
        double change(double p, double g) {
            return super.change(p, g) + 0.001 * 0.3 * p;
        }
    }

    private static Map<String, Var> hypers(GraphBuilder builder, Row row, DType dtype) {
        Map<String, Var> hypers = new HashMap<>();
        for (Hyper hyper : row.optimiser.hypers()) {
            double value = row.hypers.getOrDefault(hyper.name(), hyper.usual());
            hypers.put(hyper.name(), Var.constant(builder, Tensor.of(Shape.scalar(), dtype, value)));
        }
        return hypers;
    }

    private static void step(Row row, Rule rule, Parameter parameter) {
        GraphBuilder builder = new GraphBuilder(new Eager());
        Var p = Var.read(builder, parameter);
        Tensor now = parameter.value();
        Var gradient = p.constant(Tensor.vector(slope(0, now.get(0)), slope(1, now.get(1))));
        Update update = rule.step(p, gradient, hypers(builder, row, parameter.dtype()));
        parameter.set(update.parameter().value());
        update.states().forEach((state, value) -> state.set(value.value()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void pathsAreThoseOfPlainArithmetic(Row row) {
        Parameter parameter = new Parameter("p", Tensor.vector(3, 1));
        Rule rule = row.optimiser.start(parameter);
        double[] plain = {3, 1};
        Plain[] memory = {row.plain.get(), row.plain.get()};
        for (int i = 0; i < STEPS; i++) {
            step(row, rule, parameter);
            for (int element = 0; element < 2; element++) {
                plain[element] -= memory[element].change(plain[element], slope(element, plain[element]));
            }
            assertThat(parameter.value().toDoubles()).as("step %d", i).containsExactly(plain, Offset.offset(1e-11));
        }
    }

    @Test
    void everyOptimiserHasARow() {
        assertThat(rows().stream().map(Row::optimiser)).containsExactly(Optimiser.values());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void singlePrecisionStaysSingleAndNear(Row row) {
        Parameter single = new Parameter("p", Tensor.vector(3, 1).cast(DType.F32));
        Parameter twofold = new Parameter("p", Tensor.vector(3, 1));
        Rule singleRule = row.optimiser.start(single);
        Rule twofoldRule = row.optimiser.start(twofold);
        for (int i = 0; i < STEPS; i++) {
            step(row, singleRule, single);
            step(row, twofoldRule, twofold);
        }
        assertThat(singleRule.states()).allMatch(state -> state.dtype() == DType.F32);
        assertThat(single.value().toDoubles()).containsExactly(twofold.value().toDoubles(), Offset.offset(1e-4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aSavedMemoryResumesExactly(Row row) {
        Parameter straight = new Parameter("p", Tensor.vector(3, 1));
        Rule rule = row.optimiser.start(straight);
        for (int i = 0; i < 5; i++) {
            step(row, rule, straight);
        }
        Parameter resumed = new Parameter("p", straight.value());
        Rule restored = row.optimiser.start(resumed);
        for (int i = 0; i < rule.states().size(); i++) {
            restored.states().get(i).set(rule.states().get(i).value());
        }
        step(row, rule, straight);
        step(row, restored, resumed);
        assertThat(resumed.value()).isEqualTo(straight.value());
    }

    @Test
    void memoryIsNamedAfterItsParameter() {
        Rule rule = Optimiser.ADAM.start(new Parameter("Dense₂.W", Tensor.vector(1, 2)));
        assertThat(rule.states().stream().map(State::name))
                .containsExactly("Dense₂.W.mt", "Dense₂.W.vt", "Dense₂.W.beta1t", "Dense₂.W.beta2t");
    }

    @Test
    void theUsualStepSizesAreThoseOfOptimisersJl() {
        assertThat(List.of(Optimiser.values()).stream()
                        .map(row -> row.hypers().get(0).usual()))
                .containsExactly(0.1, 0.01, 0.001, 0.001, 0.001, 0.001);
    }

    @ParameterizedTest
    @EnumSource
    void theStepSizeComesFirst(Optimiser optimiser) {
        assertThat(optimiser.hypers().get(0).name()).isEqualTo(Optimiser.ETA);
    }

    @ParameterizedTest
    @EnumSource
    void namesReadBack(Optimiser optimiser) {
        assertThat(Optimiser.parse(optimiser.text())).contains(optimiser);
    }
}
