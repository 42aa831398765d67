package org.chainboard.engine.train;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What training has to say to people; the words stand in the engine's bundle. */
final class Sentences {
    private Sentences() {}

    static String notFinite(long step) {
        String pattern = ResourceBundle.getBundle("org.chainboard.engine.sentences", Locale.ROOT)
                .getString("train.notFinite");
        return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {Long.toString(step)});
    }
}
