package org.chainboard.jcuda;

import java.util.Optional;
import org.chainboard.engine.tensor.DType;

/**
 * A card that is in use.
 *
 * @param name what NVIDIA calls it
 * @param cuda its context
 * @param gemm cuBLAS on it, where there is one
 * @param records whether steps are recorded as graphs
 */
record Card(String name, Cuda cuda, Optional<Gemm> gemm, boolean records) implements AutoCloseable {

    /**
     * Takes a card into use.
     *
     * @param cublas whether cuBLAS is to be used; where it does not start, the kernels that are built in are
     * @throws DriverFailure with nothing taken
     */
    static Card open(CardSearch.Found found, DType dtype, boolean cublas, boolean records) {
        Cuda cuda = new Cuda(found.device());
        try {
            Optional<Gemm> gemm = cublas ? Gemm.on(cuda, dtype) : Optional.empty();
            return new Card(found.name(), cuda, gemm, records);
        } catch (DriverFailure e) {
            cuda.close();
            throw e;
        }
    }

    /** How products are made on it. */
    Products products() {
        return gemm.isPresent() ? Products::cublas : Products.builtIn(cuda.processors());
    }

    @Override
    public void close() {
        gemm.ifPresent(Gemm::close);
        cuda.close();
    }
}
