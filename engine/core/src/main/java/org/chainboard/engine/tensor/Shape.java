package org.chainboard.engine.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The size of an array along each axis, outermost first; axes count from 0. A scalar has no axes.
 *
 * <p>Data is features x batch, so {@code Shape.of(4, 32)} is a batch of 32 samples of 4 features.
 */
public final class Shape {
    private static final Shape SCALAR = new Shape(new int[0]);

    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        long product = 1;
        for (int dim : dims) {
            if (dim < 0) {
                throw new IllegalArgumentException("a size cannot be negative: " + Arrays.toString(dims));
            }
            product = Math.multiplyExact(product, (long) dim);
        }
        this.dims = dims;
        this.size = Math.toIntExact(product);
    }

    /** The shape with these sizes, outermost axis first. */
    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    /** The shape of a single number. */
    public static Shape scalar() {
        return SCALAR;
    }

    /** Number of axes. */
    public int rank() {
        return dims.length;
    }

    /** Number of elements. */
    public int size() {
        return size;
    }

    /** Size along {@code axis}. */
    public int dim(int axis) {
        return dims[axis];
    }

    /** A copy of the sizes. */
    public int[] dims() {
        return dims.clone();
    }

    /** Whether this is the shape of a single number. */
    public boolean isScalar() {
        return dims.length == 0;
    }

    /** This shape with the size along {@code axis} replaced. */
    public Shape with(int axis, int dim) {
        int[] changed = dims.clone();
        changed[axis] = dim;
        return new Shape(changed);
    }

    /** This shape without {@code axis}. */
    public Shape without(int axis) {
        int[] fewer = new int[dims.length - 1];
        for (int i = 0, k = 0; i < dims.length; i++) {
            if (i != axis) {
                fewer[k++] = dims[i];
            }
        }
        return of(fewer);
    }

    /** How far apart neighbours along each axis lie in the row-major array. */
    public int[] strides() {
        int[] strides = new int[dims.length];
        int step = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= dims[axis];
        }
        return strides;
    }

    /**
     * The size of along {@code axis} of this shape when it is stretched to {@code rank} axes: missing axes are added at
     * the end with size 1, as in Julia, so a vector {@code [n]} stands for a column of a matrix {@code n x batch}.
     */
    private int padded(int axis) {
        return axis < dims.length ? dims[axis] : 1;
    }

    /** Whether {@link #broadcast} of the two succeeds. */
    public static boolean canBroadcast(Shape a, Shape b) {
        for (int axis = 0; axis < Math.max(a.rank(), b.rank()); axis++) {
            int p = a.padded(axis);
            int q = b.padded(axis);
            if (p != q && p != 1 && q != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * The common shape of an element-wise operation. Axes are matched from the first on; a missing axis or one of size 1
     * is repeated. This is Julia's rule (and Flux's): a vector of n goes with a matrix n x batch as its column.
     *
     * @throws ShapeException when two sizes differ and neither is 1
     */
    public static Shape broadcast(Shape a, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        if (!canBroadcast(a, b)) {
            throw new ShapeException("sizes " + a + " and " + b + " do not go together element by element");
        }
        int[] out = new int[Math.max(a.rank(), b.rank())];
        for (int axis = 0; axis < out.length; axis++) {
            int p = a.padded(axis);
            int q = b.padded(axis);
            out[axis] = p == 1 ? q : p;
        }
        return of(out);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** {@code 2×5}; a scalar prints as {@code scalar}. */
    @Override
    public String toString() {
        if (isScalar()) {
            return "scalar";
        }
        return Arrays.stream(dims).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }
}
