package org.chainboard.engine.network;

/**
 * Something a person can mend, as a value.
 *
 * @param code which kind, for programs
 * @param place the id of the node it belongs to; empty for the whole network
 * @param sentence what is wrong, with what was expected and what came, and what to do next
 */
public record Problem(Code code, String place, String sentence) {

    /** The kinds of problem. */
    public enum Code {
        /** There is no input node, or more than one. */
        INPUT,
        /** There is no loss node, or more than one. */
        LOSS,
        /** A port that needs a wire has none. */
        UNCONNECTED,
        /** Sizes do not go together. */
        SIZE,
        /** A typed function cannot be read. */
        FUNCTION,
        /** A setting is outside what is allowed. */
        SETTING,
        /** Wires lead back to where they came from. */
        CYCLE
    }
}
