package org.chainboard.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** Light or dark. */
public enum Look {
    LIGHT("theme.light", "tokens-light.css", new PrimerLight().getUserAgentStylesheet()),
    DARK("theme.dark", "tokens-dark.css", new PrimerDark().getUserAgentStylesheet());

    private final String textKey;
    private final String tokens;
    private final String base;

    Look(String textKey, String tokens, String base) {
        this.textKey = textKey;
        this.tokens = tokens;
        this.base = base;
    }

    /** The key of its name in {@link Texts}. */
    public String textKey() {
        return textKey;
    }

    /** The other one. */
    public Look other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    String tokens() {
        return tokens;
    }

    String base() {
        return base;
    }
}
