package org.chainboard.tools.training;

import org.chainboard.engine.data.Dataset;
import org.chainboard.engine.tensor.Tensor;

/** Rows and columns of matrices as plain arrays, for plots. */
final class Rows {
    private Rows() {}

    /** One row of a matrix. */
    static double[] of(Tensor matrix, int row) {
        double[] values = new double[matrix.shape().dim(1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(row, i);
        }
        return values;
    }

    /** The class of every sample. */
    static int[] labels(Dataset data) {
        int[] labels = new int[data.samples()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.label(i);
        }
        return labels;
    }

    /** For every column, the row with the largest number. */
    static int[] largest(Tensor matrix) {
        int[] largest = new int[matrix.shape().dim(1)];
        for (int column = 0; column < largest.length; column++) {
            for (int row = 1; row < matrix.shape().dim(0); row++) {
                if (matrix.get(row, column) > matrix.get(largest[column], column)) {
                    largest[column] = row;
                }
            }
        }
        return largest;
    }
}
