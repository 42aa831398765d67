package org.chainboard.engine.tensor;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A named holder of a tensor that a program may change, compared by identity: two holders of equal numbers are two
 * variables, and one holder used in two places is one.
 *
 * <p>While a backend has the program bound, the backend's copy is the current one; {@link #value} is what was there when
 * it was last read back.
 */
public abstract sealed class Variable permits Parameter, State {
    private final String name;
    private Tensor value;

    Variable(String name, Tensor value) {
        this.name = Objects.requireNonNull(name);
        this.value = Objects.requireNonNull(value);
    }

    /** The path by which people know it, such as {@code Dense₂.W}. */
    public final String name() {
        return name;
    }

    /** The numbers it holds. */
    public final Tensor value() {
        return value;
    }

    /** Its size, which never changes. */
    public final Shape shape() {
        return value.shape();
    }

    /** Its precision, which never changes. */
    public final DType dtype() {
        return value.dtype();
    }

    /** Replaces the numbers. @throws ShapeException when the size differs from that of the value held so far */
    public final void set(Tensor newValue) {
        if (!newValue.shape().equals(value.shape())) {
            throw new ShapeException(name + " holds " + value.shape() + ", got " + newValue.shape());
        }
        value = newValue.cast(value.dtype());
    }

    /** Replaces the numbers by what {@code change} makes of them: {@code W.update(w -> w.minus(gs.get(W).times(0.1)))}. */
    public final void update(UnaryOperator<Tensor> change) {
        set(change.apply(value));
    }

    @Override
    public final String toString() {
        return name + " (" + shape() + ")";
    }
}
