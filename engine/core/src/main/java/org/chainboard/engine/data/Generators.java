package org.chainboard.engine.data;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * Sets that are made by a formula, one row each. The two of classes follow the sets of the same names in the TensorFlow
 * Playground: two inputs, each from about -5 to 5.
 */
public enum Generators {
    /** Two arms that wind 1.75 times around each other; noise moves a point by up to that much along each input. */
    TWO_SPIRALS("two-spirals", "Two spirals", 400, 0) {
        @Override
        Dataset make(int samples, Rng rng, double noise) {
            double[][] x = new double[2][samples];
            int[] labels = new int[samples];
            for (int i = 0; i < samples; i++) {
                int arm = i % 2;
                double along = (double) (i / 2) / ((samples + 1) / 2);
                double angle = 2 * Math.PI * TURNS * along + Math.PI * arm;
                x[0][i] = REACH * along * StrictMath.sin(angle) + rng.uniform(-1, 1) * noise;
                x[1][i] = REACH * along * StrictMath.cos(angle) + rng.uniform(-1, 1) * noise;
                labels[i] = arm;
            }
            return classes(x, List.of("first", "second"), labels);
        }
    },

    /**
     * Whether two numbers have the same sign, with a gap around the axes; noise is the share of the range by which a
     * point seems moved when its class is told.
     */
    XOR("xor", "XOR", 400, 0) {
        @Override
        Dataset make(int samples, Rng rng, double noise) {
            double[][] x = new double[2][samples];
            int[] labels = new int[samples];
            for (int i = 0; i < samples; i++) {
                boolean[] positive = new boolean[2];
                for (int axis = 0; axis < 2; axis++) {
                    double place = rng.uniform(-REACH, REACH);
                    x[axis][i] = place + (place > 0 ? GAP : -GAP);
                    positive[axis] = x[axis][i] + rng.uniform(-REACH, REACH) * noise > 0;
                }
                labels[i] = positive[0] == positive[1] ? 0 : 1;
            }
            return classes(x, List.of("same", "different"), labels);
        }
    },

    /** y = 2x + 1 for x from -2 to 2; noise is the standard deviation of what is added to y. */
    NOISY_LINE("noisy-line", "Noisy line", 100, 0.5) {
        @Override
        Dataset make(int samples, Rng rng, double noise) {
            double[] x = new double[samples];
            double[] y = new double[samples];
            for (int i = 0; i < samples; i++) {
                x[i] = rng.uniform(-2, 2);
                y[i] = 2 * x[i] + 1 + noise * rng.normal();
            }
            Shape row = Shape.of(1, samples);
            Tensor inputs = Tensor.of(row, DType.F64, x);
            return new Dataset(title(), inputs, Tensor.of(row, DType.F64, y), List.of("x"), List.of("y"), List.of());
        }
    };

    private static final double REACH = 5;
    private static final double TURNS = 1.75;
    private static final double GAP = 0.3;

    private final String id;
    private final String title;
    private final int samples;
    private final double noise;

    Generators(String id, String title, int samples, double noise) {
        this.id = id;
        this.title = title;
        this.samples = samples;
        this.noise = noise;
    }

    /** The name in files and on the command line. */
    public String id() {
        return id;
    }

    /** The row with this id. */
    public static Optional<Generators> parse(String id) {
        return Arrays.stream(values()).filter(row -> row.id.equals(id)).findFirst();
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** How many samples it has unless somebody asks for another number. */
    public int samples() {
        return samples;
    }

    /** How much noise it has unless somebody asks for more or less. */
    public double noise() {
        return noise;
    }

    /**
     * The set, a pure function of its arguments.
     *
     * @param samples at least 1
     * @param noise at least 0; each row says what it means
     * @throws IllegalArgumentException when an argument is outside that
     */
    public Dataset make(int samples, long seed, double noise) {
        if (samples < 1 || !(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    title + " needs a sample and no negative noise, got " + samples + " and " + noise);
        }
        return make(samples, new Rng(seed, Rng.stream(id)), noise);
    }

    abstract Dataset make(int samples, Rng rng, double noise);

    final Dataset classes(double[][] x, List<String> names, int[] labels) {
        return Dataset.ofClasses(title, Tensor.matrix(x), List.of("x₁", "x₂"), "class", names, labels);
    }
}
