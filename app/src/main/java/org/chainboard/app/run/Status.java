package org.chainboard.app.run;

/**
 * What the session is doing, for buttons and the status line.
 *
 * @param sentence why it is not doing more; empty where there is nothing to say
 */
public record Status(State state, String sentence) {

    /** The states of a session. */
    public enum State {
        /** There is a problem to mend first. */
        IDLE,
        /** A changed document is being made ready. */
        COMPILING,
        /** Ready for the first step. */
        READY,
        /** Stepping. */
        RUNNING,
        /** Held. */
        PAUSED,
        /** Stopped by itself. */
        FAILED
    }

    /** Whether a step can be asked for now; while compiling it is taken as soon as that is done. */
    public boolean canStep() {
        return state == State.READY || state == State.RUNNING || state == State.PAUSED || state == State.COMPILING;
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }
}
