package org.chainboard.engine.loss;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.chainboard.engine.op.Var;

/** How a loss takes many numbers to one; {@code agg} in Flux. */
public enum Agg {
    /** The mean, so that the loss does not depend on the size of the batch. */
    MEAN,
    /** The sum. */
    SUM;

    /** The name in Flux, such as {@code mean}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The row with this name. */
    public static Optional<Agg> parse(String name) {
        return Arrays.stream(values()).filter(row -> row.text().equals(name)).findFirst();
    }

    /** Over all numbers. */
    Var ofNumbers(Var terms) {
        return this == SUM ? terms.sum() : terms.mean();
    }

    /** Over the samples, of each one's sum over its features. */
    Var ofSamples(Var terms) {
        int features = terms.shape().isScalar() ? 1 : terms.shape().dim(0);
        int samples = terms.shape().size() / Math.max(1, features);
        return this == SUM ? terms.sum() : terms.sum().div(Math.max(1, samples));
    }

    @Override
    public String toString() {
        return text();
    }
}
