package org.chainboard.bench.peers;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.bench.Peer;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.custom.SoftMax;
import org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * ND4J by hand, tuned: all arrays made once, products into them by gemm, everything else in place, one flat array for all
 * parameters so that the update is one or two calls.
 */
public final class Nd4jByHand implements Peer {
    @Override
    public String name() {
        return "ND4J by hand";
    }

    @Override
    public String version() {
        return "ND4J " + Nd4jThreads.RELEASE + ", arrays made once, gemm and operations in place, by hand";
    }

    @Override
    public Steps start(Workload work, int threads, DType dtype) {
        Nd4jThreads.set(threads);
        return new Running(work);
    }

    private static final class Running implements Steps {
        private final Workload work;
        private final int layers;
        private final INDArray parameters;
        private final INDArray gradient;
        private final INDArray mean;
        private final INDArray size;
        private final INDArray update;
        private final INDArray[] weight;
        private final INDArray[] bias;
        private final INDArray[] weightGradient;
        private final INDArray[] biasGradient;
        private final INDArray[] values;
        private final INDArray[] slopes;
        private final INDArray[] scratch;
        private final INDArray targets;
        private double loss;
        private int steps;

        Running(Workload work) {
            this.work = work;
            this.layers = work.layers();
            int count = work.weights().stream().mapToInt(part -> part.length).sum();
            this.parameters = zeros(count);
            this.gradient = zeros(count);
            this.mean = zeros(count);
            this.size = zeros(count);
            this.update = zeros(count);
            this.weight = new INDArray[layers];
            this.bias = new INDArray[layers];
            this.weightGradient = new INDArray[layers];
            this.biasGradient = new INDArray[layers];
            this.values = new INDArray[layers + 1];
            this.slopes = new INDArray[layers + 1];
            this.scratch = new INDArray[layers + 1];
            this.targets = matrix(work.outputs(), work.batch());
            targets.assign(Nd4j.create(work.y(), new long[] {work.outputs(), work.batch()}, 'c'));
            values[0] = matrix(work.inputs(), work.batch());
            values[0].assign(Nd4j.create(work.x(), new long[] {work.inputs(), work.batch()}, 'c'));
            int from = 0;
            for (int i = 0; i < layers; i++) {
                from = layer(i, from);
            }
        }

        private int layer(int i, int from) {
            int out = work.out(i);
            int between = from + out * work.in(i);
            weight[i] = view(parameters, from, between, out, work.in(i));
            weightGradient[i] = view(gradient, from, between, out, work.in(i));
            bias[i] = view(parameters, between, between + out, out, 1);
            biasGradient[i] = view(gradient, between, between + out, out, 1);
            weight[i].assign(Nd4j.create(work.weights().get(2 * i), new long[] {out, work.in(i)}, 'c'));
            values[i + 1] = matrix(out, work.batch());
            slopes[i + 1] = matrix(out, work.batch());
            scratch[i + 1] = matrix(out, work.batch());
            return between + out;
        }

        private static INDArray zeros(int count) {
            return Nd4j.zeros(DataType.FLOAT, count);
        }

        private static INDArray matrix(int rows, int columns) {
            return Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'f');
        }

        private static INDArray view(INDArray flat, int from, int to, int rows, int columns) {
            return flat.get(NDArrayIndex.interval(from, to)).reshape('f', rows, columns);
        }

        @Override
        public void take(int count) {
            for (int i = 0; i < count; i++) {
                step();
            }
        }

        private void step() {
            for (int i = 0; i < layers; i++) {
                Nd4j.gemm(weight[i], values[i], values[i + 1], false, false, 1, 0);
                values[i + 1].addiColumnVector(bias[i]);
                if (work.activation(i) == Activation.TANH) {
                    Transforms.tanh(values[i + 1], false);
                } else if (work.activation(i) == Activation.RELU) {
                    Transforms.relu(values[i + 1], false);
                }
            }
            compare();
            for (int i = layers - 1; i >= 0; i--) {
                backward(i);
            }
            if (work.optimiser() == Optimiser.DESCENT) {
                Nd4j.getBlasWrapper().axpy(-Workload.RATE, gradient, parameters);
            } else {
                Nd4j.exec(new AdamUpdater(
                        gradient, size, mean, update, size, mean, Workload.RATE, 0.9, 0.999, 1e-8, steps));
                parameters.subi(update);
            }
            steps++;
        }

        private void compare() {
            INDArray answers = values[layers];
            INDArray slope = slopes[layers];
            if (work.loss() == Loss.LOGITCROSSENTROPY) {
                INDArray logs = scratch[layers];
                Nd4j.exec(new SoftMax(answers, slope, 0));
                logs.assign(slope);
                Transforms.log(logs, false);
                loss = -logs.muli(targets).sumNumber().doubleValue() / work.batch();
                slope.subi(targets).divi(work.batch());
                return;
            }
            double share = work.loss() == Loss.MSE ? 1.0 / answers.length() : 1;
            answers.subi(targets, slope);
            double length = slope.norm2Number().doubleValue();
            loss = length * length * share;
            slope.muli(2 * share);
        }

        private void backward(int i) {
            INDArray slope = slopes[i + 1];
            if (work.activation(i) == Activation.TANH) {
                values[i + 1].muli(values[i + 1], scratch[i + 1]);
                slope.muli(scratch[i + 1].rsubi(1));
            } else if (work.activation(i) == Activation.RELU) {
                Nd4j.getExecutioner().exec(new Step(values[i + 1], scratch[i + 1]));
                slope.muli(scratch[i + 1]);
            }
            Nd4j.gemm(slope, values[i], weightGradient[i], false, true, 1, 0);
            slope.sum(biasGradient[i], true, 1);
            if (i > 0) {
                Nd4j.gemm(weight[i], slope, slopes[i], true, false, 1, 0);
            }
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public List<float[]> gradients() {
            List<float[]> all = new ArrayList<>();
            for (int i = 0; i < layers; i++) {
                all.add(weightGradient[i].dup('c').data().asFloat());
                all.add(biasGradient[i].dup('c').data().asFloat());
            }
            return all;
        }

        @Override
        public void close() {
            parameters.data().close();
        }
    }
}
