package org.chainboard.engine.lower;

import org.chainboard.engine.op.MatMul;
import org.chainboard.engine.tensor.Shape;

/**
 * The sizes of a matrix product C = A B. A's element in row i and column k lies i aRow + k aStep after its first one, B's
 * in row k and column j k bRow + j bStep; C lies row by row.
 */
public record Product(int rows, int columns, int inner, int aRow, int aStep, int bRow, int bStep) {
    /** Those of {@code op} with a first factor of size {@code a} and a result of size {@code out}. */
    public static Product of(MatMul op, Shape a, Shape out) {
        int rows = out.dim(0);
        int columns = out.dim(1);
        int inner = a.dim(op.firstTransposed() ? 0 : 1);
        return new Product(
                rows,
                columns,
                inner,
                op.firstTransposed() ? 1 : inner,
                op.firstTransposed() ? rows : 1,
                op.secondTransposed() ? 1 : columns,
                op.secondTransposed() ? inner : 1);
    }

    /** The same product for a B that lies column by column. */
    public Product withColumnsOfB() {
        return new Product(rows, columns, inner, aRow, aStep, 1, inner);
    }

    /** Multiplications. */
    public long size() {
        return (long) rows * columns * inner;
    }
}
