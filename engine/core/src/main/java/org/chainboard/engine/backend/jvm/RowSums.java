package org.chainboard.engine.backend.jvm;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Product;
import org.chainboard.engine.lower.Schedule;

/**
 * Sums of rows that can be made beside a product of the same rows: the gradient of a bias is the sum over the batch of what
 * the gradient of the weights multiplies.
 */
final class RowSums {
    private RowSums() {}

    /** For each product that {@code takes} says can do it, the sums that come later in {@code groups} and go with it. */
    static Map<Cell, Cell> beside(List<Schedule.Group> groups, Predicate<Product> takes) {
        Map<Cell, Cell> products = new IdentityHashMap<>();
        Map<Cell, Cell> beside = new HashMap<>();
        for (Schedule.Group group : groups) {
            Cell cell = group.cells().get(0);
            if (cell.kind() instanceof Cell.Multiply multiply && takes.test(multiply.product())) {
                products.putIfAbsent(cell.input(0), cell);
            } else if (cell.kind() instanceof Cell.Matrix matrix && matrix.code() == Cell.MatrixCode.ROW_SUMS) {
                Cell product = products.get(cell.input(0));
                if (product != null && fits(((Cell.Multiply) product.kind()).product(), matrix)) {
                    beside.putIfAbsent(product, cell);
                }
            }
        }
        return beside;
    }

    private static boolean fits(Product product, Cell.Matrix matrix) {
        return product.rows() == matrix.rows() && product.inner() == matrix.columns();
    }
}
