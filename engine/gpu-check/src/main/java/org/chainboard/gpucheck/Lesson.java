package org.chainboard.gpucheck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.data.Generators;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.network.Layers;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.UpdateRule;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.train.Learner;
import org.chainboard.engine.train.TrainingData;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingSettings;

/**
 * A small training, made anew each time it is asked for, so that every one begins the same.
 *
 * @param name for people
 * @param model as text
 * @param data its points
 * @param loss what is made small
 * @param rule how
 * @param eta the step size; 0 for the usual one
 * @param batch samples in a step
 */
record Lesson(String name, String model, Generators data, Loss loss, UpdateRule rule, double eta, int batch) {
    /** Leaves a smaller last batch for every size of batch that is used here. */
    private static final int SAMPLES = 101;

    private static final String SMALL = "Chain(Dense(2 => 8, tanh), Dense(8 => 2))";

    /** The samples that come with the program. */
    static List<Lesson> samples() {
        return List.of(
                new Lesson(
                        "noisy line",
                        "Chain(Dense(1 => 1))",
                        Generators.NOISY_LINE,
                        Loss.MSE,
                        Optimiser.DESCENT,
                        0.05,
                        16),
                new Lesson(
                        "bent line",
                        "Chain(x -> a*x^2 + b*x + c)",
                        Generators.NOISY_LINE,
                        Loss.MSE,
                        Optimiser.DESCENT,
                        0.02,
                        16),
                xor(Optimiser.ADAM, 0.02),
                new Lesson(
                        "two spirals",
                        "Chain(Dense(2 => 16), tanh, Dense(16 => 16), tanh, Dense(16 => 2), softmax)",
                        Generators.TWO_SPIRALS,
                        Loss.CROSSENTROPY,
                        Optimiser.ADAM,
                        0.03,
                        64));
    }

    /** A small network with each of the optimisers. */
    static List<Lesson> optimisers() {
        return Arrays.stream(Optimiser.values()).map(rule -> xor(rule, 0)).toList();
    }

    private static Lesson xor(Optimiser rule, double eta) {
        return new Lesson("XOR", SMALL, Generators.XOR, Loss.LOGITCROSSENTROPY, rule, eta, 32);
    }

    /** With layers that draw random numbers, remember, and differ between training and predicting. */
    static Lesson layers() {
        return new Lesson(
                "layers of many kinds",
                "Chain(Dense(2 => 8, tanh), BatchNorm(8), Dropout(0.3), LayerNorm(8), "
                        + "Maxout(Dense(8 => 8), Dense(8 => 8)), SkipConnection(Dense(8 => 8, relu), +), Dense(8 => 2))",
                Generators.XOR,
                Loss.LOGITCROSSENTROPY,
                Optimiser.ADAM,
                0.01,
                32);
    }

    static List<Lesson> all() {
        List<Lesson> all = new ArrayList<>(samples());
        all.addAll(optimisers());
        all.add(layers());
        return all;
    }

    /** The training, from its beginning. */
    TrainingProgram program(DType dtype) {
        Dataset set = data.make(SAMPLES, 5, data.noise());
        TrainingData training = new TrainingData(set.x(), set.y(), set.x(), set.y(), set.hasClasses());
        Map<String, Double> hypers = eta == 0 ? Map.of() : Map.of(Optimiser.ETA, eta);
        TrainingSettings settings = new TrainingSettings(loss, rule, hypers, batch, 5, dtype);
        return new TrainingProgram(Learner.of(Layers.of(model, dtype, 1)), training, settings, set.x());
    }

    @Override
    public String toString() {
        return name + " with " + rule;
    }
}
