package org.chainboard.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.backend.jvm.JvmBackend;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.graph.Node;
import org.chainboard.engine.layer.Chain;
import org.chainboard.engine.layer.Mode;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.optim.Hyper;
import org.chainboard.engine.optim.Optimiser;
import org.chainboard.engine.optim.Update;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Tensor;
import org.chainboard.engine.tensor.Variable;

/** Our engine at exactly what the others do: loss, gradients and update on a batch that is there already. */
record BareStep(String backend) implements Peer {
    @Override
    public String name() {
        return backend;
    }

    @Override
    public String version() {
        return "ours, the step alone";
    }

    @Override
    public boolean ours() {
        return true;
    }

    @Override
    public boolean runs(Workload work) {
        return worth(backend, work);
    }

    /** The reference backend takes seconds for the larger networks, and is not there to be fast. */
    static boolean worth(String backend, Workload work) {
        boolean large = work == Workload.W3 || work == Workload.W4 || work == Workload.W5;
        return !(large && backend.equals(Backends.REFERENCE));
    }

    @Override
    public List<Integer> threads() {
        return BareStep.threads(backend);
    }

    /** Only the fast processor backend can be told how many threads to take. */
    static List<Integer> threads(String backend) {
        return backend.equals(Backends.JVM) ? List.of(1, 2) : List.of(1);
    }

    static Backend backend(String name, int threads) {
        return name.equals(Backends.JVM) ? new JvmBackend(threads) : Backends.named(name);
    }

    @Override
    public List<DType> types() {
        return List.of(DType.F32, DType.F64);
    }

    @Override
    public Steps start(Workload work, int threads, DType dtype) {
        List<Parameter> parameters = new ArrayList<>();
        Plan plan = plan(work, dtype, parameters);
        Executable executable = backend(backend, threads).bind(List.of(plan));
        return new Running(plan, executable, parameters);
    }

    private static Plan plan(Workload work, DType dtype, List<Parameter> parameters) {
        GraphBuilder builder = new GraphBuilder();
        Chain model = work.model(dtype);
        parameters.addAll(model.parameters());
        Var x = read(builder, "x", Shape.of(work.inputs(), work.batch()), work.x(), dtype);
        Var y = read(builder, "y", Shape.of(work.outputs(), work.batch()), work.y(), dtype);
        Var loss = work.loss().apply(model.apply(x, Mode.training(1, 0L)), y);
        List<Var> weights = parameters.stream().map(loss::read).toList();
        List<Var> gradients = Gradient.of(loss, weights);
        Map<String, Var> hypers = new LinkedHashMap<>();
        for (Hyper hyper : work.optimiser().hypers()) {
            double value = hyper.name().equals(Optimiser.ETA) ? Workload.RATE : hyper.usual();
            hypers.put(
                    hyper.name(), Var.read(builder, new State(hyper.name(), Tensor.of(Shape.scalar(), dtype, value))));
        }
        Map<String, Node> outputs = new LinkedHashMap<>(Map.of("loss", loss.node()));
        Map<Variable, Node> updates = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Update update = work.optimiser().start(parameter).step(weights.get(i), gradients.get(i), hypers);
            updates.put(parameter, update.parameter().node());
            update.states().forEach((state, value) -> updates.put(state, value.node()));
            outputs.put(parameter.name(), gradients.get(i).node());
        }
        return Planner.plan(builder.build(outputs, updates));
    }

    private static Var read(GraphBuilder builder, String name, Shape shape, float[] values, DType dtype) {
        return Var.read(builder, new State(name, Tensor.of(shape, values).cast(dtype)));
    }

    /** Steps are asked for together, as training flat out does; each reports its loss. */
    private static final class Running implements Steps {
        private final Plan plan;
        private final Executable executable;
        private final List<Parameter> parameters;
        private final int width;
        private final double[] report;
        private double loss;

        Running(Plan plan, Executable executable, List<Parameter> parameters) {
            this.plan = plan;
            this.executable = executable;
            this.parameters = parameters;
            this.width = plan.scalars().size();
            this.report = new double[TrainingStepBenchmark.MANY * width];
        }

        @Override
        public void take(int count) {
            executable.run(plan, count, report);
            loss = report[(count - 1) * width];
        }

        @Override
        public double loss() {
            return loss;
        }

        @Override
        public List<float[]> gradients() {
            return parameters.stream()
                    .map(parameter -> Workload.floats(executable.output(plan, parameter.name())))
                    .toList();
        }

        @Override
        public void close() {
            executable.close();
        }
    }
}
