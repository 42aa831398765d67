package org.chainboard.tools.training;

/** A project cannot be trained as it is; the message is a sentence for people. */
public final class TaskException extends Exception {
    private static final long serialVersionUID = 1L;

    TaskException(String sentence) {
        super(sentence);
    }

    TaskException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
