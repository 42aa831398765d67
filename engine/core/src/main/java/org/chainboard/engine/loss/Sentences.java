package org.chainboard.engine.loss;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is to be said of the text of a loss; the words stand in the engine's bundle under {@code loss}. */
final class Sentences {
    private static final int LONGEST_QUOTE = 60;

    private Sentences() {}

    static String get(String key, Object... values) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("loss." + key);
        Object[] words = Arrays.stream(values).map(Sentences::brief).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(words);
    }

    private static String brief(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_QUOTE || text.contains(", ")
                ? text
                : text.substring(0, LONGEST_QUOTE - 1) + "…";
    }
}
