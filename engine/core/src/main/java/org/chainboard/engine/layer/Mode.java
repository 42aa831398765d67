package org.chainboard.engine.layer;

/** What a layer is applied for; an argument, never a setting, so that one layer can serve both at once. */
public enum Mode {
    /** A training step. */
    TRAIN,
    /** A prediction. */
    TEST
}
