package org.chainboard.engine.tensor;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * An immutable array of numbers on the host: a {@link Shape}, a {@link DType} and the numbers, row by row.
 *
 * <p>Numbers are read as doubles whatever the type; a float32 tensor gives each float exactly.
 */
public final class Tensor {
    private final Shape shape;
    private final DType dtype;
    /** {@code float[]} or {@code double[]}, as {@link #dtype} says. */
    private final Object data;

    private Tensor(Shape shape, DType dtype, Object data) {
        this.shape = shape;
        this.dtype = dtype;
        this.data = data;
    }

    /** A float64 scalar. */
    public static Tensor scalar(double value) {
        return of(Shape.scalar(), DType.F64, value);
    }

    /** A float64 vector. */
    public static Tensor vector(double... values) {
        return of(Shape.of(values.length), DType.F64, values);
    }

    /** A float64 matrix from its rows. @throws ShapeException when the rows differ in length */
    public static Tensor matrix(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] flat = new double[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            if (rows[r].length != columns) {
                throw new ShapeException("row " + r + " has " + rows[r].length + " numbers, row 0 has " + columns);
            }
            System.arraycopy(rows[r], 0, flat, r * columns, columns);
        }
        return of(Shape.of(rows.length, columns), DType.F64, flat);
    }

    /** A float64 array with three axes. @throws ShapeException when the matrices differ in size */
    public static Tensor block(double[][][] matrices) {
        int rows = matrices.length == 0 ? 0 : matrices[0].length;
        double[][] all = new double[matrices.length * rows][];
        for (int i = 0; i < all.length; i++) {
            double[][] matrix = matrices[i / rows];
            if (matrix.length != rows) {
                throw new ShapeException(
                        "matrix " + i / rows + " has " + matrix.length + " rows, matrix 0 has " + rows);
            }
            all[i] = matrix[i % rows];
        }
        Tensor flat = matrix(all);
        return flat.reshape(Shape.of(matrices.length, rows, flat.shape.dim(1)));
    }

    /** A float32 matrix from its rows. @throws ShapeException when the rows differ in length */
    public static Tensor matrix(float[][] rows) {
        double[][] exact = new double[rows.length][];
        for (int r = 0; r < rows.length; r++) {
            exact[r] = new double[rows[r].length];
            for (int c = 0; c < exact[r].length; c++) {
                exact[r][c] = rows[r][c];
            }
        }
        return matrix(exact).cast(DType.F32);
    }

    /** A tensor of {@code shape} holding a copy of {@code values}, each rounded to {@code dtype}. */
    public static Tensor of(Shape shape, DType dtype, double... values) {
        requireCount(shape, values.length);
        if (dtype == DType.F64) {
            return new Tensor(shape, dtype, values.clone());
        }
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return new Tensor(shape, dtype, floats);
    }

    /** A float32 tensor of {@code shape} holding a copy of {@code values}. */
    public static Tensor of(Shape shape, float... values) {
        requireCount(shape, values.length);
        return new Tensor(shape, DType.F32, values.clone());
    }

    /** A tensor with every element {@code value}. */
    public static Tensor full(Shape shape, DType dtype, double value) {
        double[] values = new double[shape.size()];
        Arrays.fill(values, value);
        return of(shape, dtype, values);
    }

    /** A tensor of zeros. */
    public static Tensor zeros(Shape shape, DType dtype) {
        return full(shape, dtype, 0);
    }

    private static void requireCount(Shape shape, int count) {
        if (shape.size() != count) {
            throw new ShapeException("a " + shape + " array holds " + shape.size() + " numbers, got " + count);
        }
    }

    /** The size. */
    public Shape shape() {
        return shape;
    }

    /** The precision. */
    public DType dtype() {
        return dtype;
    }

    /** Number of elements. */
    public int size() {
        return shape.size();
    }

    /** Element number {@code flat} in row-major order. */
    public double get(int flat) {
        return dtype == DType.F64 ? ((double[]) data)[flat] : ((float[]) data)[flat];
    }

    /** Element at (row, column) of a matrix. */
    public double get(int row, int column) {
        return get(row * shape.dim(1) + column);
    }

    /** The only element. @throws ShapeException when there is not exactly one */
    public double item() {
        if (size() != 1) {
            throw new ShapeException("expected a single number, got an array of size " + shape);
        }
        return get(0);
    }

    /** A fresh copy of the numbers, row by row. */
    public double[] toDoubles() {
        double[] copy = new double[size()];
        copyTo(copy, 0);
        return copy;
    }

    /** The rows of a matrix. */
    public double[][] toRows() {
        return rows(shape.dim(0), shape.dim(1), 0);
    }

    /** The matrices of an array with three axes. */
    public double[][][] toBlock() {
        double[][][] matrices = new double[shape.dim(0)][][];
        Arrays.setAll(matrices, i -> rows(shape.dim(1), shape.dim(2), i * shape.dim(1) * shape.dim(2)));
        return matrices;
    }

    private double[][] rows(int count, int length, int offset) {
        double[][] rows = new double[count][length];
        for (int i = 0; i < count * length; i++) {
            rows[i / length][i % length] = get(offset + i);
        }
        return rows;
    }

    /** The sum, element by element, of two arrays of one size and type; of float32 each sum is rounded. */
    public Tensor plus(Tensor other) {
        return combined(other, Double::sum);
    }

    /** The difference, element by element, of two arrays of one size and type. */
    public Tensor minus(Tensor other) {
        return combined(other, (a, b) -> a - b);
    }

    /** Every number times {@code factor}. */
    public Tensor times(double factor) {
        return combined(full(shape, dtype, factor), (a, b) -> a * b);
    }

    private Tensor combined(Tensor other, DoubleBinaryOperator function) {
        if (!shape.equals(other.shape) || dtype != other.dtype) {
            throw new ShapeException("arrays of one size and type are needed, got " + shape + " " + dtype + " and "
                    + other.shape + " " + other.dtype);
        }
        double[] numbers = new double[size()];
        Arrays.setAll(numbers, i -> function.applyAsDouble(get(i), other.get(i)));
        return of(shape, dtype, numbers);
    }

    /** Copies all numbers into {@code target} from {@code offset} on. */
    public void copyTo(double[] target, int offset) {
        if (dtype == DType.F64) {
            System.arraycopy((double[]) data, 0, target, offset, size());
            return;
        }
        float[] floats = (float[]) data;
        for (int i = 0; i < floats.length; i++) {
            target[offset + i] = floats[i];
        }
    }

    /** Copies all numbers into {@code target} from {@code offset} on, each rounded to a float. */
    public void copyTo(float[] target, int offset) {
        if (dtype == DType.F32) {
            System.arraycopy((float[]) data, 0, target, offset, size());
            return;
        }
        double[] doubles = (double[]) data;
        for (int i = 0; i < doubles.length; i++) {
            target[offset + i] = (float) doubles[i];
        }
    }

    /** The same numbers in {@code other} precision; this tensor when it has it already. */
    public Tensor cast(DType other) {
        return dtype == other ? this : of(shape, other, toDoubles());
    }

    /** The same numbers in the same order under another shape of the same size. */
    public Tensor reshape(Shape other) {
        requireCount(other, size());
        return new Tensor(other, dtype, data);
    }

    /** Whether no number is NaN or infinite. */
    public boolean isFinite() {
        for (int i = 0; i < size(); i++) {
            if (!Double.isFinite(get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Equal shape, type and bits; NaN equals NaN, 0.0 differs from -0.0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor
                && shape.equals(tensor.shape)
                && dtype == tensor.dtype
                && (dtype == DType.F64
                        ? Arrays.equals((double[]) data, (double[]) tensor.data)
                        : Arrays.equals((float[]) data, (float[]) tensor.data));
    }

    @Override
    public int hashCode() {
        int numbers = dtype == DType.F64 ? Arrays.hashCode((double[]) data) : Arrays.hashCode((float[]) data);
        return 31 * shape.hashCode() + numbers;
    }

    /** Size, type and the first few numbers. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(shape).append(' ').append(dtype).append(" [");
        for (int i = 0; i < Math.min(size(), 12); i++) {
            text.append(i == 0 ? "" : ", ").append(get(i));
        }
        return text.append(size() > 12 ? ", …]" : "]").toString();
    }
}
