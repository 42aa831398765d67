package org.chainboard.engine.backend.jvm;

import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/** A matrix product; a large one is made panel by panel, which threads share out. */
final class FloatMultiply implements FloatKernel {
    /** Multiplications from which on threads are worth waking. */
    private static final long SHARED = 1L << 21;

    private final FloatMath math;
    private final Workers workers;
    private final Product product;
    private final int a;
    private final int b;
    private final int bias;
    private final int out;
    private final int work;
    private final int workSize;
    private final int panels;

    FloatMultiply(FloatMath math, Workers workers, Cell cell, Product product, Layout layout) {
        this.math = math;
        this.workers = workers;
        this.product = product;
        this.a = layout.of(cell.input(0));
        this.b = layout.of(cell.input(1));
        this.bias = cell.inputs().size() > 2 ? layout.of(cell.input(2)) : -1;
        this.out = layout.of(cell);
        this.panels = math.panels(product);
        this.workSize = math.work(product);
        this.work = layout.room(workSize * (panels > 0 ? workers.count() : 1));
    }

    @Override
    public void run(float[] m) {
        if (panels == 0) {
            math.multiply(m, product, a, b, bias, out, work);
            return;
        }
        // The last panel may overlap the one before it, so it has to wait.
        int free = panels - 1;
        if (product.size() < SHARED) {
            for (int i = 0; i < free; i++) {
                math.panel(m, product, a, b, bias, out, i, work);
            }
        } else {
            workers.run(
                    free,
                    (number, thread) -> math.panel(m, product, a, b, bias, out, number, work + thread * workSize));
        }
        math.panel(m, product, a, b, bias, out, free, work);
    }
}
