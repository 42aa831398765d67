package org.chainboard.workload;

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
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.train.Learner;
import org.chainboard.engine.train.TrainingData;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingSettings;

/** The networks on which speed is compared, from 12 parameters to two million, with their first weights and data. */
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
    W6(sizes(5, 2), Activation.IDENTITY, Activation.IDENTITY, Loss.SUM_OF_SQUARES, 1, Optimiser.DESCENT),
    /** Digits, of the size for which a time on a graphics card is set as the target. */
    W7(sizes(784, 256, 10), Activation.RELU, Activation.IDENTITY, Loss.LOGITCROSSENTROPY, 128, Optimiser.DESCENT);

    /** The step size of all: small enough that no network here ever gets numbers that are not finite. */
    public static final double RATE = 1e-3;

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

    /** Number of Dense layers. */
    public int layers() {
        return sizes.length - 1;
    }

    /** Inputs of layer {@code layer}, counted from 0. */
    public int in(int layer) {
        return sizes[layer];
    }

    /** Outputs of layer {@code layer}, counted from 0. */
    public int out(int layer) {
        return sizes[layer + 1];
    }

    /** Features of a sample. */
    public int inputs() {
        return sizes[0];
    }

    /** Numbers in an answer. */
    public int outputs() {
        return sizes[sizes.length - 1];
    }

    /** What layer {@code layer} does to its sum: relu, tanh or nothing. */
    public Activation activation(int layer) {
        return layer == layers() - 1 ? last : inside;
    }

    /** Mean of squares, sum of squares, or cross entropy of softmax. */
    public Loss loss() {
        return loss;
    }

    /** Samples in a step. */
    public int batch() {
        return batch;
    }

    /** Descent, or Adam with its usual numbers. */
    public Optimiser optimiser() {
        return optimiser;
    }

    /** The first weights {@code W₁, b₁, W₂, ...}, W as outputs x inputs, row by row. */
    public List<float[]> weights() {
        return model(DType.F32).parameters().stream()
                .map(Parameter::value)
                .map(Workload::floats)
                .toList();
    }

    /** The inputs of the batch, features x samples, row by row. */
    public float[] x() {
        return floats(data(1).x());
    }

    /** The targets of the batch, outputs x samples, row by row. */
    public float[] y() {
        return floats(data(1).y());
    }

    /** Copies a matrix of {@code rows} rows to one with the axes changed: how others store a batch or a weight. */
    public static float[] transposed(float[] matrix, int rows) {
        int columns = matrix.length / rows;
        float[] result = new float[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            result[i % columns * rows + i / columns] = matrix[i];
        }
        return result;
    }

    /** The numbers of an array in single precision, row by row. */
    public static float[] floats(Tensor tensor) {
        float[] values = new float[tensor.size()];
        tensor.copyTo(values, 0);
        return values;
    }

    /** A training of this network on {@code batches} batches, the first of which is that of all other measurements. */
    public TrainingProgram program(int batches, DType dtype) {
        TrainingSettings settings = new TrainingSettings(loss, optimiser, Map.of(Optimiser.ETA, RATE), batch, 1, dtype);
        return new TrainingProgram(Learner.of(model(dtype)), data(batches), settings, null);
    }

    /** The network with its first weights, which are the same single-precision numbers in either type. */
    public Chain model(DType dtype) {
        Rng rng = new Rng(1, 0);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < layers(); i++) {
            Tensor weight = Init.GLOROT_UNIFORM.matrix(out(i), in(i), DType.F32, rng);
            Tensor bias = Tensor.zeros(Shape.of(out(i)), dtype);
            layers.add(Dense.of("Dense" + (i + 1), weight.cast(dtype), bias, activation(i)));
        }
        return new Chain(layers);
    }

    private TrainingData data(int batches) {
        int samples = batches * batch;
        float[] x = new float[inputs() * samples];
        float[] y = new float[outputs() * samples];
        Random inputs = new Random(1);
        Random targets = new Random(2);
        for (int sample = 0; sample < samples; sample++) {
            noise(inputs, x, sample, samples);
            if (loss == Loss.LOGITCROSSENTROPY) {
                y[targets.nextInt(outputs()) * samples + sample] = 1;
            } else {
                noise(targets, y, sample, samples);
            }
        }
        Tensor none = Tensor.zeros(Shape.of(inputs(), 0), DType.F32);
        Tensor noAnswers = Tensor.zeros(Shape.of(outputs(), 0), DType.F32);
        return new TrainingData(
                Tensor.of(Shape.of(inputs(), samples), x),
                Tensor.of(Shape.of(outputs(), samples), y),
                none,
                noAnswers,
                false);
    }

    private static void noise(Random random, float[] matrix, int column, int columns) {
        for (int i = column; i < matrix.length; i += columns) {
            matrix[i] = 2 * random.nextFloat() - 1;
        }
    }
}
