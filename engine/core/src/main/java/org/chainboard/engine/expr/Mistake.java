package org.chainboard.engine.expr;

/** Leaves the lexer or the parser with a problem; it never leaves the package. */
final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int at;

    /** The sentence {@code key} of the bundle, about the character {@code at}. */
    Mistake(int at, String key, Object... values) {
        super(Sentences.get(key, values), null, false, false);
        this.at = at;
    }

    SyntaxProblem problem() {
        return new SyntaxProblem(getMessage(), at);
    }
}
