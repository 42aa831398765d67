package org.chainboard.engine.optim;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** What reading an optimiser has to say to people; the words stand in the engine's bundle. */
final class Sentences {
    private Sentences() {}

    static String get(String key, Object... values) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("optim." + key);
        Object[] words = Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(pattern, Locale.ROOT).format(words);
    }
}
