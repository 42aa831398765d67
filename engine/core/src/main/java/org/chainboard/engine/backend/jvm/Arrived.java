package org.chainboard.engine.backend.jvm;

import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;
import org.chainboard.engine.op.MatMul;

/**
 * A product that leaves out terms in which what arrives is 0. It is made as an ordinary one first.
 *
 * @param bias what is added to each row of the product; negative for nothing
 */
record Arrived(Product product, MatMul.Arriving arriving, int a, int b, int bias, int c) {

    static Arrived of(Cell cell, Cell.Multiply multiply, Layout layout) {
        int bias = cell.inputs().size() > 2 ? layout.of(cell.input(2)) : -1;
        return new Arrived(
                multiply.product(),
                multiply.arriving(),
                layout.of(cell.input(0)),
                layout.of(cell.input(1)),
                bias,
                layout.of(cell));
    }

    /**
     * Where there are numbers that say, by being finite all, that the ordinary product is right: those of the factor that
     * does not arrive, for then 0 times any of them is 0; or, where these are no fewer, those of the product.
     */
    int told() {
        return count() == product.rows() * product.columns() ? c : arriving.first() ? b : a;
    }

    /** How many they are. */
    int count() {
        int all = product.rows() * product.columns();
        return switch (arriving) {
            case FIRST -> Math.min(all, product.inner() * product.columns());
            case SECOND -> Math.min(all, product.rows() * product.inner());
            default -> all;
        };
    }
}
