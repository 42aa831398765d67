package org.chainboard.engine.op;

import java.util.List;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * The matrix product, with either factor read as its transpose where asked, so that no derivative has to move numbers:
 * for C = A B the gradients are G B' and A' G (Petersen and Pedersen, The Matrix Cookbook, 2012, section 2.4).
 */
public final class MatMul extends Rule {
    private final boolean firstTransposed;
    private final boolean secondTransposed;

    /** With either factor read as its transpose. */
    public MatMul(boolean firstTransposed, boolean secondTransposed) {
        this.firstTransposed = firstTransposed;
        this.secondTransposed = secondTransposed;
    }

    /** Whether the first factor is read as its transpose. */
    public boolean firstTransposed() {
        return firstTransposed;
    }

    /** Whether the second factor is read as its transpose. */
    public boolean secondTransposed() {
        return secondTransposed;
    }

    @Override
    public String label() {
        return "matmul";
    }

    @Override
    public Shape shape(List<Shape> inputs) {
        Shape a = inputs.get(0);
        Shape b = inputs.get(1);
        if (a.rank() != 2 || b.rank() != 2) {
            throw new ShapeException("a matrix product needs two matrices, got sizes " + a + " and " + b
                    + "; slice and reshape give matrices out of larger arrays");
        }
        int inner = a.dim(firstTransposed ? 0 : 1);
        int other = b.dim(secondTransposed ? 1 : 0);
        if (inner != other) {
            throw new ShapeException("a matrix product of " + written(a, firstTransposed) + " and "
                    + written(b, secondTransposed) + " does not fit: " + inner + " columns meet " + other + " rows");
        }
        return Shape.of(a.dim(firstTransposed ? 1 : 0), b.dim(secondTransposed ? 0 : 1));
    }

    private static String written(Shape shape, boolean transposed) {
        return transposed ? shape.dim(1) + "×" + shape.dim(0) : shape.toString();
    }

    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        Var a = in.get(0);
        Var b = in.get(1);
        if (input == 0) {
            return firstTransposed
                    ? b.matmul(upstream, secondTransposed, true)
                    : upstream.matmul(b, false, !secondTransposed);
        }
        return secondTransposed
                ? upstream.matmul(a, true, firstTransposed)
                : a.matmul(upstream, !firstTransposed, false);
    }

    @Override
    public String formula(List<String> operands) {
        return operands.get(0) + (firstTransposed ? "'" : "") + " · " + operands.get(1) + (secondTransposed ? "'" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatMul op
                && firstTransposed == op.firstTransposed
                && secondTransposed == op.secondTransposed;
    }

    @Override
    public int hashCode() {
        return 53 + (firstTransposed ? 1 : 0) + (secondTransposed ? 2 : 0);
    }
}
