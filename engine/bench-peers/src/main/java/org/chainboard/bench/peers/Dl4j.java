package org.chainboard.bench.peers;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.bench.Peer;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** DL4J's own network and {@code fit}. Its gradients can be read in a listener, before the updater turns them into steps. */
public final class Dl4j implements Peer {
    @Override
    public String name() {
        return "DL4J";
    }

    @Override
    public String version() {
        return "DL4J " + Nd4jThreads.RELEASE + ", MultiLayerNetwork.fit";
    }

    @Override
    public Steps start(Workload work, int threads, DType dtype) {
        Nd4jThreads.set(threads);
        return new Running(work);
    }

    /** Steps of which the gradients are copied, so that they can be checked; the others only leave them readable. */
    private static final int COPIED = 1;

    private static final class Running extends BaseTrainingListener implements Steps {
        private final Workload work;
        private final MultiLayerNetwork network;
        private final INDArray x;
        private final INDArray y;
        private final List<float[]> gradients = new ArrayList<>();

        Running(Workload work) {
            this.work = work;
            this.network = new MultiLayerNetwork(configuration(work));
            network.init();
            for (int i = 0; i < work.layers(); i++) {
                float[] weight = Workload.transposed(work.weights().get(2 * i), work.out(i));
                network.setParam(i + "_W", Nd4j.create(weight, new long[] {work.in(i), work.out(i)}, 'c'));
            }
            network.setListeners(this);
            this.x = samples(work.x(), work.inputs());
            this.y = samples(work.y(), work.outputs());
        }

        private static MultiLayerConfiguration configuration(Workload work) {
            NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                    .dataType(DataType.FLOAT)
                    .updater(
                            work.optimiser() == Optimiser.DESCENT
                                    ? new Sgd(Workload.RATE)
                                    : new Adam(Workload.RATE, 0.9, 0.999, 1e-8))
                    .list();
            for (int i = 0; i < work.layers() - 1; i++) {
                layers.layer(new DenseLayer.Builder()
                        .nIn(work.in(i))
                        .nOut(work.out(i))
                        .activation(activation(work, i))
                        .build());
            }
            int last = work.layers() - 1;
            return layers.layer(new OutputLayer.Builder(loss(work.loss()))
                            .nIn(work.in(last))
                            .nOut(work.out(last))
                            .activation(
                                    work.loss() == Loss.LOGITCROSSENTROPY ? Activation.SOFTMAX : activation(work, last))
                            .build())
                    .build();
        }

        private static LossFunction loss(Loss loss) {
            return switch (loss) {
                case MSE -> LossFunction.MSE;
                case SUM_OF_SQUARES -> LossFunction.L2;
                default -> LossFunction.MCXENT;
            };
        }

        private static Activation activation(Workload work, int layer) {
            return switch (work.activation(layer)) {
                case TANH -> Activation.TANH;
                case RELU -> Activation.RELU;
                default -> Activation.IDENTITY;
            };
        }

        private static INDArray samples(float[] values, int features) {
            return Nd4j.create(
                    Workload.transposed(values, features), new long[] {values.length / features, features}, 'c');
        }

        @Override
        public void take(int count) {
            for (int i = 0; i < count; i++) {
                network.fit(x, y);
            }
        }

        /** DL4J divides by the batch later, in the updater. */
        @Override
        public void onGradientCalculation(Model model) {
            if (network.getIterationCount() >= COPIED) {
                return;
            }
            gradients.clear();
            for (int i = 0; i < work.layers(); i++) {
                INDArray weight = model.gradient().getGradientFor(i + "_W");
                INDArray bias = model.gradient().getGradientFor(i + "_b");
                gradients.add(
                        weight.transpose().div(work.batch()).dup('c').data().asFloat());
                gradients.add(bias.div(work.batch()).dup('c').data().asFloat());
            }
        }

        @Override
        public double loss() {
            return network.score();
        }

        /** Of the first step. */
        @Override
        public List<float[]> gradients() {
            return gradients;
        }

        @Override
        public void close() {
            network.clear();
        }
    }
}
