package org.chainboard.engine.layer;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;

/** The formulas of {@link Init}, which says where each comes from. */
final class Recipes {
    private static final String GAIN = "gain";
    /** A range so unlikely that drawing until it is met would take for ever. */
    private static final int PATIENCE = 1_000_000;

    private Recipes() {}

    static double[] each(Shape shape, DoubleSupplier next) {
        double[] drawn = new double[shape.size()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = next.getAsDouble();
        }
        return drawn;
    }

    static double[] glorotUniform(Rng rng, Shape shape, Map<String, Double> numbers) {
        double bound = Math.sqrt(6.0 / (fanIn(shape) + fanOut(shape))) * numbers.get(GAIN);
        return each(shape, () -> rng.uniform(-bound, bound));
    }

    static double[] glorotNormal(Rng rng, Shape shape, Map<String, Double> numbers) {
        double deviation = Math.sqrt(2.0 / (fanIn(shape) + fanOut(shape))) * numbers.get(GAIN);
        return each(shape, () -> rng.normal() * deviation);
    }

    static double[] kaimingUniform(Rng rng, Shape shape, Map<String, Double> numbers) {
        double bound = Math.sqrt(6.0 / fanIn(shape)) * (numbers.get(GAIN) / Math.sqrt(2));
        return each(shape, () -> rng.uniform(-bound, bound));
    }

    static double[] kaimingNormal(Rng rng, Shape shape, Map<String, Double> numbers) {
        double deviation = Math.sqrt(2.0 / fanIn(shape)) * (numbers.get(GAIN) / Math.sqrt(2));
        return each(shape, () -> rng.normal() * deviation);
    }

    static double[] lecunNormal(Rng rng, Shape shape, Map<String, Double> numbers) {
        double deviation = Math.sqrt(1.0 / fanIn(shape));
        return each(shape, () -> within(rng, 0, deviation, -2, 2));
    }

    static double[] truncatedNormal(Rng rng, Shape shape, Map<String, Double> numbers) {
        double mean = numbers.get("mean");
        double deviation = numbers.get("std");
        double low = numbers.get("lo");
        double high = numbers.get("hi");
        return each(shape, () -> within(rng, mean, deviation, low, high));
    }

    private static double within(Rng rng, double mean, double deviation, double low, double high) {
        for (int i = 0; i < PATIENCE; i++) {
            double drawn = mean + deviation * rng.normal();
            if (drawn >= low && drawn <= high) {
                return drawn;
            }
        }
        throw new IllegalArgumentException("a normal number with mean " + mean + " and deviation " + deviation
                + " practically never lies between " + low + " and " + high);
    }

    /** Orthonormal columns of a tall matrix of normal numbers; of a wide one, those of its transpose. */
    static double[] orthogonal(Rng rng, Shape shape, Map<String, Double> numbers) {
        if (shape.rank() < 2) {
            throw new ShapeException("orthogonal needs a matrix, or an array of more axes, got size " + shape);
        }
        int columns = shape.dim(shape.rank() - 1);
        int rows = columns == 0 ? 0 : shape.size() / columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        double[][] basis = new double[count][length];
        double[] tall = each(Shape.of(length, count), rng::normal);
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < length; i++) {
                basis[k][i] = tall[i * count + k];
            }
            straighten(basis, k);
        }
        double gain = numbers.get(GAIN);
        double[] drawn = new double[shape.size()];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double entry = rows >= columns ? basis[column][row] : basis[row][column];
                drawn[row * columns + column] = gain * entry;
            }
        }
        return drawn;
    }

    /** Gram-Schmidt, twice, because once leaves too much where vectors nearly agree (Kahan's rule). */
    private static void straighten(double[][] basis, int k) {
        for (int pass = 0; pass < 2; pass++) {
            for (int before = 0; before < k; before++) {
                double share = dot(basis[before], basis[k]);
                for (int i = 0; i < basis[k].length; i++) {
                    basis[k][i] -= share * basis[before][i];
                }
            }
            double length = Math.sqrt(dot(basis[k], basis[k]));
            for (int i = 0; i < basis[k].length; i++) {
                basis[k][i] /= length;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double[] sparse(Rng rng, Shape shape, Map<String, Double> numbers) {
        if (shape.rank() != 2) {
            throw new ShapeException("sparse_init needs a matrix, got size " + shape);
        }
        int rows = shape.dim(0);
        int columns = shape.dim(1);
        double deviation = numbers.get("std");
        double[] drawn = each(shape, () -> rng.normal() * deviation);
        int zeros = (int) Math.ceil(Math.min(1, numbers.get("sparsity")) * rows);
        for (int column = 0; column < columns; column++) {
            int[] order = rng.permutation(rows);
            for (int i = 0; i < zeros; i++) {
                drawn[order[i] * columns + column] = 0;
            }
        }
        return drawn;
    }

    /** Of more than two axes, the identity in the middle of the first ones, as for a convolution. */
    static double[] identity(Rng rng, Shape shape, Map<String, Double> numbers) {
        double[] made = new double[shape.size()];
        if (shape.rank() < 2) {
            return made;
        }
        int[] strides = shape.strides();
        int rank = shape.rank();
        int middle = 0;
        for (int axis = 0; axis < rank - 2; axis++) {
            middle += (shape.dim(axis) - 1) / 2 * strides[axis];
        }
        for (int i = 0; i < Math.min(shape.dim(rank - 2), shape.dim(rank - 1)); i++) {
            made[middle + i * (strides[rank - 2] + strides[rank - 1])] = numbers.get(GAIN);
        }
        return made;
    }

    /** Numbers that one output is computed from; a vector counts as a matrix of one column. */
    private static int fanIn(Shape shape) {
        int rank = shape.rank();
        return switch (rank) {
            case 0, 1 -> 1;
            case 2 -> shape.dim(1);
            default -> window(shape) * shape.dim(rank - 2);
        };
    }

    /** Numbers that one input goes into. */
    private static int fanOut(Shape shape) {
        int rank = shape.rank();
        return switch (rank) {
            case 0 -> 1;
            case 1, 2 -> shape.dim(0);
            default -> window(shape) * shape.dim(rank - 1);
        };
    }

    private static int window(Shape shape) {
        int window = 1;
        for (int axis = 0; axis < shape.rank() - 2; axis++) {
            window *= shape.dim(axis);
        }
        return window;
    }
}
