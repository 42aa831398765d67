package org.chainboard.tools.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of one part of the tools.
 *
 * @param part what the keys of its sentences begin with
 */
public record Words(String part) {
    private static final String BUNDLE = "org.chainboard.ui.i18n.tools";
    private static final int LONGEST = 60;

    /** The bundle itself, for a library that looks sentences up by their whole key. */
    public static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE);
    }

    /** The sentence {@code <part>.<key>}; numbers are put in as they are, without thousands. */
    public String get(String key, Object... values) {
        Object[] plain = values.clone();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = String.valueOf(plain[i]);
        }
        String pattern = bundle().getString(part + "." + key);
        return new MessageFormat(pattern, Locale.ROOT).format(plain);
    }

    /** What somebody wrote, short enough to be quoted in a sentence. */
    public static String brief(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
