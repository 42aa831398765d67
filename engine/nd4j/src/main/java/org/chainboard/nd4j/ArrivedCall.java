package org.chainboard.nd4j;

import org.chainboard.engine.lower.Product;
import org.chainboard.engine.op.MatMul;

/**
 * What comes after a matrix product that leaves out terms in which what arrives is 0, once ND4J has made it as an ordinary
 * one: numbers that are NaN are made again as they are defined.
 */
final class ArrivedCall implements Call {
    private final Product product;
    private final MatMul.Arriving arriving;
    private final Numbers a;
    private final Numbers b;
    private final Numbers c;
    /** Numbers that say, by being finite all, that the ordinary product is right. */
    private final Numbers told;

    private final int count;

    ArrivedCall(MatMul op, Operands to) {
        this.product = Product.of(op, to.shape(0), to.result());
        this.arriving = op.arriving();
        this.a = to.in(0).numbers();
        this.b = to.in(1).numbers();
        this.c = to.out().numbers();
        int other = arriving.first() ? 1 : 0;
        boolean fewer = arriving != MatMul.Arriving.BOTH && to.shape(other).size() < to.size();
        this.told = fewer ? to.in(other).numbers() : c;
        this.count = fewer ? to.shape(other).size() : to.size();
    }

    @Override
    public void run() {
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(told.get(i))) {
                again();
                return;
            }
        }
    }

    private void again() {
        for (int i = 0; i < product.rows() * product.columns(); i++) {
            if (Double.isNaN(c.get(i))) {
                c.put(i, sum(i / product.columns(), i % product.columns()));
            }
        }
    }

    /** A sum that has become NaN stays so. */
    private double sum(int row, int column) {
        double sum = 0;
        for (int k = 0; k < product.inner() && !Double.isNaN(sum); k++) {
            double x = a.get((long) row * product.aRow() + (long) k * product.aStep());
            double y = b.get((long) k * product.bRow() + (long) column * product.bStep());
            boolean leftOut = arriving.first() && x == 0 || arriving.second() && y == 0;
            sum += leftOut ? 0 : x * y;
        }
        return sum;
    }
}
