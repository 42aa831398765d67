package org.chainboard.engine.op;

import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/**
 * What makes many numbers into one, along some axes or all of them: one row each. Axes count from 0; without any, all are
 * meant. Names and defaults are Julia's.
 */
public enum Reduction {
    /** 0 where there is nothing to add up. */
    SUM((x, to) -> x.sumTo(to)),
    /** The sum over the count; 0 where there is nothing. */
    MEAN((x, to) -> x.sumTo(to).div(Math.max(1, count(x, to)))),
    /** 1 where there is nothing. The slope is right where numbers are 0, and so are higher ones. */
    PROD(Reduction::product),
    /** -∞ where there is nothing; several that are largest share the slope equally. */
    MAXIMUM((x, to) -> x.maxTo(to)),
    /** +∞ where there is nothing; several that are smallest share the slope equally. */
    MINIMUM((x, to) -> x.neg().maxTo(to).neg()),
    /** The variance of a sample, Julia's {@code corrected=true}: over count - 1, so NaN of a single number. */
    VAR((x, to) -> variance(x, to, 1)),
    /** The variance of all there is, Julia's {@code corrected=false}: over the count. */
    VAR_UNCORRECTED((x, to) -> variance(x, to, 0)),
    /** The root of {@link #VAR}; where all numbers are equal the slope is taken as 0. */
    STD((x, to) -> deviation(x, to, 1)),
    /** The root of {@link #VAR_UNCORRECTED}; where all numbers are equal the slope is taken as 0. */
    STD_UNCORRECTED((x, to) -> deviation(x, to, 0)),
    /** The root of the sum of the squares, without overflow on the way; where all are 0 the slope is taken as 0. */
    NORM(Reduction::norm),
    /** log(sum(exp(x))), without overflow on the way; -∞ where there is nothing. */
    LOGSUMEXP(Reduction::logsumexp);

    private interface Formula {
        /** @param to the size of the result: that of x, with 1 along the axes that are reduced, or a scalar */
        Var apply(Var x, Shape to);
    }

    private final Formula formula;

    Reduction(Formula formula) {
        this.formula = formula;
    }

    /** Along {@code axes}, which go; without any, a scalar. */
    public Var of(Var x, int... axes) {
        if (axes.length == 0) {
            return formula.apply(x, Shape.scalar());
        }
        Shape kept = kept(x.shape(), axes);
        boolean[] goes = new boolean[kept.rank()];
        for (int axis : axes) {
            goes[axis] = true;
        }
        Shape dropped = kept;
        for (int axis = kept.rank() - 1; axis >= 0; axis--) {
            dropped = goes[axis] ? dropped.without(axis) : dropped;
        }
        return formula.apply(x, kept).reshape(dropped);
    }

    /** Along {@code axes}, which stay with size 1; without any, along all. */
    public Var kept(Var x, int... axes) {
        Shape ones = x.shape();
        for (int axis = 0; axis < ones.rank(); axis++) {
            ones = ones.with(axis, 1);
        }
        return formula.apply(x, axes.length == 0 ? ones : kept(x.shape(), axes));
    }

    private static Shape kept(Shape shape, int... axes) {
        Shape kept = shape;
        for (int axis : axes) {
            if (axis < 0 || axis >= shape.rank()) {
                throw new ShapeException("an array of size " + shape + " has no axis " + axis + "; axes count from 0");
            }
            kept = kept.with(axis, 1);
        }
        return kept;
    }

    private static int count(Var x, Shape to) {
        return to.size() == 0 ? 0 : x.shape().size() / to.size();
    }

    /**
     * Halves are multiplied with each other until one number is left. Only products take part, so no derivative divides
     * by a number that may be 0, and n numbers take about 2 log n steps.
     */
    private static Var product(Var x, Shape to) {
        int count = count(x, to);
        Var rest = rows(x, to).reshape(Shape.of(to.size(), count));
        for (int n = count; n > 1; n = (n + 1) / 2) {
            int half = n / 2;
            Var halves = rest.slice(1, 0, half).mul(rest.slice(1, half, 2 * half));
            rest = n % 2 == 0 ? halves : Var.concat(1, halves, rest.slice(1, 2 * half, n));
        }
        return count == 0 ? x.like(1).expand(to) : rest.reshape(to);
    }

    /** The axes that go moved to the end. */
    private static Var rows(Var x, Shape to) {
        int rank = x.shape().rank();
        int[] order = new int[rank];
        int next = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int axis = 0; axis < rank; axis++) {
                boolean goes = axis >= to.rank() || to.dim(axis) != x.shape().dim(axis);
                if (goes == (pass == 1)) {
                    order[next++] = axis;
                }
            }
        }
        return to.rank() == 0 ? x : x.permute(order);
    }

    private static Var centred(Var x, Shape to) {
        return x.sub(MEAN.formula.apply(x, to).expand(x.shape()));
    }

    private static Var variance(Var x, Shape to, int correction) {
        return centred(x, to).square().sumTo(to).div(Math.max(0, count(x, to) - correction));
    }

    private static Var deviation(Var x, Shape to, int correction) {
        return norm(centred(x, to), to).div(Math.sqrt(Math.max(0, count(x, to) - correction)));
    }

    /**
     * Divided first by a power of 2 near the largest, which changes no digit. The power comes out of a floor and has no
     * slope; it cancels, so the slope is right without.
     */
    private static Var norm(Var x, Shape to) {
        Var largest = x.abs().maxTo(to);
        // the largest of nothing is -∞
        Var zero = largest.lessOrEqual(largest.like(0));
        double most = x.dtype() == DType.F64 ? Double.MAX_EXPONENT - 1 : Float.MAX_EXPONENT - 1;
        Var exponent = Var.where(zero, largest.like(1), largest)
                .log()
                .div(Math.log(2))
                .floor()
                .clamp(-most, most);
        Var scale = exponent.like(2).pow(exponent);
        Var squares = x.div(scale.expand(x.shape())).square().sumTo(to);
        Var root = Var.where(zero, squares.like(1), squares).sqrt().mul(scale);
        return Var.where(zero, root.like(0), root);
    }

    /** Less the whole part of the largest, which is taken into the range of finite numbers, so that no ∞ - ∞ happens. */
    private static Var logsumexp(Var x, Shape to) {
        double most = x.dtype() == DType.F64 ? Double.MAX_VALUE : Float.MAX_VALUE;
        Var largest = x.maxTo(to).floor().clamp(-most, most);
        return x.sub(largest.expand(x.shape())).exp().sumTo(to).log().add(largest);
    }
}
