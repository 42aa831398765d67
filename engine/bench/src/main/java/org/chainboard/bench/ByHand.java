package org.chainboard.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.workload.Workload;

/**
 * The formulas of a training step as loops over doubles, sharing nothing with the engine: what every implementation is
 * held against before it is measured.
 */
final class ByHand {
    private final Workload work;
    private final List<double[]> parameters = new ArrayList<>();
    private final List<double[]> gradients = new ArrayList<>();
    private final List<double[]> means = new ArrayList<>();
    private final List<double[]> sizes = new ArrayList<>();
    private final double[][] values;
    private final double[][] slopes;
    private final double[] targets;
    private int steps;

    ByHand(Workload work) {
        this.work = work;
        for (float[] weight : work.weights()) {
            parameters.add(doubles(weight));
            gradients.add(new double[weight.length]);
            means.add(new double[weight.length]);
            sizes.add(new double[weight.length]);
        }
        this.targets = doubles(work.y());
        this.values = new double[work.layers() + 1][];
        this.slopes = new double[work.layers() + 1][];
        values[0] = doubles(work.x());
        for (int layer = 0; layer < work.layers(); layer++) {
            values[layer + 1] = new double[work.out(layer) * work.batch()];
            slopes[layer + 1] = new double[work.out(layer) * work.batch()];
        }
    }

    private static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    List<double[]> gradients() {
        return gradients;
    }

    /** Takes a step and gives the loss before it. */
    double step() {
        for (int layer = 0; layer < work.layers(); layer++) {
            forward(layer);
        }
        double loss = compare();
        for (int layer = work.layers() - 1; layer >= 0; layer--) {
            backward(layer);
        }
        steps++;
        for (int i = 0; i < parameters.size(); i++) {
            update(i);
        }
        return loss;
    }

    private void forward(int layer) {
        int batch = work.batch();
        double[] weights = parameters.get(2 * layer);
        double[] biases = parameters.get(2 * layer + 1);
        double[] x = values[layer];
        double[] h = values[layer + 1];
        for (int o = 0; o < work.out(layer); o++) {
            Arrays.fill(h, o * batch, (o + 1) * batch, biases[o]);
            for (int i = 0; i < work.in(layer); i++) {
                double weight = weights[o * work.in(layer) + i];
                for (int s = 0; s < batch; s++) {
                    h[o * batch + s] += weight * x[i * batch + s];
                }
            }
        }
        if (work.activation(layer) == Activation.TANH) {
            Arrays.setAll(h, i -> Math.tanh(h[i]));
        } else if (work.activation(layer) == Activation.RELU) {
            Arrays.setAll(h, i -> Math.max(0, h[i]));
        }
    }

    /** The loss, and its slope by every answer. */
    private double compare() {
        double[] answers = values[work.layers()];
        double[] slope = slopes[work.layers()];
        if (work.loss() == Loss.LOGITCROSSENTROPY) {
            return crossEntropy(answers, slope);
        }
        double share = work.loss() == Loss.MSE ? 1.0 / answers.length : 1;
        double sum = 0;
        for (int i = 0; i < answers.length; i++) {
            double error = answers[i] - targets[i];
            sum += error * error;
            slope[i] = 2 * error * share;
        }
        return sum * share;
    }

    private double crossEntropy(double[] answers, double[] slope) {
        int batch = work.batch();
        double sum = 0;
        for (int s = 0; s < batch; s++) {
            double total = 0;
            for (int i = s; i < answers.length; i += batch) {
                total += Math.exp(answers[i]);
            }
            for (int i = s; i < answers.length; i += batch) {
                sum -= targets[i] * (answers[i] - Math.log(total));
                slope[i] = (Math.exp(answers[i]) / total - targets[i]) / batch;
            }
        }
        return sum / batch;
    }

    private void backward(int layer) {
        int batch = work.batch();
        double[] x = values[layer];
        double[] h = values[layer + 1];
        double[] slope = slopes[layer + 1];
        for (int i = 0; i < h.length; i++) {
            if (work.activation(layer) == Activation.TANH) {
                slope[i] *= 1 - h[i] * h[i];
            } else if (work.activation(layer) == Activation.RELU && h[i] <= 0) {
                slope[i] = 0;
            }
        }
        double[] before = slopes[layer];
        if (before != null) {
            Arrays.fill(before, 0);
        }
        for (int o = 0; o < work.out(layer); o++) {
            gradients.get(2 * layer + 1)[o] =
                    Arrays.stream(slope, o * batch, (o + 1) * batch).sum();
            for (int i = 0; i < work.in(layer); i++) {
                int place = o * work.in(layer) + i;
                gradients.get(2 * layer)[place] = dot(slope, o * batch, x, i * batch, batch);
                if (before != null) {
                    addScaled(before, i * batch, slope, o * batch, parameters.get(2 * layer)[place], batch);
                }
            }
        }
    }

    private static double dot(double[] a, int fromA, double[] b, int fromB, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[fromA + i] * b[fromB + i];
        }
        return sum;
    }

    private static void addScaled(double[] to, int fromTo, double[] a, int fromA, double scale, int count) {
        for (int i = 0; i < count; i++) {
            to[fromTo + i] += scale * a[fromA + i];
        }
    }

    /** Descent, or Adam as Kingma and Ba (2015) write it. */
    private void update(int index) {
        double[] parameter = parameters.get(index);
        double[] gradient = gradients.get(index);
        double[] mean = means.get(index);
        double[] size = sizes.get(index);
        for (int i = 0; i < parameter.length; i++) {
            if (work.optimiser() == Optimiser.DESCENT) {
                parameter[i] -= Workload.RATE * gradient[i];
                continue;
            }
            mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
            size[i] = 0.999 * size[i] + 0.001 * gradient[i] * gradient[i];
            double direction = mean[i] / (1 - Math.pow(0.9, steps));
            parameter[i] -= Workload.RATE * direction / (Math.sqrt(size[i] / (1 - Math.pow(0.999, steps))) + 1e-8);
        }
    }
}
