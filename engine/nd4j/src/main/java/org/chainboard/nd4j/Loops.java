package org.chainboard.nd4j;

import java.util.List;
import org.chainboard.engine.eval.Kernel;
import org.chainboard.engine.eval.Kernels;
import org.chainboard.engine.tensor.Shape;

/** Ops that ND4J has not, or not as needed: loops over its memory. */
final class Loops {
    private Loops() {}

    /** ND4J's select wants an array of booleans; here the condition is an array of numbers. */
    static Call where(Operands to) {
        Numbers condition = to.in(0).numbers();
        Numbers yes = to.in(1).numbers();
        Numbers no = to.in(2).numbers();
        Numbers out = to.out().numbers();
        int size = to.size();
        return () -> {
            for (int i = 0; i < size; i++) {
                out.put(i, condition.get(i) != 0 ? yes.get(i) : no.get(i));
            }
        };
    }

    /** ND4J's largest number passes over NaN, which would hide that a step has failed. */
    static Call max(Operands to) {
        FlatArray target = to.out();
        Numbers x = to.in(0).numbers();
        Numbers out = target.numbers();
        int size = to.size();
        Stretch stretch = Stretch.of(to.result(), to.shape(0));
        int[] places = places(stretch, to.shape(0).size());
        return () -> {
            target.fill(size, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < places.length; i++) {
                out.put(places[i], Math.max(out.get(places[i]), x.get(i)));
            }
        };
    }

    /** For every element of the large array, where its partner in the small one lies. */
    private static int[] places(Stretch stretch, int count) {
        int[] places = new int[count];
        long[] strides = stretch.strides();
        for (int i = 0; i < count; i++) {
            long rest = i;
            long place = 0;
            for (int axis = strides.length - 1; axis >= 0; axis--) {
                place += rest % stretch.sizes()[axis] * strides[axis];
                rest /= stretch.sizes()[axis];
            }
            places[i] = Math.toIntExact(place);
        }
        return places;
    }

    /** ND4J's gather wants whole numbers as places; here they are numbers, and one outside is taken to the nearer end. */
    static Call take(Operands to) {
        Numbers x = to.in(0).numbers();
        Numbers index = to.in(1).numbers();
        Numbers out = to.out().numbers();
        int length = last(to.shape(0));
        int count = last(to.result());
        int rows = to.size() / count;
        return () -> {
            for (int j = 0; j < count; j++) {
                long place = place(index.get(j), length);
                for (int row = 0; row < rows; row++) {
                    out.put((long) row * count + j, x.get((long) row * length + place));
                }
            }
        };
    }

    /** ND4J scatters along the first axis only, and wants whole numbers as places. */
    static Call putAdd(Operands to) {
        FlatArray target = to.out();
        Numbers x = to.in(0).numbers();
        Numbers index = to.in(1).numbers();
        Numbers out = target.numbers();
        int size = to.size();
        int length = last(to.result());
        int count = last(to.shape(0));
        int rows = size / length;
        return () -> {
            target.fill(size, 0);
            for (int j = 0; j < count; j++) {
                long place = place(index.get(j), length);
                for (int row = 0; row < rows; row++) {
                    long at = (long) row * length + place;
                    out.put(at, out.get(at) + x.get((long) row * count + j));
                }
            }
        };
    }

    /** What every backend has to draw alike: the definition, on copies of the memory. */
    static Call defined(Operands to) {
        Numbers x = to.in(0).numbers();
        Numbers out = to.out().numbers();
        double[][] in = {new double[to.shape(0).size()]};
        double[] drawn = new double[to.size()];
        Kernel kernel = Kernels.of(
                to.node().op(), List.of(to.shape(0)), to.result(), to.node().dtype());
        return () -> {
            for (int i = 0; i < in[0].length; i++) {
                in[0][i] = x.get(i);
            }
            kernel.run(in, drawn);
            for (int i = 0; i < drawn.length; i++) {
                out.put(i, drawn[i]);
            }
        };
    }

    private static int last(Shape shape) {
        return shape.dim(shape.rank() - 1);
    }

    private static long place(double index, int length) {
        return (long) Math.max(0, Math.min(length - 1, index));
    }
}
