package org.chainboard.bench.peers;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;
import org.chainboard.bench.Peer;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;

/** PyTorch through DJL: its linear layers and its automatic gradients, without the Trainer around them, which is slower. */
public final class DjlPyTorch implements Peer {
    private static final String ENGINE = "PyTorch";

    @Override
    public String name() {
        return "PyTorch by DJL";
    }

    @Override
    public String version() {
        return "DJL 0.36.0 with PyTorch 2.7.1, linear layers and automatic gradients, updates in place";
    }

    @Override
    public Steps start(Workload work, int threads, DType dtype) {
        Engine engine = Engine.getEngine(ENGINE);
        JniUtils.setNumThreads(threads);
        return new Running(work, engine);
    }

    private static final class Running implements Steps {
        private final Workload work;
        private final Engine engine;
        private final NDManager manager;
        private final NDArray x;
        private final NDArray y;
        private final List<NDArray> parameters = new ArrayList<>();
        /** DJL's Adam leaves zeros where the gradients were, so they are copied first. */
        private final List<NDArray> kept = new ArrayList<>();

        private final Optimizer adam;
        private double loss;

        Running(Workload work, Engine engine) {
            this.work = work;
            this.engine = engine;
            this.manager = NDManager.newBaseManager(Device.cpu(), ENGINE);
            this.x = samples(work.x(), work.inputs());
            this.y = samples(work.y(), work.outputs());
            for (int i = 0; i < work.layers(); i++) {
                List<float[]> weights = work.weights();
                parameters.add(manager.create(weights.get(2 * i), new Shape(work.out(i), work.in(i))));
                parameters.add(manager.create(weights.get(2 * i + 1), new Shape(work.out(i))));
            }
            parameters.forEach(parameter -> {
                kept.add(parameter.zerosLike());
                parameter.setRequiresGradient(true);
            });
            this.adam = Optimizer.adam()
                    .optLearningRateTracker(Tracker.fixed((float) Workload.RATE))
                    .build();
        }

        private NDArray samples(float[] values, int features) {
            return manager.create(Workload.transposed(values, features), new Shape(values.length / features, features));
        }

        @Override
        public void take(int count) {
            for (int i = 0; i < count; i++) {
                step();
            }
        }

        private void step() {
            List<NDArray> passing = new ArrayList<>();
            for (NDArray parameter : parameters) {
                JniUtils.zeroGrad((PtNDArray) parameter);
            }
            try (GradientCollector collector = engine.newGradientCollector()) {
                NDArray h = x;
                for (int i = 0; i < work.layers(); i++) {
                    h = passes(
                            passing,
                            Linear.linear(h, parameters.get(2 * i), parameters.get(2 * i + 1))
                                    .head());
                    if (work.activation(i) == Activation.TANH) {
                        h = passes(passing, h.tanh());
                    } else if (work.activation(i) == Activation.RELU) {
                        h = passes(passing, h.getNDArrayInternal().relu());
                    }
                }
                NDArray found = compare(passing, h);
                collector.backward(found);
                loss = found.getFloat();
            }
            for (int i = 0; i < parameters.size(); i++) {
                update(i);
            }
            passing.forEach(NDArray::close);
        }

        /** What a step makes belongs to the manager of its inputs, so it has to be freed one by one. */
        private static NDArray passes(List<NDArray> passing, NDArray array) {
            passing.add(array);
            return array;
        }

        private NDArray compare(List<NDArray> passing, NDArray answers) {
            if (work.loss() == Loss.LOGITCROSSENTROPY) {
                NDArray logs = passes(passing, answers.logSoftmax(-1));
                NDArray sum = passes(passing, passes(passing, logs.mul(y)).sum());
                return passes(passing, sum.div(-work.batch()));
            }
            NDArray squares = passes(passing, passes(passing, answers.sub(y)).square());
            return passes(passing, work.loss() == Loss.MSE ? squares.mean() : squares.sum());
        }

        private void update(int i) {
            NDArray parameter = parameters.get(i);
            try (NDArray gradient = parameter.getGradient()) {
                if (work.optimiser() == Optimiser.DESCENT) {
                    try (NDArray change = gradient.mul(Workload.RATE)) {
                        parameter.subi(change);
                    }
                } else {
                    gradient.copyTo(kept.get(i));
                    adam.update(String.valueOf(i), parameter, gradient);
                }
            }
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public List<float[]> gradients() {
            if (work.optimiser() == Optimiser.ADAM) {
                return kept.stream().map(NDArray::toFloatArray).toList();
            }
            List<float[]> all = new ArrayList<>();
            for (NDArray parameter : parameters) {
                try (NDArray gradient = parameter.getGradient()) {
                    all.add(gradient.toFloatArray());
                }
            }
            return all;
        }

        @Override
        public void close() {
            manager.close();
        }
    }
}
