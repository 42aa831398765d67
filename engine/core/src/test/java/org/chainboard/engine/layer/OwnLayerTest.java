package org.chainboard.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.op.Differences;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Layers as a user of the library writes them. */
class OwnLayerTest {
    private static final Tensor TEN = Tensor.vector(1, -2, 3, -4, 5, -6, 7, -8, 9, -10);

    /** The struct of Flux's guide: a record with one method. */
    private record Affine(Parameter w, Parameter b) implements Layer {
        static Affine of(String name, int in, int out) {
            Tensor weight = Init.RANDN.matrix(out, in, DType.F64, new Rng(7, Rng.stream(name)));
            return new Affine(
                    new Parameter(name + ".W", weight),
                    new Parameter(name + ".b", Tensor.zeros(Shape.of(out), DType.F64)));
        }

        @Override
        public Var apply(Var x, Mode mode) {
            return x.read(w).matmul(x).add(x.read(b));
        }
    }

    private record Many(
            List<Layer> row,
            Map<String, Layer> named,
            Optional<Parameter> maybe,
            Parameter[] array,
            State count,
            Layer none)
            implements Layer {
        @Override
        public Var apply(Var x, Mode mode) {
            return x;
        }
    }

    private static final class Plain implements Layer {
        private final Parameter w = new Parameter("w", Tensor.scalar(2));

        @Override
        public Var apply(Var x, Mode mode) {
            return x.mul(x.read(w));
        }
    }

    private static final class Explicit implements Layer {
        private final Parameter w = new Parameter("w", Tensor.scalar(2));

        @Override
        public Var apply(Var x, Mode mode) {
            return x.mul(x.read(w));
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(w);
        }
    }

    @Test
    @DisplayName("1.14 1.25 a record of one's own is a layer: its parameters are found, in order")
    void parametersAreFound() {
        Affine affine = Affine.of("Affine", 10, 5);
        assertThat(affine.parameters()).containsExactly(affine.w, affine.b);
        assertThat(Chain.of(affine, Activation.SIGMOID, Affine.of("second", 5, 2))
                        .parameters())
                .extracting("name")
                .containsExactly("Affine.W", "Affine.b", "second.W", "second.b");
        assertThat(Layer.count(affine)).isEqualTo(55);
    }

    @Test
    @DisplayName("1.15 Affine(10, 5) of 10 numbers gives 5; another length is refused")
    void lengths() {
        Affine affine = Affine.of("Affine", 10, 5);
        assertThat(affine.apply(TEN).shape()).isEqualTo(Shape.of(5));
        assertThatThrownBy(() -> affine.apply(Tensor.vector(1, 2, 3)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("5×10");
    }

    @Test
    @DisplayName("1.14 1.24 its gradients are right, also with respect to the input")
    void gradients() {
        Affine affine = Affine.of("Affine", 10, 5);
        Chain model = Chain.of(affine, Activation.TANH);
        Differences.assertAgrees(x -> model.apply(x.get(0)).square().sum(), List.of(TEN), 1e-7);
        // what is learned: d sum(W x + b) / db = 1, dW = x for each row
        List<Tensor> gradient = Gradient.gradient(
                p -> p.get(0).matmul(p.get(0).constant(TEN)).add(p.get(1)).sum(),
                List.of(affine.w.value(), affine.b.value()));
        assertThat(gradient.get(1)).isEqualTo(Tensor.vector(1, 1, 1, 1, 1));
        assertThat(gradient.get(0).get(2, 3)).isEqualTo(-4);
    }

    @Test
    void itPrintsAsARecordDoes() {
        assertThat(Affine.of("Affine", 2, 1)).hasToString("Affine[w=Affine.W (1×2), b=Affine.b (1)]");
    }

    @Test
    @DisplayName("1.25 layers and parameters are found in lists, maps and arrays; what is missing is passed over")
    void collections() {
        Affine a = Affine.of("a", 1, 1);
        Affine b = Affine.of("b", 1, 1);
        Parameter p = new Parameter("p", Tensor.scalar(1));
        Parameter q = new Parameter("q", Tensor.scalar(1));
        State count = new State("count", Tensor.scalar(0));
        Many many = new Many(List.of(a, a), Map.of("b", b), Optional.of(p), new Parameter[] {q, p}, count, null);
        assertThat(many.parameters()).containsExactly(a.w, a.b, b.w, b.b, p, q);
        assertThat(many.states()).containsExactly(count);
    }

    @Test
    @DisplayName(
            "1.25 a class that does not say what it has counts as one without parameters, and a warning says so once")
    void warning() {
        List<String> warnings = new ArrayList<>();
        Logger logger = Logger.getLogger(Layer.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(MessageFormat.format(record.getMessage(), record.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            assertThat(new Plain().parameters()).isEmpty();
            assertThat(new Plain().parameters()).isEmpty();
            assertThat(new Explicit().parameters()).hasSize(1);
            assertThat(new Explicit().states()).isEmpty();
            assertThat(Layer.of(x -> x.square()).parameters()).isEmpty();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("Plain is treated as a layer without parameters", "field w");
    }
}
