package org.chainboard.engine.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** Arrays by places: the second implementation says for each place of a result what stands there. */
final class Plain {
    private Plain() {}

    /** The array in which at each place stands what {@code number} says. */
    static Tensor array(Shape size, ToDoubleFunction<int[]> number) {
        double[] numbers = new double[size.size()];
        for (int flat = 0; flat < numbers.length; flat++) {
            numbers[flat] = number.applyAsDouble(place(size, flat));
        }
        return Tensor.of(size, DType.F64, numbers);
    }

    static int[] place(Shape size, int flat) {
        int[] place = new int[size.rank()];
        int rest = flat;
        for (int axis = size.rank() - 1; axis >= 0; axis--) {
            place[axis] = rest % size.dim(axis);
            rest /= size.dim(axis);
        }
        return place;
    }

    /** The number at {@code place}; axes that the array lacks, or has with size 1, do not matter. */
    static double at(Tensor x, int... place) {
        int flat = 0;
        for (int axis = 0; axis < x.shape().rank(); axis++) {
            int dim = x.shape().dim(axis);
            flat = flat * dim + (dim == 1 ? 0 : place[axis]);
        }
        return x.get(flat);
    }

    /** {@code reduce} of the numbers along {@code axes}, which stay with size 1 or go. */
    static Tensor reduced(Tensor x, boolean stay, ToDoubleFunction<double[]> reduce, int... axes) {
        List<Integer> gone = new ArrayList<>();
        for (int axis = 0; axis < x.shape().rank(); axis++) {
            int each = axis;
            if (axes.length == 0 || Arrays.stream(axes).anyMatch(a -> a == each)) {
                gone.add(axis);
            }
        }
        int[] ones = x.shape().dims();
        gone.forEach(axis -> ones[axis] = 1);
        Tensor kept = array(Shape.of(ones), place -> reduce.applyAsDouble(fibre(x, place, gone)));
        int[] rest = new int[ones.length - gone.size()];
        for (int axis = 0, next = 0; axis < ones.length; axis++) {
            if (!gone.contains(axis)) {
                rest[next++] = ones[axis];
            }
        }
        return stay ? kept : kept.reshape(Shape.of(rest));
    }

    private static double[] fibre(Tensor x, int[] place, List<Integer> gone) {
        List<Double> found = new ArrayList<>();
        for (int flat = 0; flat < x.size(); flat++) {
            int[] there = place(x.shape(), flat);
            gone.forEach(axis -> there[axis] = 0);
            if (Arrays.equals(there, place)) {
                found.add(x.get(flat));
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
