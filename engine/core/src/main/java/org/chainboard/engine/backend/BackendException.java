package org.chainboard.engine.backend;

/** A backend cannot be used. The message is a sentence for people. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for people. */
    public BackendException(String message) {
        super(message);
    }

    /** With a sentence for people and what led to it. */
    public BackendException(String message, Throwable cause) {
        super(message, cause);
    }
}
