package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chainboard.engine.lower.Cell;
import org.chainboard.engine.lower.Layout;
import org.chainboard.engine.lower.Product;

/** How matrix products are made. */
interface Products {
    /** The pieces that compute {@code cell}; a third input is added to each row. */
    List<Piece> of(Cell cell, Product product, Layout layout);

    /**
     * With cuBLAS, which sees a matrix that lies row by row as its transpose. What is added to the rows is there before
     * the product comes to it.
     */
    static List<Piece> cublas(Cell cell, Product product, Layout layout) {
        int a = layout.of(cell.input(0));
        int b = layout.of(cell.input(1));
        int out = layout.of(cell);
        boolean biased = cell.inputs().size() > 2;
        Set<Integer> reads = new HashSet<>(List.of(a, b));
        List<Piece> pieces = new ArrayList<>();
        if (biased) {
            int bias = layout.of(cell.input(2));
            Grid grid = Grid.over(cell.size());
            Work fill = Work.single(Kernel.FILL_ROWS, grid, bias, out, product.rows(), product.columns());
            pieces.add(new Piece(fill, Set.of(bias), Set.of(out)));
            reads.add(out);
        }
        pieces.add(new Piece(Work.multiply(product, a, b, out, biased), reads, Set.of(out)));
        return pieces;
    }

    /**
     * With the kernels that are built in.
     *
     * @param processors multiprocessors of the card, all of which should have something to do
     */
    static Products builtIn(int processors) {
        return (cell, product, layout) -> new Tiling(product, processors).pieces(cell, layout);
    }
}
