package org.chainboard.engine.data;

import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * Brings every row to mean 0 and deviation 1, and back: {@code (x - mean) / deviation}. Fitted on the training part
 * only, so that nothing of the test part is known beforehand; saved and exported with the model.
 *
 * @param mean one number per row
 * @param deviation one number per row, the square root of the mean squared distance from the mean; 1 for a row that
 *     never changes
 */
public record Standardiser(Tensor mean, Tensor deviation) {

    public Standardiser {
        mean = mean.cast(DType.F64);
        deviation = deviation.cast(DType.F64);
        if (mean.shape().rank() != 1 || !mean.shape().equals(deviation.shape())) {
            throw new ShapeException(
                    "one mean and one deviation per row, got " + mean.shape() + " and " + deviation.shape());
        }
    }

    /** One that changes nothing. */
    public static Standardiser identity(int rows) {
        Shape shape = Shape.of(rows);
        return new Standardiser(Tensor.zeros(shape, DType.F64), Tensor.full(shape, DType.F64, 1));
    }

    /**
     * The one that standardises these samples.
     *
     * @param data features x samples
     * @param samples the columns to look at, at least one
     */
    public static Standardiser fit(Tensor data, int[] samples) {
        int rows = data.shape().dim(0);
        double[] mean = new double[rows];
        double[] deviation = new double[rows];
        for (int row = 0; row < rows; row++) {
            double[] values = new double[samples.length];
            for (int i = 0; i < samples.length; i++) {
                values[i] = data.get(row, samples[i]);
            }
            fitRow(values, row, mean, deviation);
        }
        return new Standardiser(Tensor.vector(mean), Tensor.vector(deviation));
    }

    private static void fitRow(double[] values, int row, double[] mean, double[] deviation) {
        double largest = 0;
        boolean constant = true;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
            constant &= value == values[0];
        }
        if (constant) {
            mean[row] = values[0];
            deviation[row] = 1;
            return;
        }
        // in units of a power of two near the largest number, so that no square overflows or vanishes
        double unit = Math.scalb(1.0, Math.getExponent(largest));
        double sum = 0;
        for (double value : values) {
            sum += value / unit;
        }
        double middle = sum / values.length;
        double squares = 0;
        for (double value : values) {
            double distance = value / unit - middle;
            squares += distance * distance;
        }
        mean[row] = middle * unit;
        deviation[row] = Math.sqrt(squares / values.length) * unit;
    }

    /**
     * The numbers in standard units.
     *
     * @param data features x samples, or the features of one sample
     * @return same size and type
     * @throws ShapeException when the number of rows differs
     */
    public Tensor apply(Tensor data) {
        return each(data, (value, row) -> (value - mean.get(row)) / deviation.get(row));
    }

    /** The numbers in their own units again: undoes {@link #apply}. Sizes and errors as there. */
    public Tensor invert(Tensor data) {
        return each(data, (value, row) -> value * deviation.get(row) + mean.get(row));
    }

    private interface Change {
        double of(double value, int row);
    }

    private Tensor each(Tensor data, Change change) {
        Shape shape = data.shape();
        if (shape.rank() == 0 || shape.dim(0) != mean.size()) {
            throw new ShapeException("standardising needs " + mean.size() + " rows, got " + shape);
        }
        double[] values = data.toDoubles();
        int width = mean.size() == 0 ? 0 : values.length / mean.size();
        for (int i = 0; i < values.length; i++) {
            values[i] = change.of(values[i], i / width);
        }
        return Tensor.of(shape, data.dtype(), values);
    }
}
