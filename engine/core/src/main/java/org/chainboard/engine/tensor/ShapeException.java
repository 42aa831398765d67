package org.chainboard.engine.tensor;

/** Two sizes do not go together. The message is a sentence for people: what was needed and what came. */
public final class ShapeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With a sentence that says what was needed and what came. */
    public ShapeException(String message) {
        super(message);
    }
}
