package org.chainboard.app.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's sentences, by key. A key without a sentence is a bug and throws. */
public final class Texts {
    private static final String BUNDLE = "org.chainboard.ui.i18n.messages";

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The sentences in the language nearest to the given one. */
    public static Texts in(Locale language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(BUNDLE, language, control));
    }

    /**
     * The sentence of a key with its arguments put in; numbers read the same everywhere ({@code 12,480}).
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    /** Whether there is a sentence, for tables whose rows may have one. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
