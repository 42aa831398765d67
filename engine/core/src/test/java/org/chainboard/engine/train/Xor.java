package org.chainboard.engine.train;

import java.util.Map;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Schedule;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Tensor;

/** A small training with a smaller last batch: five corners and their neighbours, two in a step. */
final class Xor {
    static final Tensor X = Tensor.matrix(new double[][] {{0, 0, 1, 1, 0.9}, {0, 1, 0, 1, 0.2}});
    static final Tensor Y = Tensor.matrix(new double[][] {{0, 1, 1, 0, 1}});

    private Xor() {}

    static TrainingData data() {
        return new TrainingData(X, Y, X, Y, true);
    }

    static Chain model(DType dtype) {
        Rng rng = new Rng(2, 0);
        return Chain.of(
                Dense.create("Dense₁", 2, 3, Activation.TANH, true, Init.GLOROT_UNIFORM, dtype, rng),
                Dense.create("Dense₂", 3, 1, Activation.SIGMOID, true, Init.GLOROT_UNIFORM, dtype, rng));
    }

    static TrainingProgram program(UpdateRule optimiser, Map<String, Schedule> schedules, DType dtype) {
        return program(model(dtype), optimiser, schedules, dtype);
    }

    static TrainingProgram program(Chain model, UpdateRule optimiser, Map<String, Schedule> schedules, DType dtype) {
        TrainingSettings settings =
                new TrainingSettings(Loss.BINARYCROSSENTROPY, optimiser, Map.of(), schedules, 2, 5, dtype);
        return new TrainingProgram(Learner.of(model), data(), settings, null);
    }
}
