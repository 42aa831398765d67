package org.chainboard.tools.project;

import java.util.Arrays;
import java.util.Optional;

/** Which numbers are brought to mean 0 and deviation 1 before training. */
public enum Standardise {
    /** All numbers stay as they are. */
    NONE("none"),
    /** What the model sees. */
    INPUTS("inputs"),
    /** What the model sees and, where they are not classes, what it should say. */
    ALL("all");

    private final String text;

    Standardise(String text) {
        this.text = text;
    }

    /** The name in files and on the command line. */
    public String text() {
        return text;
    }

    /** The row of this name. */
    public static Optional<Standardise> parse(String name) {
        return Arrays.stream(values()).filter(row -> row.text.equals(name)).findFirst();
    }
}
