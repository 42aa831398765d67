package org.chainboard.bench.peers;

import java.util.ArrayList;
import java.util.List;
import org.chainboard.bench.Peer;
import org.chainboard.engine.layer.Activation;
import org.chainboard.engine.loss.Loss;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * TensorFlow Java's compiled graph: one session run a step gives loss and gradients and updates the variables. The batch
 * is a variable as well, so that nothing is fed.
 */
public final class TensorFlow implements Peer {
    @Override
    public String name() {
        return "TensorFlow Java";
    }

    @Override
    public String version() {
        return "TensorFlow Java 1.1.0 (TensorFlow 2.18), one compiled graph, one session run a step";
    }

    @Override
    public Steps start(Workload work, int threads, DType dtype) {
        return new Running(work, threads);
    }

    private static final class Running implements Steps {
        private final Workload work;
        private final Graph graph = new Graph();
        private final Ops tf = Ops.create(graph);
        private final List<Op> beginnings = new ArrayList<>();
        private final List<Variable<TFloat32>> parameters = new ArrayList<>();
        private final Operand<TFloat32> found;
        private final List<Output<TFloat32>> slopes = new ArrayList<>();
        private final List<Op> updates = new ArrayList<>();
        private final Session session;
        private double loss;
        private Result latest;

        Running(Workload work, int threads) {
            this.work = work;
            for (int i = 0; i < work.layers(); i++) {
                float[] weight = Workload.transposed(work.weights().get(2 * i), work.out(i));
                parameters.add(variable(weight, Shape.of(work.in(i), work.out(i))));
                parameters.add(variable(work.weights().get(2 * i + 1), Shape.of(work.out(i))));
            }
            this.found = build();
            ConfigProto settings = ConfigProto.newBuilder()
                    .setIntraOpParallelismThreads(threads)
                    .setInterOpParallelismThreads(threads)
                    .build();
            this.session = new Session(graph, settings);
            Session.Runner runner = session.runner();
            beginnings.forEach(runner::addTarget);
            runner.run().close();
        }

        private Variable<TFloat32> variable(float[] values, Shape shape) {
            Variable<TFloat32> variable = tf.variable(shape, TFloat32.class);
            beginnings.add(tf.assign(variable, tf.constant(shape, DataBuffers.of(values))));
            return variable;
        }

        private Operand<TFloat32> samples(float[] values, int features) {
            return variable(Workload.transposed(values, features), Shape.of(values.length / features, features));
        }

        private Operand<TFloat32> build() {
            Operand<TFloat32> h = samples(work.x(), work.inputs());
            for (int i = 0; i < work.layers(); i++) {
                h = tf.nn.biasAdd(tf.linalg.matMul(h, parameters.get(2 * i)), parameters.get(2 * i + 1));
                if (work.activation(i) == Activation.TANH) {
                    h = tf.math.tanh(h);
                } else if (work.activation(i) == Activation.RELU) {
                    h = tf.nn.relu(h);
                }
            }
            Operand<TFloat32> result = compare(h, samples(work.y(), work.outputs()));
            Output<?>[] by = parameters.stream().map(Variable::asOutput).toArray(Output<?>[]::new);
            for (Output<?> slope : graph.addGradients(result.asOutput(), by)) {
                slopes.add(slope.expect(TFloat32.class));
            }
            // the updates change in place what the backward pass still reads, so they wait for all of it
            update(tf.withControlDependencies(new ArrayList<Op>(slopes)));
            return result;
        }

        private Operand<TFloat32> compare(Operand<TFloat32> answers, Operand<TFloat32> y) {
            if (work.loss() == Loss.LOGITCROSSENTROPY) {
                return tf.math.mean(
                        tf.nn.softmaxCrossEntropyWithLogits(answers, y).loss(), tf.constant(0));
            }
            Operand<TFloat32> squares = tf.math.squaredDifference(answers, y);
            Operand<TInt32> axes = tf.constant(new int[] {0, 1});
            return work.loss() == Loss.MSE ? tf.math.mean(squares, axes) : tf.sum(squares, axes);
        }

        private void update(Ops after) {
            Operand<TFloat32> rate = tf.constant((float) Workload.RATE);
            if (work.optimiser() == Optimiser.DESCENT) {
                for (int i = 0; i < parameters.size(); i++) {
                    updates.add(after.train.applyGradientDescent(parameters.get(i), rate, slopes.get(i)));
                }
                return;
            }
            Operand<TFloat32> beta1 = tf.constant(0.9f);
            Operand<TFloat32> beta2 = tf.constant(0.999f);
            Variable<TFloat32> power1 = variable(new float[] {0.9f}, Shape.scalar());
            Variable<TFloat32> power2 = variable(new float[] {0.999f}, Shape.scalar());
            List<Op> done = new ArrayList<>();
            for (int i = 0; i < parameters.size(); i++) {
                Shape shape = parameters.get(i).shape();
                float[] zeros = new float[(int) shape.size()];
                done.add(after.train.applyAdam(
                        parameters.get(i),
                        variable(zeros, shape),
                        variable(zeros, shape),
                        power1,
                        power2,
                        rate,
                        beta1,
                        beta2,
                        tf.constant(1e-8f),
                        slopes.get(i)));
            }
            Ops last = tf.withControlDependencies(done);
            updates.addAll(done);
            updates.add(last.assign(power1, last.math.mul(power1, beta1)));
            updates.add(last.assign(power2, last.math.mul(power2, beta2)));
        }

        @Override
        public void take(int count) {
            for (int i = 0; i < count; i++) {
                step();
            }
        }

        private void step() {
            if (latest != null) {
                latest.close();
            }
            Session.Runner runner = session.runner().fetch(found);
            slopes.forEach(runner::fetch);
            updates.forEach(runner::addTarget);
            latest = runner.run();
            loss = ((TFloat32) latest.get(0)).getFloat();
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public List<float[]> gradients() {
            List<float[]> all = new ArrayList<>();
            for (int i = 0; i < slopes.size(); i++) {
                TFloat32 tensor = (TFloat32) latest.get(i + 1);
                float[] values = new float[(int) tensor.size()];
                tensor.copyTo(DataBuffers.of(values, false, false));
                all.add(i % 2 == 0 ? Workload.transposed(values, work.in(i / 2)) : values);
            }
            return all;
        }

        @Override
        public void close() {
            if (latest != null) {
                latest.close();
            }
            session.close();
            graph.close();
        }
    }
}
