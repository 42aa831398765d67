package org.chainboard.tools.csv;

/** What a column is for. */
public enum Role {
    /** The model sees it. */
    FEATURE,
    /** The model should predict it. */
    TARGET,
    /** It is left out. */
    IGNORE
}
