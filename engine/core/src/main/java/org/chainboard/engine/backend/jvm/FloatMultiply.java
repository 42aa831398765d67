package org.chainboard.engine.backend.jvm;

import java.util.List;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/** A large matrix product, made panel by panel, which threads share out. */
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
    private final int apart;
    /** Made once: a step leaves nothing to the garbage collector. */
    private final Workers.Piece panel = this::panel;

    private float[] m;

    private FloatMultiply(FloatMath math, Workers workers, Cell cell, Product product, Layout layout) {
        this.math = math;
        this.workers = workers;
        this.product = product;
        this.a = layout.of(cell.input(0));
        this.b = layout.of(cell.input(1));
        this.bias = biasOf(cell, product, layout);
        this.out = layout.of(cell);
        this.panels = math.panels(product);
        this.apart = math.apart(product);
        this.workSize = math.work(product);
        this.work = layout.room(workSize * workers.count());
    }

    /** Rows without one begin with zeros, which nobody ever changes: so the loops need not ask. */
    private static int biasOf(Cell cell, Product product, Layout layout) {
        return cell.inputs().size() > 2 ? layout.of(cell.input(2)) : layout.room(product.rows());
    }

    /** What makes the product that is {@code cell}, in order. */
    static List<FloatKernel> kernels(FloatMath math, Workers workers, Cell cell, Product product, Layout layout) {
        if (math.panels(product) > 0) {
            return List.of(new FloatMultiply(math, workers, cell, product, layout));
        }
        return math.multiply(
                product,
                layout.of(cell.input(0)),
                layout.of(cell.input(1)),
                biasOf(cell, product, layout),
                layout.of(cell),
                layout.room(math.work(product)));
    }

    @Override
    public void run(float[] m) {
        int together = product.size() < SHARED ? 0 : apart;
        if (together > 0) {
            this.m = m;
            workers.run(together, panel);
        }
        // one that overlaps the one before it has to wait for it
        for (int i = together; i < panels; i++) {
            math.panel(m, product, a, b, bias, out, i, work);
        }
    }

    private void panel(int number, int thread) {
        math.panel(m, product, a, b, bias, out, number, work + thread * workSize);
    }
}
