package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/**
 * How a product is shared out: large tiles where even they are enough for all multiprocessors, else small ones; where
 * these are too few as well, several blocks for each tile add up a part of the inner axis each.
 */
record Tiling(Kernel kernel, int tile, int splits, Product product) {
    private static final int SMALL = 32;
    private static final int LARGE = 64;

    /** A shorter inner axis is not worth a second launch. */
    private static final int LONG = 256;

    /** Of the inner axis for each block at least. */
    private static final int LEAST = 64;

    Tiling(Product product, int processors) {
        this(
                tiles(product, LARGE) >= processors ? Kernel.MATMUL_LARGE : Kernel.MATMUL,
                tiles(product, LARGE) >= processors ? LARGE : SMALL,
                splits(product, processors),
                product);
    }

    private static long tiles(Product product, int side) {
        return (long) Grid.blocks(product.rows(), side) * Grid.blocks(product.columns(), side);
    }

    private static int splits(Product product, int processors) {
        long tiles = tiles(product, SMALL);
        if (product.inner() < LONG || tiles(product, LARGE) >= processors) {
            return 1;
        }
        return (int) Math.max(1, Math.min(processors / tiles, product.inner() / LEAST));
    }

    /** @param arriving as kernel {@code matmul} takes it */
    List<Piece> pieces(Cell cell, int arriving, Layout layout) {
        int a = layout.of(cell.input(0));
        int b = layout.of(cell.input(1));
        boolean biased = cell.inputs().size() > 2;
        int bias = biased ? layout.of(cell.input(2)) : -1;
        int out = layout.of(cell);
        int rows = product.rows();
        int columns = product.columns();
        int partials = splits > 1 ? layout.room(Math.multiplyExact(splits, cell.size())) : out;
        Grid grid = new Grid(Grid.blocks(columns, tile), Grid.blocks(rows, tile), splits, 0);
        Work work = Work.single(
                kernel,
                grid,
                a,
                b,
                bias,
                out,
                rows,
                columns,
                product.inner(),
                product.aRow(),
                product.aStep(),
                product.bRow(),
                product.bStep(),
                splits,
                partials,
                arriving);
        Set<Integer> reads = new HashSet<>(List.of(a, b));
        Set<Integer> biases = biased ? Set.of(bias) : Set.of();
        List<Piece> pieces = new ArrayList<>();
        if (splits == 1) {
            reads.addAll(biases);
            return List.of(new Piece(work, reads, Set.of(out)));
        }
        pieces.add(new Piece(work, reads, Set.of(partials)));
        Set<Integer> parts = new HashSet<>(biases);
        parts.add(partials);
        Work end = Work.single(Kernel.MATMUL_END, Grid.over(cell.size()), partials, bias, out, rows, columns, splits);
        pieces.add(new Piece(end, parts, Set.of(out)));
        return pieces;
    }
}
