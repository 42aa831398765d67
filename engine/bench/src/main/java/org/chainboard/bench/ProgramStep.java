package org.chainboard.bench;

import java.util.List;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.train.TrainingProgram;
import org.chainboard.engine.train.TrainingRun;
import org.chainboard.workload.Workload;

/**
 * Our engine as the program trains: besides the bare step it picks the batch among others, shuffles the samples once an
 * epoch, takes the length of every gradient, guards the parameters against numbers that are not finite and logs curves.
 */
record ProgramStep(String backend) implements Peer {
    /** Steps in an epoch: enough that a step pays only its share of what is done once an epoch. */
    private static final int BATCHES = 16;

    @Override
    public String name() {
        return backend + " in the program";
    }

    @Override
    public String version() {
        return "ours, as training does it";
    }

    @Override
    public boolean ours() {
        return true;
    }

    @Override
    public boolean runs(Workload work) {
        return BareStep.worth(backend, work);
    }

    @Override
    public List<Integer> threads() {
        return BareStep.threads(backend);
    }

    @Override
    public Steps start(Workload work, int threads, DType dtype) {
        return new Running(work.program(BATCHES, dtype), BareStep.backend(backend, threads));
    }

    @Override
    public Steps rehearse(Workload work, int threads, DType dtype) {
        return new Running(work.program(1, dtype), BareStep.backend(backend, threads));
    }

    private record Running(TrainingProgram program, TrainingRun run) implements Steps {
        Running(TrainingProgram program, Backend backend) {
            this(program, new TrainingRun(program, backend));
        }

        @Override
        public void take(int count) {
            run.advance(count);
        }

        /** A run that has stopped would take no time at all, so it must not go unnoticed. */
        @Override
        public double loss() {
            return run.failed() ? Double.NaN : run.curves().loss().newest();
        }

        @Override
        public List<float[]> gradients() {
            return program.parameters().stream()
                    .map(run::gradient)
                    .map(Workload::floats)
                    .toList();
        }

        @Override
        public void close() {
            run.close();
        }
    }
}
