package org.chainboard.gpucheck;

import java.util.List;
import java.util.stream.Stream;
import org.chainboard.engine.backend.Backend;
import org.chainboard.engine.backend.Backends;
import org.chainboard.jcuda.JCudaBackend;

/**
 * How a step is computed.
 *
 * @param name in tables
 * @param graph whether the step is one recorded graph
 * @param cublas whether matrix products are those of cuBLAS
 */
record Way(String name, boolean graph, boolean cublas) {
    static final String PROCESSOR = "CPU, `jvm`";
    static final String PYTORCH = "GPU, PyTorch eager";

    /** What everybody with a driver has. */
    static final Way USUAL = new Way("GPU, graph, built-in products", true, false);

    /** The same with cuBLAS. */
    static final Way WITH_CUBLAS = new Way("GPU, graph, cuBLAS", true, true);

    static final Way ONE_BY_ONE = new Way("GPU, kernels one by one, built-in products", false, false);

    static final Way ONE_BY_ONE_WITH_CUBLAS = new Way("GPU, kernels one by one, cuBLAS", false, true);

    /** All ways on the card. */
    static List<Way> all(boolean cublas) {
        return Stream.of(USUAL, WITH_CUBLAS, ONE_BY_ONE, ONE_BY_ONE_WITH_CUBLAS)
                .filter(way -> cublas || !way.cublas())
                .toList();
    }

    /** Those in which a step is a graph. */
    static List<Way> graphs(boolean cublas) {
        return all(cublas).stream().filter(Way::graph).toList();
    }

    static Backend processor() {
        return Backends.named(Backends.JVM);
    }

    Backend backend() {
        return new JCudaBackend(cublas, graph);
    }

    @Override
    public String toString() {
        return name;
    }
}
