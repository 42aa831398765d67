package org.chainboard.tools.codegen;

/** A project cannot be exported; the message is a sentence for people. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    ExportException(String sentence) {
        super(sentence);
    }

    ExportException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
