package org.chainboard.jcuda;

import java.util.List;
import org.chainboard.engine.lower.Product;

/** What a piece of a plan does on the card. */
sealed interface Work {
    /**
     * Element-wise instructions.
     *
     * @param code 8 numbers each, as kernel {@code run} takes them
     * @param slots how many of them each thread has in use at once
     * @param extent elements
     * @param when the place of a number that is 0 where nothing is to be done; -1 for always
     */
    record Run(int[] code, int slots, int extent, int when) implements Work {
        static final int WIDTH = 8;
        private static final int THREADS = 128;

        int count() {
            return code.length / WIDTH;
        }

        int blocks() {
            return Grid.blocks(extent, THREADS);
        }
    }

    /** All elements to one number, or to one for each of some blocks. @param row as kernel {@code fold} takes it */
    record Fold(int[] row, int blocks) implements Work {}

    /** What the blocks of a fold gave to one number. */
    record FoldEnd(int[] row) implements Work {}

    /** A look at a product that leaves out terms. @param row as kernel {@code matmul_again} takes it */
    record Again(int[] row, int blocks) implements Work {
        private static final int THREADS = 256;
        /** More would start much for nothing: mostly there is nothing to be made again. */
        private static final int MOST = 512;
    }

    /** A kernel that stands alone. */
    record Single(Step.Call call) implements Work {}

    /** A product by cuBLAS. */
    record Multiply(Step.Gemm gemm) implements Work {}

    /** A kernel with arguments that begin with the array. */
    static Work single(Kernel kernel, Grid grid, int... numbers) {
        Argument[] arguments = new Argument[numbers.length + 1];
        arguments[0] = Argument.Base.NUMBERS;
        for (int i = 0; i < numbers.length; i++) {
            arguments[i + 1] = Argument.of(numbers[i]);
        }
        return new Single(new Step.Call(kernel, grid, List.of(arguments)));
    }

    /** What cuBLAS needs to know of a product. */
    static Work multiply(Product product, int a, int b, int out, boolean added) {
        return new Multiply(new Step.Gemm(product, a, b, out, added));
    }

    /**
     * What comes after a product that was made as an ordinary one.
     *
     * @param arriving which factors are such that terms in which they are 0 are left out, as kernel {@code matmul} takes it
     * @param bias what has been added to each row; -1 for nothing
     */
    static Work again(Product p, int arriving, int a, int b, int bias, int out) {
        int[] row = {
            out, p.rows(), p.columns(), p.inner(), a, p.aRow(), p.aStep(), arriving, b, p.bRow(), p.bStep(), bias
        };
        int blocks = Math.min(Again.MOST, Grid.blocks((long) p.rows() * p.columns(), Again.THREADS));
        return new Again(row, blocks);
    }
}
