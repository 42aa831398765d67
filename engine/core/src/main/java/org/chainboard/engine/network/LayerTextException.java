package org.chainboard.engine.network;

/** A text is no layer; the message is a sentence for people: what is wrong, what would be right, and where. */
public final class LayerTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int at;

    LayerTextException(ChainProblem problem) {
        super(problem.message() + " (at character " + (problem.at() + 1) + ")");
        this.at = problem.at();
    }

    /** The character it is about, from 0. */
    public int at() {
        return at;
    }
}
