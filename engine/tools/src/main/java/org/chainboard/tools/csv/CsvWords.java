package org.chainboard.tools.csv;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this package, from the window's bundle. */
final class CsvWords {
    private static final String BUNDLE = "org.chainboard.ui.i18n.messages";
    private static final int LONGEST = 40;

    private CsvWords() {}

    /** The sentence {@code csv.<key>}; whole numbers are written as an editor shows them, without thousands. */
    static String sentence(String key, Object... arguments) {
        Object[] plain = arguments.clone();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = String.valueOf(plain[i]);
        }
        String pattern = ResourceBundle.getBundle(BUNDLE).getString("csv." + key);
        return new MessageFormat(pattern, Locale.ROOT).format(plain);
    }

    /** {@code 1 column}, {@code 4 columns}. */
    static String columns(int count) {
        return sentence(count == 1 ? "column" : "columns", count);
    }

    /** A value from the file, short enough for a sentence. */
    static String brief(String value) {
        String line = value.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
