package org.chainboard.engine.expr;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What reading a function has to say to people; the words stand in the engine's bundle under {@code expr}. */
final class Sentences {
    private Sentences() {}

    static String get(String key, Object... values) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("expr." + key);
        Object[] words = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(words);
    }
}
