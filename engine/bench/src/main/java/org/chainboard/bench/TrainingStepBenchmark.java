package org.chainboard.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.chainboard.engine.tensor.DType;
import org.chainboard.workload.Workload;
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

/** One training step: predict, loss read back, gradients, update, and every gradient left where it can be read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrainingStepBenchmark {
    static final int MANY = 128;

    /** Where {@link Compare} keeps what the first steps have to give. */
    static final String EXPECTED = "bench.expected";

    /** The names of {@link Peers}. */
    @Param("reference")
    public String peer;

    @Param({"W1", "W2", "W6"})
    public Workload network;

    @Param("1")
    public int threads;

    @Param("F32")
    public DType dtype;

    private Peer.Steps steps;

    /** Checks the first steps, then builds the network anew. */
    @Setup
    public void start() throws IOException {
        String file = System.getProperty(EXPECTED);
        FirstSteps expected = file == null ? FirstSteps.of(network) : FirstSteps.load(Path.of(file));
        Peer chosen = Peers.named(peer);
        try (Peer.Steps rehearsal = chosen.rehearse(network, threads, dtype)) {
            expected.require(rehearsal);
        }
        steps = chosen.start(network, threads, dtype);
    }

    /** Many steps in a row, as in training flat out: for networks whose step takes microseconds. */
    @Benchmark
    @OperationsPerInvocation(MANY)
    public void inARow() {
        steps.take(MANY);
    }

    /** A single step, with what it costs to ask for it. */
    @Benchmark
    public void alone() {
        steps.take(1);
    }

    /** Steps that went wrong may take no time at all, so they must not go unnoticed. */
    @TearDown
    public void free() {
        double loss = steps.loss();
        steps.close();
        if (!Double.isFinite(loss)) {
            throw new IllegalStateException(network + " got a number that is not finite");
        }
    }
}
