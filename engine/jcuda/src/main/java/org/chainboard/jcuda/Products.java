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
    /** The pieces that compute {@code cell}, which is {@code multiply}; a third input is added to each row. */
    List<Piece> of(Cell cell, Cell.Multiply multiply, Layout layout);

    /** Which factors are such that terms in which they are 0 are left out, as the kernels take it. */
    static int arriving(Cell.Multiply multiply) {
        return (multiply.arriving().first() ? 1 : 0) + (multiply.arriving().second() ? 2 : 0);
    }

    /**
     * With cuBLAS, which sees a matrix that lies row by row as its transpose. What is added to the rows is there before
     * the product comes to it. Where terms are to be left out, a kernel of ours looks at what cuBLAS has made.
     */
    static List<Piece> cublas(Cell cell, Cell.Multiply multiply, Layout layout) {
        Product product = multiply.product();
        int a = layout.of(cell.input(0));
        int b = layout.of(cell.input(1));
        int out = layout.of(cell);
        boolean biased = cell.inputs().size() > 2;
        int bias = biased ? layout.of(cell.input(2)) : -1;
        Set<Integer> reads = new HashSet<>(List.of(a, b));
        List<Piece> pieces = new ArrayList<>();
        if (biased) {
            Grid grid = Grid.over(cell.size());
            Work fill = Work.single(Kernel.FILL_ROWS, grid, bias, out, product.rows(), product.columns());
            pieces.add(new Piece(fill, Set.of(bias), Set.of(out)));
            reads.add(out);
        }
        pieces.add(new Piece(Work.multiply(product, a, b, out, biased), reads, Set.of(out)));
        if (multiply.leavesOut()) {
            Set<Integer> all = new HashSet<>(Set.of(out));
            cell.inputs().forEach(input -> all.add(layout.of(input)));
            pieces.add(new Piece(Work.again(product, arriving(multiply), a, b, bias, out), all, Set.of(out)));
        }
        return pieces;
    }

    /**
     * With the kernels that are built in.
     *
     * @param processors multiprocessors of the card, all of which should have something to do
     */
    static Products builtIn(int processors) {
        return (cell, multiply, layout) ->
                new Tiling(multiply.product(), processors).pieces(cell, arriving(multiply), layout);
    }
}
