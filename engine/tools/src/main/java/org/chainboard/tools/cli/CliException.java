package org.chainboard.tools.cli;

import org.chainboard.engine.expr.SyntaxProblem;
import org.chainboard.tools.words.Words;

/** Something the person at the command line can put right; the message is a sentence that says what and how. */
public final class CliException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int NOWHERE = -1;
    private static final Words WORDS = new Words("cli");

    private final String text;
    private final int at;

    /** The sentence {@code cli.<key>} of the bundle. */
    public CliException(String key, Object... values) {
        this(WORDS.get(key, values), null, NOWHERE);
    }

    private CliException(String message, String text, int at) {
        super(message);
        this.text = text;
        this.at = at;
    }

    /** A sentence that is made already. */
    static CliException saying(String message) {
        return new CliException(message, null, NOWHERE);
    }

    /** A typed function that cannot be read. */
    static CliException in(String text, SyntaxProblem problem) {
        return new CliException(problem.message(), text, problem.at());
    }

    /** The same, about the character {@code at} of {@code text}. */
    CliException at(String text, int at) {
        return new CliException(getMessage(), text, at);
    }

    /** Whether it is about a character of a text. */
    boolean hasPlace() {
        return at != NOWHERE;
    }

    /** The character it is about, from 0. */
    int at() {
        return at;
    }

    /** The sentence, and below it the text with a mark under the character it is about. */
    String shown() {
        return hasPlace() ? getMessage() + System.lineSeparator() + Pointer.at(text, at) : getMessage();
    }
}
