package org.chainboard.bench;

import java.util.concurrent.TimeUnit;
import org.chainboard.engine.backend.Backends;
import org.chainboard.engine.train.TrainingRun;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One training step as the program takes it: pick the batch, predict, loss read back, gradients, update, and every
 * gradient left where it can be read; its share of shuffling the samples once an epoch is part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingStepBenchmark {
    private static final int MANY = 128;

    /** The names of {@link Backends}. */
    @Param({"reference", "nd4j"})
    public String backend;

    /** W3, W4 and W5 take the reference backend very long; ask for them by name. */
    @Param({"W1", "W2", "W6"})
    public Workload network;

    private TrainingRun run;

    /** Compiles the network and binds it; takes seconds where ND4J has to be loaded. */
    @Setup
    public void bind() {
        run = new TrainingRun(network.program(), Backends.named(backend));
    }

    /** Many steps in a row, as in training flat out: for networks whose step takes microseconds. */
    @Benchmark
    @OperationsPerInvocation(MANY)
    public long inARow() {
        run.advance(MANY);
        return run.step();
    }

    /** A single step, with what it costs to ask for it: for networks whose step takes milliseconds. */
    @Benchmark
    public long alone() {
        run.advance(1);
        return run.step();
    }

    /** A run that has stopped would take no time at all, so it must not go unnoticed. */
    @TearDown
    public void free() {
        boolean failed = run.failed();
        run.close();
        if (failed) {
            throw new IllegalStateException(network + " got a number that is not finite");
        }
    }
}
