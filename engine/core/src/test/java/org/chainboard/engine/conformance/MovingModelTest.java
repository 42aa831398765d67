package org.chainboard.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.network.Layers;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Learner;
import org.chainboard.engine.train.TrainingData;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.engine.train.TrainingSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What moving a model between backends keeps. A module that brings a backend has a class that extends this one, and so
 * tries every backend that is there.
 */
public class MovingModelTest {
    private static final Tensor X = Tensor.matrix(new double[][] {{0, 0, 1, 1, 0.25}, {0, 1, 0, 1, -0.5}});
    private static final Tensor Y = Tensor.matrix(new double[][] {{0, 1, 1, 0, 1}});

    static Stream<Arguments> backends() {
        return Backends.available().stream()
                .flatMap(backend -> Arrays.stream(DType.values()).map(dtype -> Arguments.of(backend, dtype)));
    }

    /** One Dense stands in it twice. */
    private static Chain model(DType dtype) {
        Layer twice = Layers.of("Dense(3 => 3, tanh)", dtype, 4);
        return Chain.of(
                Layers.of("Chain(first = Dense(2 => 3, σ))", dtype, 1),
                twice,
                twice,
                Layers.of("Chain(last = Dense(3 => 1))", dtype, 2));
    }

    private static TrainingProgram program(Chain model, DType dtype) {
        TrainingSettings settings = new TrainingSettings(Loss.MSE, UpdateRule.of("Adam(0.01)"), Map.of(), 2, 3, dtype);
        return new TrainingProgram(Learner.of(model), new TrainingData(X, Y, X, Y, false), settings, X);
    }

    private static Map<Parameter, Tensor> numbers(Chain model) {
        Map<Parameter, Tensor> numbers = new LinkedHashMap<>();
        model.parameters().forEach(parameter -> numbers.put(parameter, parameter.value()));
        return numbers;
    }

    private static Map<Parameter, Tensor> numbers(TrainingRun run, Chain model) {
        Map<Parameter, Tensor> numbers = new LinkedHashMap<>();
        model.parameters().forEach(parameter -> numbers.put(parameter, run.read(parameter)));
        return numbers;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("backends")
    @DisplayName("1.26 a model moves to a backend and back without losing a bit, and predicts the same there")
    void thereAndBack(Backend backend, DType dtype) {
        Chain model = model(dtype);
        Map<Parameter, Tensor> before = numbers(model);
        try (TrainingRun run = new TrainingRun(program(model, dtype), backend)) {
            assertThat(numbers(run, model)).isEqualTo(before);
            assertThat(run.predictions().toDoubles())
                    .containsExactly(model.apply(X.cast(dtype)).toDoubles(), within(dtype));
            run.keep();
        }
        assertThat(numbers(model)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("backends")
    @DisplayName("1.26 what is learned on one backend is taken to another bit for bit, and goes on there")
    void inTheMiddleOfARun(Backend backend, DType dtype) {
        Chain model = model(dtype);
        TrainingProgram program = program(model, dtype);
        Map<Parameter, Tensor> learned;
        try (TrainingRun run = new TrainingRun(program, backend)) {
            run.advance(7);
            learned = numbers(run, model);
            run.keep();
        }
        assertThat(numbers(model)).isEqualTo(learned);
        try (TrainingRun other = new TrainingRun(program, Backends.named(Backends.REFERENCE), 7)) {
            assertThat(numbers(other, model)).isEqualTo(learned);
            other.advance(1);
            assertThat(numbers(other, model)).isNotEqualTo(learned);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("backends")
    @DisplayName("1.26 a layer that stands twice in a model is moved once and stays one")
    void whatIsSharedStaysShared(Backend backend, DType dtype) {
        Chain model = model(dtype);
        Dense twice = (Dense) model.get(1);
        assertThat(model.parameters()).hasSize(6).doesNotHaveDuplicates();
        try (TrainingRun run = new TrainingRun(program(model, dtype), backend)) {
            Tensor zeros = Tensor.zeros(twice.weight().shape(), dtype);
            run.write(twice.weight(), zeros);
            twice.weight().set(zeros);
            assertThat(run.predictions().toDoubles())
                    .containsExactly(model.apply(X.cast(dtype)).toDoubles(), within(dtype));
        }
    }

    private static Offset<Double> within(DType dtype) {
        return Offset.offset(dtype == DType.F64 ? 1e-12 : 1e-5);
    }
}
