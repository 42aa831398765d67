package org.chainboard.engine.data;

import java.util.List;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Samples to learn from, in double precision; whoever trains in another precision casts them.
 *
 * @param name what people call it
 * @param x inputs, features x samples
 * @param y what the model should say, outputs x samples; with classes, 1 in the row of the sample's class, else 0
 * @param features the name of each row of {@code x}
 * @param targets the name of each row of {@code y}; with classes, the one name of what is classified, such as {@code
 *     species}
 * @param classes the name of each class in the order of the rows of {@code y}; empty where {@code y} is numbers
 */
public record Dataset(
        String name, Tensor x, Tensor y, List<String> features, List<String> targets, List<String> classes) {

    public Dataset {
        x = x.cast(DType.F64);
        y = y.cast(DType.F64);
        features = List.copyOf(features);
        targets = List.copyOf(targets);
        classes = List.copyOf(classes);
        requireRows("x", x, "features", features);
        requireRows("y", y, classes.isEmpty() ? "targets" : "classes", classes.isEmpty() ? targets : classes);
        if (x.shape().dim(1) != y.shape().dim(1)) {
            throw new IllegalArgumentException(
                    "x has " + x.shape().dim(1) + " samples, y has " + y.shape().dim(1));
        }
        if (!classes.isEmpty() && targets.size() != 1) {
            throw new IllegalArgumentException("classes have one target name, got " + targets);
        }
    }

    private static void requireRows(String what, Tensor values, String namesOf, List<String> names) {
        if (values.shape().rank() != 2 || values.shape().dim(0) != names.size()) {
            throw new IllegalArgumentException(
                    what + " is " + values.shape() + ", but there are " + names.size() + " " + namesOf);
        }
    }

    /**
     * A set of classes.
     *
     * @param labels for each sample, the index of its class
     */
    public static Dataset ofClasses(
            String name, Tensor x, List<String> features, String target, List<String> classes, int[] labels) {
        return new Dataset(name, x, oneHot(labels, classes.size()), features, List.of(target), classes);
    }

    /** A matrix classes x samples with 1 in each sample's row {@code labels[sample]} and 0 elsewhere. */
    public static Tensor oneHot(int[] labels, int classes) {
        double[] values = new double[classes * labels.length];
        for (int sample = 0; sample < labels.length; sample++) {
            values[labels[sample] * labels.length + sample] = 1;
        }
        return Tensor.of(Shape.of(classes, labels.length), DType.F64, values);
    }

    /** How many samples there are. */
    public int samples() {
        return x.shape().dim(1);
    }

    /** Whether the targets are classes, not numbers. */
    public boolean hasClasses() {
        return !classes.isEmpty();
    }

    /** The index of a sample's class: the row of {@code y} with the largest number. */
    public int label(int sample) {
        int label = 0;
        for (int row = 1; row < y.shape().dim(0); row++) {
            if (y.get(row, sample) > y.get(label, sample)) {
                label = row;
            }
        }
        return label;
    }

    /** Only these samples, in this order. */
    public Dataset take(int... chosen) {
        return new Dataset(name, take(x, chosen), take(y, chosen), features, targets, classes);
    }

    private static Tensor take(Tensor matrix, int[] chosen) {
        int rows = matrix.shape().dim(0);
        double[] values = new double[rows * chosen.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < chosen.length; i++) {
                values[row * chosen.length + i] = matrix.get(row, chosen[i]);
            }
        }
        return Tensor.of(Shape.of(rows, chosen.length), DType.F64, values);
    }

    /** Name and sizes. */
    @Override
    public String toString() {
        return name + " (x " + x.shape() + ", y " + y.shape() + ")";
    }
}
