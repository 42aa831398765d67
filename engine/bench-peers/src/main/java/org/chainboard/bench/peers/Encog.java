package org.chainboard.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import org.chainboard.bench.Peer;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
import org.encog.engine.network.activation.ActivationFunction;
import org.encog.engine.network.activation.ActivationLinear;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationTANH;
import org.encog.ml.data.MLDataSet;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.error.ErrorFunction;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.Propagation;
import org.encog.neural.networks.training.propagation.TrainingContinuation;

/**
 * Encog's network and its Propagation, in double precision, which is all it has. Its own trainers lack Adam on a whole
 * batch and a cross entropy of logits; both are put in where Encog lets its users put them.
 */
public final class Encog implements Peer {
    @Override
    public String name() {
        return "Encog";
    }

    @Override
    public String version() {
        return "Encog 3.4, BasicNetwork and Propagation, in double precision";
    }

    @Override
    public Steps start(Workload work, int threads, DType dtype) {
        return new Running(work, threads);
    }

    private static final class Running implements Steps {
        private final Workload work;
        private final BasicNetwork network = new BasicNetwork();
        private final Training training;

        Running(Workload work, int threads) {
            this.work = work;
            network.addLayer(new BasicLayer(null, true, work.inputs()));
            for (int i = 0; i < work.layers(); i++) {
                network.addLayer(new BasicLayer(activation(work, i), i < work.layers() - 1, work.out(i)));
            }
            network.getStructure().finalizeStructure();
            for (int layer = 0; layer < work.layers(); layer++) {
                float[] weight = work.weights().get(2 * layer);
                int in = work.in(layer);
                for (int i = 0; i < weight.length; i++) {
                    network.setWeight(layer, i % in, i / in, weight[i]);
                }
                for (int out = 0; out < work.out(layer); out++) {
                    network.setWeight(layer, in, out, 0);
                }
            }
            this.training = new Training(
                    work, network, new BasicMLDataSet(samples(work.x(), work), samples(work.y(), work)), threads);
        }

        private static ActivationFunction activation(Workload work, int layer) {
            return switch (work.activation(layer)) {
                case TANH -> new ActivationTANH();
                case RELU -> new ActivationReLU();
                default -> work.layers() == 1 ? new ActivationLinear() : new LinearAfterRelu();
            };
        }

        private static double[][] samples(float[] values, Workload work) {
            int batch = work.batch();
            double[][] samples = new double[batch][values.length / batch];
            for (int i = 0; i < values.length; i++) {
                samples[i % batch][i / batch] = values[i];
            }
            return samples;
        }

        @Override
        public void take(int count) {
            for (int i = 0; i < count; i++) {
                training.iteration();
            }
        }

        @Override
        public double loss() {
            return training.loss();
        }

        /** Encog goes from the last layer to the first, each output's weights in a row and its bias behind them. */
        @Override
        public List<float[]> gradients() {
            double[] all = training.getLastGradient();
            List<float[]> parts = new ArrayList<>();
            for (int layer = 0; layer < work.layers(); layer++) {
                int in = work.in(layer);
                int from = network.getFlat().getWeightIndex()[work.layers() - layer - 1];
                float[] weight = new float[in * work.out(layer)];
                float[] bias = new float[work.out(layer)];
                for (int i = 0; i < weight.length; i++) {
                    weight[i] = (float) (-training.share * all[from + i / in * (in + 1) + i % in]);
                }
                for (int i = 0; i < bias.length; i++) {
                    bias[i] = (float) (-training.share * all[from + i * (in + 1) + in]);
                }
                parts.add(weight);
                parts.add(bias);
            }
            return parts;
        }

        @Override
        public void close() {
            training.finishTraining();
        }
    }

    /**
     * No activation. On the way back Encog takes the slope of a hidden layer from the activation of the layer after it;
     * that does not show where all are the same, but here it has to be told that relu was before.
     */
    private static final class LinearAfterRelu implements ActivationFunction {
        private static final long serialVersionUID = 1L;

        @Override
        public void activationFunction(double[] sums, int start, int size) {}

        @Override
        public double derivativeFunction(double sum, double value) {
            return sum > 0 ? 1 : 0;
        }

        @Override
        public boolean hasDerivative() {
            return true;
        }

        @Override
        public double[] getParams() {
            return new double[0];
        }

        @Override
        public void setParam(int index, double value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String[] getParamNames() {
            return new String[0];
        }

        @Override
        @SuppressWarnings("MissingSuperCall") // it has nothing to copy
        public ActivationFunction clone() {
            return new LinearAfterRelu();
        }

        @Override
        public String getFactoryCode() {
            return null;
        }

        @Override
        public String getLabel() {
            return "linear after relu";
        }
    }

    /** Encog sums over the samples, leaves out factors of the loss, and climbs: its gradients point downhill. */
    private static final class Training extends Propagation implements ErrorFunction {
        private final Workload work;
        private final double share;
        private final DoubleAdder entropy = new DoubleAdder();
        private final double[] mean;
        private final double[] size;
        private double before;
        private double decay1 = 1;
        private double decay2 = 1;

        Training(Workload work, BasicNetwork network, MLDataSet data, int threads) {
            super(network, data);
            this.work = work;
            this.share = switch (work.loss()) {
                case MSE -> 2.0 / work.outputs() / work.batch();
                case SUM_OF_SQUARES -> 2;
                default -> 1.0 / work.batch();
            };
            this.mean = new double[network.getFlat().getWeights().length];
            this.size = new double[mean.length];
            fixFlatSpot(false);
            setThreadCount(threads);
            if (work.loss() == Loss.LOGITCROSSENTROPY) {
                setErrorFunction(this);
            }
        }

        double loss() {
            return switch (work.loss()) {
                case MSE -> getError();
                case SUM_OF_SQUARES -> getError() * work.outputs() * work.batch();
                default -> before;
            };
        }

        @Override
        public void iteration() {
            entropy.reset();
            decay1 *= 0.9;
            decay2 *= 0.999;
            super.iteration();
            before = entropy.sum() / work.batch();
        }

        @Override
        public void calculateError(
                ActivationFunction function,
                double[] sums,
                double[] answers,
                double[] ideal,
                double[] actual,
                double[] error,
                double flatSpot,
                double significance) {
            double total = 0;
            for (double answer : actual) {
                total += Math.exp(answer);
            }
            double lost = 0;
            for (int i = 0; i < actual.length; i++) {
                lost -= ideal[i] * (actual[i] - Math.log(total));
                error[i] = ideal[i] - Math.exp(actual[i]) / total;
            }
            entropy.add(lost);
        }

        @Override
        public double updateWeight(double[] gradients, double[] lastGradient, int i) {
            lastGradient[i] = gradients[i];
            double down = share * gradients[i];
            if (work.optimiser() == Optimiser.DESCENT) {
                return Workload.RATE * down;
            }
            mean[i] = 0.9 * mean[i] + 0.1 * down;
            size[i] = 0.999 * size[i] + 0.001 * down * down;
            return Workload.RATE * mean[i] / (1 - decay1) / (Math.sqrt(size[i] / (1 - decay2)) + 1e-8);
        }

        @Override
        public double updateWeight(double[] gradients, double[] lastGradient, int index, double dropout) {
            return updateWeight(gradients, lastGradient, index);
        }

        @Override
        public void initOthers() {}

        @Override
        public boolean canContinue() {
            return false;
        }

        @Override
        public TrainingContinuation pause() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void resume(TrainingContinuation state) {
            throw new UnsupportedOperationException();
        }
    }
}
