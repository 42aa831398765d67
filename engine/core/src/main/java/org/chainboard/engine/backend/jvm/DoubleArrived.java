package org.chainboard.engine.backend.jvm;

import java.util.List;
import org.chainboard.engine.lower.Product;

/**
 * What comes after products that leave out terms in which what arrives is 0, once they have been made as ordinary ones:
 * where one of their numbers may be NaN, those that are NaN are made again as they are defined.
 */
final class DoubleArrived implements DoubleKernel {
    private final DoubleMath math;
    private final Arrived[] products;
    private final int[] told;
    private final int[] counts;

    DoubleArrived(DoubleMath math, List<Arrived> products) {
        this.math = math;
        this.products = products.toArray(Arrived[]::new);
        this.told = products.stream().mapToInt(Arrived::told).toArray();
        this.counts = products.stream().mapToInt(Arrived::count).toArray();
    }

    @Override
    public void run(double[] m) {
        for (int i = 0; i < told.length; i++) {
            if (!math.allFinite(m, told[i], counts[i])) {
                again(m, products[i]);
            }
        }
    }

    private static void again(double[] m, Arrived arrived) {
        Product p = arrived.product();
        for (int row = 0; row < p.rows(); row++) {
            for (int column = 0; column < p.columns(); column++) {
                int at = arrived.c() + row * p.columns() + column;
                if (Double.isNaN(m[at])) {
                    m[at] = sum(m, arrived, row, column);
                }
            }
        }
    }

    /** A sum that has become NaN stays so. */
    private static double sum(double[] m, Arrived arrived, int row, int column) {
        Product p = arrived.product();
        boolean first = arrived.arriving().first();
        boolean second = arrived.arriving().second();
        int a = arrived.a() + row * p.aRow();
        int b = arrived.b() + column * p.bStep();
        double sum = arrived.bias() < 0 ? 0 : m[arrived.bias() + row];
        for (int k = 0; k < p.inner() && !Double.isNaN(sum); k++) {
            double x = m[a + k * p.aStep()];
            double y = m[b + k * p.bRow()];
            boolean leftOut = first && x == 0 || second && y == 0;
            sum += leftOut ? 0 : x * y;
        }
        return (double) sum;
    }
}
