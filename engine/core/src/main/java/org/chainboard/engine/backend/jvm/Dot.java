package org.chainboard.engine.backend.jvm;

import org.chainboard.engine.lower.Product;

/**
 * Where a product of rows with rows has its factors, and where its results go.
 *
 * @param bias what is added to each row of the product; negative for nothing
 * @param sums where the sums of A's rows go; negative where nobody asks for them
 */
record Dot(Product product, int a, int b, int bias, int c, int sums) {
    /** Numbers of the product. */
    int count() {
        return product.rows() * product.columns();
    }

    /** Numbers of the product and of the sums beside it. */
    int all() {
        return sums < 0 ? count() : count() + product.rows();
    }
}
