package org.chainboard.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Dense;
import org.chainboard.engine.layer.Init;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Learner;
import org.chainboard.engine.train.TrainingData;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingSettings;

/** The networks on which speed is compared, from 12 parameters to two million, in single precision. */
public enum Workload {
    /** The network of a first lesson. */
    W1(sizes(2, 8, 8, 1), Activation.TANH, Activation.TANH, Loss.MSE, 32, Optimiser.DESCENT),
    /** Irises, all of them in every step. */
    W2(sizes(4, 16, 3), Activation.RELU, Activation.IDENTITY, Loss.LOGITCROSSENTROPY, 150, Optimiser.ADAM),
    /** Digits. */
    W3(sizes(784, 128, 10), Activation.RELU, Activation.IDENTITY, Loss.LOGITCROSSENTROPY, 64, Optimiser.DESCENT),
    /** Digits with more parameters than a cache holds. */
    W4(sizes(784, 1024, 1024, 10), Activation.RELU, Activation.IDENTITY, Loss.LOGITCROSSENTROPY, 256, Optimiser.ADAM),
    /** Deep and narrow: 20 layers. */
    W5(same(32, 20), Activation.TANH, Activation.TANH, Loss.MSE, 64, Optimiser.DESCENT),
    /** The line of Flux's guide: what a step costs when there is nothing to compute. */
    W6(sizes(5, 2), Activation.IDENTITY, Activation.IDENTITY, Loss.SUM_OF_SQUARES, 1, Optimiser.DESCENT);

    /** Steps in an epoch: enough that a step pays only its share of what is done once an epoch. */
    private static final int BATCHES = 16;

    /** Small enough that no network here ever gets numbers that are not finite. */
    private static final double RATE = 1e-3;

    private final int[] sizes;
    private final Activation inside;
    private final Activation last;
    private final Loss loss;
    private final int batch;
    private final Optimiser optimiser;

    Workload(int[] sizes, Activation inside, Activation last, Loss loss, int batch, Optimiser optimiser) {
        this.sizes = sizes;
        this.inside = inside;
        this.last = last;
        this.loss = loss;
        this.batch = batch;
        this.optimiser = optimiser;
    }

    private static int[] sizes(int... sizes) {
        return sizes;
    }

    private static int[] same(int size, int layers) {
        int[] sizes = new int[layers + 1];
        Arrays.fill(sizes, size);
        return sizes;
    }

    /** A fresh training of this network on made-up data. */
    public TrainingProgram program() {
        TrainingSettings settings =
                new TrainingSettings(loss, optimiser, Map.of(Optimiser.ETA, RATE), batch, 1, DType.F32);
        return new TrainingProgram(Learner.of(model()), data(), settings, null);
    }

    private Chain model() {
        Rng rng = new Rng(1, 0);
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            Activation activation = i == sizes.length - 1 ? last : inside;
            layers.add(Dense.create(
                    "Dense" + i, sizes[i - 1], sizes[i], activation, true, Init.GLOROT_UNIFORM, DType.F32, rng));
        }
        return new Chain(layers);
    }

    private TrainingData data() {
        Random random = new Random(1);
        int samples = BATCHES * batch;
        Tensor x = Tensor.of(Shape.of(sizes[0], samples), noise(random, sizes[0] * samples));
        int outputs = sizes[sizes.length - 1];
        float[] y =
                loss == Loss.LOGITCROSSENTROPY ? classes(random, outputs, samples) : noise(random, outputs * samples);
        Tensor none = Tensor.zeros(Shape.of(sizes[0], 0), DType.F32);
        Tensor noAnswers = Tensor.zeros(Shape.of(outputs, 0), DType.F32);
        return new TrainingData(x, Tensor.of(Shape.of(outputs, samples), y), none, noAnswers, false);
    }

    private static float[] noise(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    private static float[] classes(Random random, int classes, int samples) {
        float[] values = new float[classes * samples];
        for (int sample = 0; sample < samples; sample++) {
            values[random.nextInt(classes) * samples + sample] = 1;
        }
        return values;
    }
}
