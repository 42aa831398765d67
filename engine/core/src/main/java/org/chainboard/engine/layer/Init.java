package org.chainboard.engine.layer;

import java.util.Arrays;
import java.util.Optional;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/**
 * How the weights of a layer start, as Flux 0.16 defines it. A weight matrix is outputs x inputs, so its fan-in is the
 * number of columns and its fan-out the number of rows.
 */
public enum Init {
    /** Uniform within ±√(6 / (fan-in + fan-out)); Glorot and Bengio, 2010. The usual choice. */
    GLOROT_UNIFORM("glorot_uniform", (rng, in, out) -> uniform(rng, Math.sqrt(6.0 / (in + out)))),
    /** Normal with deviation √(2 / (fan-in + fan-out)). */
    GLOROT_NORMAL("glorot_normal", (rng, in, out) -> rng.normal() * Math.sqrt(2.0 / (in + out))),
    /** Uniform within ±√(6 / fan-in); He et al., 2015. For relu. */
    KAIMING_UNIFORM("kaiming_uniform", (rng, in, out) -> uniform(rng, Math.sqrt(6.0 / in))),
    /** Normal with deviation √(2 / fan-in). */
    KAIMING_NORMAL("kaiming_normal", (rng, in, out) -> rng.normal() * Math.sqrt(2.0 / in)),
    /** Uniform between 0 and 1. */
    RAND("rand", (rng, in, out) -> rng.uniform()),
    /** Normal with mean 0 and deviation 1. */
    RANDN("randn", (rng, in, out) -> rng.normal()),
    ZEROS("zeros", (rng, in, out) -> 0),
    ONES("ones", (rng, in, out) -> 1);

    /** Draws one number. */
    private interface Draw {
        double next(Rng rng, int fanIn, int fanOut);
    }

    private final String text;
    private final Draw draw;

    Init(String text, Draw draw) {
        this.text = text;
        this.draw = draw;
    }

    private static double uniform(Rng rng, double bound) {
        return rng.uniform(-bound, bound);
    }

    /** The name in Flux, such as {@code glorot_uniform}. */
    public String text() {
        return text;
    }

    /** The row with this name. */
    public static Optional<Init> parse(String name) {
        return Arrays.stream(values()).filter(row -> row.text.equals(name)).findFirst();
    }

    /** A weight matrix of {@code out} rows and {@code in} columns, drawn row by row. */
    public Tensor matrix(int out, int in, DType dtype, Rng rng) {
        double[] drawn = new double[Math.multiplyExact(out, in)];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = draw.next(rng, in, out);
        }
        return Tensor.of(Shape.of(out, in), dtype, drawn);
    }

    @Override
    public String toString() {
        return text;
    }
}
