package org.chainboard.jcuda;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chainboard.engine.backend.BackendException;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.plan.Plan;
import org.chainboard.engine.tensor.DType;

/**
 * What is to be known of a card beside what it computes, for measurements.
 *
 * @param name what NVIDIA calls it
 * @param cuda the newest CUDA that its driver supports, times 1000, such as 12060
 * @param processors its multiprocessors
 * @param cublas whether cuBLAS was found and has started
 * @param kernelStart microseconds of the calling thread to start a kernel, which does not wait for its end
 * @param graphStart microseconds of the calling thread to start a graph of {@link #NODES} kernels
 */
public record CardFacts(String name, int cuda, int processors, boolean cublas, double kernelStart, double graphStart) {
    /** Kernels in the graph that is measured: about as many as a step of a small network has. */
    public static final int NODES = 12;

    /** Few enough for the driver's queue to take them all without waiting for the card. */
    private static final int TOGETHER = 64;

    private static final int ROUNDS = 101;
    private static final int THREADS = 32;

    /**
     * Looks for the first card that will do and starts the smallest kernel there is many times; the medians count.
     *
     * @throws BackendException with a sentence where there is no card
     */
    public static CardFacts measure() {
        CardSearch.Found card = new CardSearch().find();
        try (Cuda cuda = new Cuda(card.device());
                KernelSet kernels = new KernelSet(cuda, Ptx.shipped(), DType.F32);
                DeviceMemory out = cuda.memory(THREADS * Integer.BYTES);
                ArgumentMemory arguments = new ArgumentMemory(cuda, 1)) {
            Step.Call probe = new Step.Call(Kernel.PROBE, Grid.each(1), List.of(Argument.Base.NUMBERS));
            Start kernel = new Launch(cuda, kernels, probe, Map.of(Argument.Base.NUMBERS, out.address()), 0, arguments);
            List<Start> nodes =
                    IntStream.range(0, NODES).mapToObj(node -> kernel).toList();
            try (StepRecording graph = new StepRecording(cuda, nodes)) {
                return new CardFacts(
                        card.name(),
                        card.driver().version(),
                        cuda.processors(),
                        card.driver().multipliesOn(card.device()),
                        median(cuda, kernel),
                        median(cuda, graph));
            }
        } catch (DriverFailure e) {
            throw new BackendException(Sentences.of(e, card.name()), e);
        }
    }

    private static double median(Cuda cuda, Start work) {
        double[] micros = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            for (int i = 0; i < TOGETHER; i++) {
                work.start();
            }
            micros[round] = (System.nanoTime() - before) / 1e3 / TOGETHER;
            cuda.finish();
        }
        Arrays.sort(micros);
        return micros[ROUNDS / 2];
    }

    /**
     * How many pieces of work one run of {@code plan} starts on this card, its report included.
     *
     * @param withCublas whether matrix products are those of cuBLAS
     */
    public int starts(Plan plan, boolean withCublas) {
        Layout layout = new Layout();
        plan.graph().variables().forEach(layout::of);
        Products products = withCublas ? Products::cublas : Products.builtIn(processors);
        return new GpuPlan(plan, layout, new Tables(), products).steps().size();
    }
}
