package org.chainboard.jcuda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.chainboard.engine.tensor.DType;

/** Whether the numbers of a kernel are those of the definition. */
final class Close {
    private static final double FLOAT = 1e-6;
    private static final double DOUBLE = 1e-12;

    /** What nothing should touch. */
    static final double UNTOUCHED = 7777;

    private Close() {}

    /** Where the numbers differ by more than rounding; a zero, an infinity and NaN must be the very same. */
    static List<String> differences(DType dtype, double[] actual, double[] expected) {
        return differences(dtype, actual, expected, expected);
    }

    /** @param scales to which the differences are seen */
    static List<String> differences(DType dtype, double[] actual, double[] expected, double[] scales) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < expected.length; i++) {
            if (!near(dtype, actual[i], expected[i], scales[i])) {
                found.add("[" + i + "] is " + actual[i] + " instead of " + expected[i]);
            }
        }
        if (actual.length != expected.length) {
            found.add(actual.length + " numbers instead of " + expected.length);
        }
        return found;
    }

    private static boolean near(DType dtype, double actual, double expected, double scale) {
        if (Double.compare(actual, expected) == 0) {
            return true;
        }
        double tiny = dtype == DType.F64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        double allowed = (dtype == DType.F64 ? DOUBLE : FLOAT) * Math.max(Math.abs(scale), tiny);
        boolean zeros = expected == 0 && actual == 0;
        return !zeros && Double.isFinite(expected) && Math.abs(actual - expected) <= allowed;
    }

    /** Numbers around 0, the same every time, as the type holds them. */
    static double[] random(DType dtype, int size, long seed) {
        Random random = new Random(seed);
        return random.doubles(size, -2, 2).map(dtype::round).toArray();
    }

    /** One array after the other. */
    static double[] join(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Untouched places. */
    static double[] room(int size) {
        double[] room = new double[size];
        Arrays.fill(room, UNTOUCHED);
        return room;
    }
}
