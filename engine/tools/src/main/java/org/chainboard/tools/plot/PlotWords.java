package org.chainboard.tools.plot;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few words that plots write by themselves, from the window's bundle. */
final class PlotWords {
    private static final String BUNDLE = "org.chainboard.ui.i18n.messages";

    private PlotWords() {}

    /** {@code step 12,480}. */
    static String step(double step) {
        return word("plot.step", Numbers.whole(step));
    }

    /** {@code +12 more}. */
    static String more(int count) {
        return word("plot.more", count);
    }

    /** What the model says, beside its number. */
    static String model() {
        return word("plot.model");
    }

    /** The name of a class that has none. */
    static String unnamedClass(int number) {
        return word("plot.class", number);
    }

    /** What the columns of a confusion matrix are. */
    static String predicted() {
        return word("plot.predicted");
    }

    /** What the rows of a confusion matrix are. */
    static String actual() {
        return word("plot.actual");
    }

    private static String word(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE).getString(key);
        return new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
