package org.chainboard.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import org.chainboard.tools.plot.Palette;

/** Light or dark. */
public enum Look {
    LIGHT("theme.light", "tokens-light.css", new PrimerLight().getUserAgentStylesheet(), Palette.LIGHT),
    DARK("theme.dark", "tokens-dark.css", new PrimerDark().getUserAgentStylesheet(), Palette.DARK);

    private final String textKey;
    private final String tokens;
    private final String base;
    private final Palette palette;

    Look(String textKey, String tokens, String base, Palette palette) {
        this.textKey = textKey;
        this.tokens = tokens;
        this.base = base;
        this.palette = palette;
    }

    /** The key of its name in {@link Texts}. */
    public String textKey() {
        return textKey;
    }

    /** The colours of plots in this look. */
    public Palette palette() {
        return palette;
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
