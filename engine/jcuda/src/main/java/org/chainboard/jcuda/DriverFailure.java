package org.chainboard.jcuda;

/** The driver, or cuBLAS, answered a call with an error. Leaves this package only as a sentence. */
final class DriverFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    static final int OUT_OF_MEMORY = 2;
    static final int OLD_CARD_FOR_PTX = 209;
    static final int OLD_DRIVER_FOR_PTX = 222;

    /** From here on the context is lost, and every later call in it fails too. */
    private static final int FIRST_LASTING = 700;

    private static final int AFTER_LASTING = 800;
    private static final int UNKNOWN = 999;

    private final int code;

    /** @param code the {@code CUresult} */
    DriverFailure(int code) {
        this(code, "CUDA error " + code);
    }

    /** @param said the code and what it means, for a message */
    DriverFailure(int code, String said) {
        super(said);
        this.code = code;
    }

    int code() {
        return code;
    }

    /** Whether the card will answer nothing more. */
    boolean lasts() {
        return (code >= FIRST_LASTING && code < AFTER_LASTING) || code == UNKNOWN;
    }
}
