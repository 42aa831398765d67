package org.chainboard.engine.backend.jvm;

import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/** A large matrix product: B's panels first, then the blocks of C, both shared out among threads. */
final class DoubleVectorMultiply implements DoubleKernel {
    /** Multiplications from which on B is copied to panels. */
    private static final long LARGE = 1L << 19;
    /** Multiplications from which on threads pay: what one has written another gets at 10 ns a line of the cache. */
    private static final long SHARED = 1L << 24;

    private final Workers workers;
    private final Product product;
    private final int a;
    private final int b;
    private final int bias;
    private final int c;
    private final int panels;
    private final int starts;
    /** Made once: a step leaves nothing to the garbage collector. */
    private final Workers.Piece take = this::take;

    private final Workers.Piece block = this::block;

    private double[] m;

    /** Of A at {@code a} with B at {@code b}; each row of C at {@code c} begins with a number at {@code bias}. */
    DoubleVectorMultiply(Workers workers, Product product, int a, int b, int bias, int c, Layout layout) {
        this.workers = workers;
        this.product = product;
        this.a = a;
        this.b = b;
        this.bias = bias;
        this.c = c;
        this.panels = layout.room(DoubleVectorPanels.room(product));
        this.starts = layout.room(DoubleVectorPanels.starts() * workers.count());
    }

    /** Whether a product is large enough. */
    static boolean isWorth(Product p) {
        return p.size() >= LARGE && DoubleVectorPanels.fits(p);
    }

    @Override
    public void run(double[] m) {
        this.m = m;
        int count = DoubleVectorPanels.count(product);
        int blocks = DoubleVectorPanels.blocks(product);
        if (product.size() >= SHARED) {
            workers.run(count, take);
            workers.run(blocks, block);
            return;
        }
        for (int i = 0; i < count; i++) {
            take(i, 0);
        }
        for (int i = 0; i < blocks; i++) {
            block(i, 0);
        }
    }

    private void take(int number, int thread) {
        DoubleVectorPanels.take(m, product, b, number, panels);
    }

    private void block(int number, int thread) {
        int own = starts + thread * DoubleVectorPanels.starts();
        DoubleVectorPanels.block(m, product, a, panels, bias, c, number, own);
    }
}
