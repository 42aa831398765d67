package org.chainboard.engine.layer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * How the weights of a layer start, as Flux 0.16 defines it. A weight matrix is outputs x inputs, so its fan-in is the
 * number of columns and its fan-out the number of rows. The numbers of a row can be changed: {@code
 * Init.KAIMING_NORMAL.with("gain", 1)}.
 */
public enum Init implements Initialiser {
    /** Uniform within ±gain √(6 / (fan-in + fan-out)); Glorot and Bengio, 2010. The usual choice. */
    GLOROT_UNIFORM("glorot_uniform", Recipes::glorotUniform, gain(1)),
    /** Normal with deviation gain √(2 / (fan-in + fan-out)). */
    GLOROT_NORMAL("glorot_normal", Recipes::glorotNormal, gain(1)),
    /** Uniform within ±gain √(3 / fan-in); He et al., 2015. For relu. */
    KAIMING_UNIFORM("kaiming_uniform", Recipes::kaimingUniform, gain(Math.sqrt(2))),
    /** Normal with deviation gain / √fan-in. */
    KAIMING_NORMAL("kaiming_normal", Recipes::kaimingNormal, gain(Math.sqrt(2))),
    /** Normal with deviation 1 / √fan-in, cut off at ±2; LeCun et al., 1998. For selu. */
    LECUN_NORMAL("lecun_normal", Recipes::lecunNormal),
    /** Normal with this mean and deviation, within lo and hi. */
    TRUNCATED_NORMAL(
            "truncated_normal",
            Recipes::truncatedNormal,
            number("mean", 0),
            number("std", 1),
            number("lo", -2),
            number("hi", 2)),
    /** Rows or columns, whichever are fewer, at right angles and of length gain; Saxe et al., 2014. */
    ORTHOGONAL("orthogonal", Recipes::orthogonal, gain(1)),
    /** Normal with deviation std, and a share of zeros, sparsity, in each column; Martens, 2010. Matrices only. */
    SPARSE_INIT("sparse_init", Recipes::sparse, number("sparsity", 0.1), number("std", 0.01)),
    /** The identity matrix times gain; a vector is zeros. */
    IDENTITY_INIT("identity_init", Recipes::identity, gain(1)),
    /** Uniform between 0 and 1. */
    RAND("rand", (rng, shape, of) -> Recipes.each(shape, rng::uniform)),
    /** Normal with mean 0 and deviation 1. */
    RANDN("randn", (rng, shape, of) -> Recipes.each(shape, rng::normal)),
    /** All 0. */
    ZEROS("zeros", (rng, shape, of) -> Recipes.each(shape, () -> 0)),
    /** All 1. */
    ONES("ones", (rng, shape, of) -> Recipes.each(shape, () -> 1));

    /** Makes all numbers of an array, row by row. */
    interface Recipe {
        double[] draw(Rng rng, Shape shape, Map<String, Double> numbers);
    }

    private final String text;
    private final Recipe recipe;
    private final Map<String, Double> numbers;

    @SafeVarargs
    Init(String text, Recipe recipe, Map.Entry<String, Double>... numbers) {
        this.text = text;
        this.recipe = recipe;
        Map<String, Double> usual = new LinkedHashMap<>();
        for (Map.Entry<String, Double> number : numbers) {
            usual.put(number.getKey(), number.getValue());
        }
        this.numbers = Collections.unmodifiableMap(usual);
    }

    private static Map.Entry<String, Double> gain(double usual) {
        return number("gain", usual);
    }

    private static Map.Entry<String, Double> number(String name, double usual) {
        return Map.entry(name, usual);
    }

    /** The name in Flux, such as {@code glorot_uniform}. */
    @Override
    public String text() {
        return text;
    }

    /** Its numbers, such as the gain, with their usual values; Flux has none for sparsity. */
    public Map<String, Double> numbers() {
        return numbers;
    }

    /** This row with one of its {@link #numbers} changed. @throws IllegalArgumentException when it has no such number */
    public Initialiser with(String name, double number) {
        return with(Map.of(name, number));
    }

    /** This row with some of its {@link #numbers} changed. @throws IllegalArgumentException when it has no such number */
    public Initialiser with(Map<String, Double> changed) {
        return new Tuned(this, changed);
    }

    /** The row with this name. */
    public static Optional<Init> parse(String name) {
        // Flux's zeros32, ones32, rand32 and randn32 say the number type too, which here is the layer's
        String plain = name.endsWith("32") ? name.substring(0, name.length() - 2) : name;
        return Arrays.stream(values()).filter(row -> row.text.equals(plain)).findFirst();
    }

    /** A weight matrix of {@code out} rows and {@code in} columns, drawn row by row. */
    public Tensor matrix(int out, int in, DType dtype, Rng rng) {
        return draw(Shape.of(out, in), dtype, rng);
    }

    @Override
    public Tensor draw(Shape shape, DType dtype, Rng rng) {
        return draw(shape, dtype, rng, numbers);
    }

    private Tensor draw(Shape shape, DType dtype, Rng rng, Map<String, Double> with) {
        return Tensor.of(shape, dtype, recipe.draw(rng, shape, with));
    }

    @Override
    public String toString() {
        return text;
    }

    /**
     * A row with numbers of its own.
     *
     * @param row of the table
     * @param changed the numbers that are not the usual ones
     */
    private record Tuned(Init row, Map<String, Double> changed) implements Initialiser {
        Tuned {
            for (String name : changed.keySet()) {
                if (!row.numbers.containsKey(name)) {
                    throw new IllegalArgumentException(
                            row + " has no number “" + name + "”, but " + row.numbers.keySet());
                }
            }
            changed = Map.copyOf(changed);
        }

        @Override
        public Tensor draw(Shape shape, DType dtype, Rng rng) {
            Map<String, Double> with = new LinkedHashMap<>(row.numbers);
            with.putAll(changed);
            return row.draw(shape, dtype, rng, with);
        }

        /** In the order of the row. */
        @Override
        public String text() {
            Object[] parts = row.numbers.keySet().stream()
                    .filter(changed::containsKey)
                    .map(name -> name + "=" + Amount.text(changed.get(name)))
                    .toArray();
            return parts.length == 0 ? row.text : Fits.call(row.text, parts);
        }

        @Override
        public String toString() {
            return text();
        }
    }
}
