package org.chainboard.jcuda;

import java.util.List;
import org.chainboard.engine.lower.Product;

/** What the card is asked to do next. */
sealed interface Step {
    /** Starts a kernel. */
    record Call(Kernel kernel, Grid grid, List<Argument> arguments) implements Step {}

    /**
     * A matrix product of cuBLAS.
     *
     * @param a the place of the first factor
     * @param b the place of the second
     * @param out the place of the result
     * @param added whether the product is added to what lies there
     */
    record Gemm(Product product, int a, int b, int out, boolean added) implements Step {}
}
