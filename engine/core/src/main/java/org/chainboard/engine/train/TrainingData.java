package org.chainboard.engine.train;

import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * What a run learns from and is judged by, standardised already where that is wanted.
 *
 * @param x inputs of the training part, features x samples
 * @param y targets of the training part, outputs x samples; one-hot columns for classes
 * @param testX inputs of the test part; may have no samples
 * @param testY targets of the test part
 * @param classes whether the targets are classes, so that an accuracy makes sense
 */
public record TrainingData(Tensor x, Tensor y, Tensor testX, Tensor testY, boolean classes) {
    public TrainingData {
        requirePairs(x.shape(), y.shape());
        requirePairs(testX.shape(), testY.shape());
        if (x.shape().dim(1) == 0) {
            throw new ShapeException("training needs at least one sample");
        }
    }

    private static void requirePairs(Shape x, Shape y) {
        if (x.rank() != 2 || y.rank() != 2 || x.dim(1) != y.dim(1)) {
            throw new ShapeException(
                    "inputs are features×samples and targets outputs×samples with as many samples, got " + x + " and "
                            + y);
        }
    }

    /** Number of training samples. */
    public int samples() {
        return x.shape().dim(1);
    }

    /** Whether there is a test part. */
    public boolean hasTest() {
        return testX.shape().dim(1) > 0;
    }
}
