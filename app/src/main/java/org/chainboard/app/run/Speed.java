package org.chainboard.app.run;

import org.chainboard.engine.train.Pace;

/** How fast training goes. */
public enum Speed {
    /** Slow enough to follow every number. */
    SLOW("speed.slow", new Pace(5)),
    /** A small network is learned in about twenty seconds. */
    WATCH("speed.watch", new Pace(60)),
    /** As fast as the machine can. */
    FLAT_OUT("speed.flatOut", Pace.FLAT_OUT);

    private final String textKey;
    private final Pace pace;

    Speed(String textKey, Pace pace) {
        this.textKey = textKey;
        this.pace = pace;
    }

    /** The key of its name in the texts. */
    public String textKey() {
        return textKey;
    }

    Pace pace() {
        return pace;
    }
}
