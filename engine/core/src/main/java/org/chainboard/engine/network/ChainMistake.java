package org.chainboard.engine.network;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.chainboard.engine.expr.SyntaxProblem;

/** Leaves the reader of chains with a problem; it never leaves the package. */
final class ChainMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_QUOTE = 120;

    private final int at;

    /** The sentence {@code chain.<key>} of the engine's bundle, about the character {@code at}. */
    ChainMistake(int at, String key, Object... values) {
        super(sentence(key, values), null, false, false);
        this.at = at;
    }

    /** What is wrong with a function that starts at {@code start}. */
    ChainMistake(int start, SyntaxProblem problem) {
        super(problem.message(), null, false, false);
        this.at = start + problem.at();
    }

    private static String sentence(String key, Object... values) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("chain." + key);
        Object[] words = Arrays.stream(values).map(ChainMistake::brief).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(words);
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
    }

    ChainProblem problem() {
        return new ChainProblem(getMessage(), at);
    }
}
