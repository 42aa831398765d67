package org.chainboard.engine.backend.jvm;

import java.util.List;
import org.chainboard.engine.lower.Code;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/**
 * What the kernels are made of, on one array {@code m} that holds everything; all other arguments are places in it and
 * sizes. There is one with the Vector API and one without.
 */
abstract class FloatMath {
    /** Every value's room is a multiple of this, which is a multiple of every vector. */
    static final int ROOM = Layout.ROOM;

    /** What {@code code} does to a stretch. Each is called through this, so that each is compiled by itself. */
    abstract FloatLoop loop(Code code);

    /** What {@code code} does to a single element. */
    FloatLoop single(Code code) {
        return loop(code);
    }

    /** How {@code code} folds a stretch. */
    abstract FloatFold fold(Code code);

    /**
     * What makes the product C = A B, one after the other. In pieces, since each is compiled by itself, and the compiler
     * gives up on what is too large.
     *
     * @param bias what each row of C begins with
     */
    abstract List<FloatKernel> multiply(Product p, int a, int b, int bias, int c, int work);

    /** Whether a product of this size is better made by {@link #dots}: each result is a sum along two long rows. */
    abstract boolean alongRows(Product p);

    /** What makes some products of rows with rows, of which none needs another, one after the other. */
    abstract List<FloatKernel> dots(List<Dot> dots, int work);

    /** Room that {@link #dots} needs at {@code work}. */
    abstract int work(List<Dot> dots);

    /** What makes a product that is large enough for threads to share it, or for B to be copied; null for others. */
    abstract FloatKernel large(Product p, int a, int b, int bias, int c, Layout layout, Workers workers);

    /** Whether none of {@code n} numbers is infinite or NaN. */
    abstract boolean allFinite(float[] m, int a, int n);

    /**
     * Takes the elements {@code places} after {@code from}.
     *
     * @param room how many numbers may be written at {@code out}
     */
    abstract void gather(float[] m, int from, int[] places, int out, int n, int room);

    abstract void rowSums(float[] m, int a, int out, int rows, int columns, int work);

    abstract void columnSums(float[] m, int a, int out, int rows, int columns);

    abstract void columnMaxima(float[] m, int a, int out, int rows, int columns);

    /** Room that {@link #multiply} or {@link #rowSums} need at {@code work} for a product of this size. */
    abstract int work(Product p);
}
