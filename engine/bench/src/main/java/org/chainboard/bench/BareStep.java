package org.chainboard.bench;

import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.backend.jvm.JvmBackend;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.workload.StepPlan;
import org.chainboard.workload.Workload;

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
        boolean small = work == Workload.W1 || work == Workload.W2 || work == Workload.W6;
        return small || !backend.equals(Backends.REFERENCE);
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
        StepPlan step = StepPlan.of(work, dtype);
        Executable executable = backend(backend, threads).bind(List.of(step.plan()));
        return new Running(step.plan(), executable, step.parameters());
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
