package org.chainboard.jcuda;

import java.util.Optional;

/**
 * A card that is in use.
 *
 * @param name what NVIDIA calls it
 * @param cuda its context
 * @param kernels what it can be asked to run
 * @param gemm cuBLAS on it, where there is one
 * @param records whether steps are recorded as graphs
 */
record Card(String name, Cuda cuda, KernelSet kernels, Optional<Gemm> gemm, boolean records) {
    /** How products are made on it. */
    Products products() {
        return gemm.isPresent() ? Products::cublas : Products.builtIn(cuda.processors());
    }
}
