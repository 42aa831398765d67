package org.chainboard.app.inspector.part;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainboard.engine.grad.Gradient;
import org.chainboard.engine.layer.Layer;
import org.chainboard.engine.tensor.ShapeException;
import org.chainboard.engine.tensor.Tensor;

/**
 * A function of one number and its slope at evenly spaced places from -3 to 3, computed by the engine.
 *
 * @param slopes empty where the function works over a whole sample, as softmax does, and so has no one slope
 */
public record Bend(double[] xs, double[] ys, double[] slopes) {
    private static final int POINTS = 121;
    private static final int FEW = 5;
    private static final double REACH = 3;

    /** The curve of a layer; empty where it does not give a number for every number. */
    public static Optional<Bend> of(Layer layer) {
        double[] xs = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            xs[i] = REACH * (2.0 * i / (POINTS - 1) - 1);
        }
        try {
            Tensor sample = Tensor.vector(xs);
            Tensor result = layer.apply(sample);
            if (result.size() != POINTS) {
                return Optional.empty();
            }
            double[] ys = result.toDoubles();
            return Optional.of(new Bend(xs, ys, eachAlone(layer, xs, ys) ? slopes(layer, sample) : new double[0]));
        } catch (ShapeException e) {
            return Optional.empty();
        }
    }

    /** Whether a number's result does not depend on the other numbers. */
    private static boolean eachAlone(Layer layer, double[] xs, double[] ys) {
        double[] few = layer.apply(Tensor.vector(Arrays.copyOf(xs, FEW))).toDoubles();
        return Arrays.equals(few, Arrays.copyOf(ys, FEW));
    }

    private static double[] slopes(Layer layer, Tensor sample) {
        return Gradient.gradient(arguments -> layer.apply(arguments.get(0)).sum(), List.of(sample))
                .get(0)
                .toDoubles();
    }
}
