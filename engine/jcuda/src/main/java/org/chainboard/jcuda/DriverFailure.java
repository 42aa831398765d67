package org.chainboard.jcuda;

/** The driver answered a call with an error. */
final class DriverFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    /** @param code the {@code CUresult} */
    DriverFailure(int code) {
        super("CUDA error " + code);
        this.code = code;
    }

    int code() {
        return code;
    }
}
