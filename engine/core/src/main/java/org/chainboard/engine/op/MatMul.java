package org.chainboard.engine.op;

import java.util.List;
import java.util.Objects;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * The matrix product, with either factor read as its transpose where asked, so that no derivative has to move numbers:
 * for C = A B the gradients are G B' and A' G (Petersen and Pedersen, The Matrix Cookbook, 2012, section 2.4).
 *
 * <p>In these G is what arrives, and where it is 0 nothing goes on, as in {@link Binary#CHAIN}: the terms in which it is 0
 * are left out of the sums. That makes a difference only where the other factor is infinite or NaN, and there the ordinary
 * product is NaN. So a backend may make the ordinary product, and after it those numbers again, without such terms, that
 * came out as NaN.
 */
public final class MatMul extends Rule {
    private final boolean firstTransposed;
    private final boolean secondTransposed;
    private final Arriving arriving;

    /** Which factors are what arrives in a derivative: terms in which one of these is 0 are left out. */
    public enum Arriving {
        /** An ordinary product. */
        NONE,
        FIRST,
        SECOND,
        /** The one for what arrives, the other for what had arrived a derivative earlier. */
        BOTH;

        /** Whether the first factor is what arrives. */
        public boolean first() {
            return this == FIRST || this == BOTH;
        }

        /** Whether the second factor is what arrives. */
        public boolean second() {
            return this == SECOND || this == BOTH;
        }
    }

    /** With either factor read as its transpose. */
    public MatMul(boolean firstTransposed, boolean secondTransposed) {
        this(firstTransposed, secondTransposed, Arriving.NONE);
    }

    /** With either factor read as its transpose, and terms in which what is {@code arriving} is 0 left out. */
    public MatMul(boolean firstTransposed, boolean secondTransposed, Arriving arriving) {
        this.firstTransposed = firstTransposed;
        this.secondTransposed = secondTransposed;
        this.arriving = Objects.requireNonNull(arriving);
    }

    /** Whether the first factor is read as its transpose. */
    public boolean firstTransposed() {
        return firstTransposed;
    }

    /** Whether the second factor is read as its transpose. */
    public boolean secondTransposed() {
        return secondTransposed;
    }

    /** Which factors are what arrives in a derivative. */
    public Arriving arriving() {
        return arriving;
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

    /**
     * What arrives is {@code upstream}. Where this product leaves terms out because a factor had arrived as 0, it does not
     * depend on the other factor, so that one's gradient is without them too, whatever arrives.
     */
    @Override
    Var gradient(Inputs in, Var result, int input, Var upstream) {
        Var a = in.get(0);
        Var b = in.get(1);
        if (input == 0) {
            return firstTransposed
                    ? b.apply(new MatMul(secondTransposed, true, arriving(arriving.second(), false)), upstream)
                    : upstream.apply(new MatMul(false, !secondTransposed, arriving(arriving.second(), true)), b);
        }
        return secondTransposed
                ? upstream.apply(new MatMul(true, firstTransposed, arriving(arriving.first(), true)), a)
                : a.apply(new MatMul(!firstTransposed, false, arriving(arriving.first(), false)), upstream);
    }

    /** @param both whether the other factor had arrived a derivative earlier */
    private static Arriving arriving(boolean both, boolean upstreamFirst) {
        return both ? Arriving.BOTH : upstreamFirst ? Arriving.FIRST : Arriving.SECOND;
    }

    @Override
    public String formula(List<String> operands) {
        return operands.get(0) + (firstTransposed ? "'" : "") + " · " + operands.get(1) + (secondTransposed ? "'" : "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MatMul op
                && firstTransposed == op.firstTransposed
                && secondTransposed == op.secondTransposed
                && arriving == op.arriving;
    }

    @Override
    public int hashCode() {
        int factors = (arriving.first() ? 4 : 0) + (arriving.second() ? 8 : 0);
        return 53 + (firstTransposed ? 1 : 0) + (secondTransposed ? 2 : 0) + factors;
    }
}
