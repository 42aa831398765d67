package org.chainboard.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A layer of one's own in a run, on every backend there is. */
class OwnLayerRunTest {
    private static final Tensor X = Tensor.matrix(new double[][] {{-1, 0, 1, 2}});
    private static final Tensor Y = Tensor.matrix(new double[][] {{-5, -2, 1, 4}});

    private record Affine(Parameter w, Parameter b) implements Layer {
        static Affine fresh() {
            return new Affine(
                    new Parameter("W", Tensor.matrix(new double[][] {{0.5}})), new Parameter("b", Tensor.vector(0)));
        }

        @Override
        public Var apply(Var x, Mode mode) {
            return x.read(w).matmul(x).add(x.read(b));
        }
    }

    static List<Backend> backends() {
        return Backends.available();
    }

    private static TrainingRun train(Layer model, Backend backend) {
        TrainingSettings settings =
                new TrainingSettings(Loss.MSE, Optimiser.DESCENT, Map.of(Optimiser.ETA, 0.1), 4, 1, DType.F64);
        TrainingData data = new TrainingData(X, Y, X, Y, false);
        return new TrainingRun(new TrainingProgram(Learner.of(model), data, settings, X), backend);
    }

    @ParameterizedTest
    @MethodSource("backends")
    @DisplayName("1.14 1.25 it trains: y = 3x - 2 is found")
    void learns(Backend backend) {
        Affine affine = Affine.fresh();
        try (TrainingRun run = train(Chain.of(affine), backend)) {
            run.advance(200);
            run.keep();
        }
        assertThat(affine.w.value().item()).isCloseTo(3, Offset.offset(1e-6));
        assertThat(affine.b.value().item()).isCloseTo(-2, Offset.offset(1e-6));
    }

    @Test
    @DisplayName("1.14 its numbers are saved by name and loaded again")
    void savesAndLoads() {
        Affine trained = Affine.fresh();
        try (TrainingRun run = train(trained, Backends.named(Backends.REFERENCE))) {
            run.advance(5);
            run.keep();
        }
        Map<String, Tensor> saved =
                trained.parameters().stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
        Affine loaded = Affine.fresh();
        loaded.parameters().forEach(parameter -> parameter.set(saved.get(parameter.name())));
        assertThat(loaded.apply(X)).isEqualTo(trained.apply(X));
    }
}
