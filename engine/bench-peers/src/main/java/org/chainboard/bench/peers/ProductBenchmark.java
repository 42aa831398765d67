package org.chainboard.bench.peers;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.chainboard.engine.backend.Executable;
import org.chainboard.engine.backend.jvm.JvmBackend;
import org.chainboard.engine.graph.GraphBuilder;
import org.chainboard.engine.op.Var;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.plan.Planner;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * One matrix product C = A B in single precision: ours against ND4J's OpenBLAS, which wants its numbers outside the Java
 * heap. With the copying there and back it is what a BLAS would cost the processor backend.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ProductBenchmark {
    /** Rows of C, the inner size, columns of C: forward products of W3 and W4, one of its gradients, a large one. */
    @Param({"128x784x64", "1024x1024x256", "1024x256x1024", "2048x2048x2048"})
    public String sizes;

    @Param({"1", "2"})
    public int threads;

    private int rows;
    private int inner;
    private int columns;
    private float[] a;
    private float[] b;
    private float[] c;
    private Executable executable;
    private Plan plan;
    private FloatPointer outsideA;
    private FloatPointer outsideB;
    private FloatPointer outsideC;

    /** Takes JMH's options. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(ProductBenchmark.class.getName())
                        .build())
                .run();
    }

    /** Fills both matrices, on both sides. */
    @Setup
    public void start() {
        int[] numbers = Stream.of(sizes.split("x")).mapToInt(Integer::parseInt).toArray();
        rows = numbers[0];
        inner = numbers[1];
        columns = numbers[2];
        a = random(rows * inner, 1);
        b = random(inner * columns, 2);
        c = new float[rows * columns];
        GraphBuilder builder = new GraphBuilder();
        Var left = read(builder, "a", Tensor.of(Shape.of(rows, inner), a));
        Var right = read(builder, "b", Tensor.of(Shape.of(inner, columns), b));
        plan = Planner.plan(builder.build(Map.of("c", left.matmul(right).node()), Map.of()));
        executable = new JvmBackend(threads).bind(List.of(plan));
        blas_set_num_threads(threads);
        outsideA = new FloatPointer(a);
        outsideB = new FloatPointer(b);
        outsideC = new FloatPointer(c);
    }

    private static Var read(GraphBuilder builder, String name, Tensor value) {
        return Var.read(builder, new org.chainboard.engine.tensor.State(name, value));
    }

    private static float[] random(int size, long stream) {
        Rng rng = new Rng(1, stream);
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = (float) rng.uniform(-1, 1);
        }
        return numbers;
    }

    /** The processor backend. */
    @Benchmark
    public void ours() {
        executable.run(plan, 1, new double[0]);
    }

    /** OpenBLAS on numbers that are outside already. */
    @Benchmark
    public void blas() {
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                rows,
                columns,
                inner,
                1,
                outsideA,
                inner,
                outsideB,
                columns,
                0,
                outsideC,
                columns);
    }

    /** OpenBLAS with the copying: A, B there, C back. */
    @Benchmark
    public float[] blasWithCopies() {
        outsideA.put(a);
        outsideB.put(b);
        blas();
        outsideC.get(c);
        return c;
    }

    /** Frees what lies outside. */
    @TearDown
    public void free() {
        executable.close();
        outsideA.close();
        outsideB.close();
        outsideC.close();
    }
}
