package org.chainboard.engine.layer;

import java.util.Optional;
import org.chainboard.engine.tensor.DType;
import org.chainboard.engine.tensor.Rng;
import org.chainboard.engine.tensor.Shape;
import org.chainboard.engine.tensor.Tensor;

/** How an array of parameters starts: a row of the table {@link Init}, or one with numbers of its own. */
public interface Initialiser {
    /** Fresh start values of this size, drawn row by row. */
    Tensor draw(Shape shape, DType dtype, Rng rng);

    /** The start that {@code text} says, as {@link #text} writes it; empty when it is none. */
    static Optional<Initialiser> parse(String text) {
        return InitText.parse(text);
    }

    /** As Flux writes it, such as {@code glorot_uniform} or {@code kaiming_normal(gain=1)}. */
    String text();
}
