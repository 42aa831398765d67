package org.chainboard.nd4j;

/** One step of a plan with everything it needs in place. */
@FunctionalInterface
interface Call {
    /** Reads the inputs' memory and writes the result's. */
    void run();

    /** This call, then {@code next}. */
    default Call then(Call next) {
        return () -> {
            run();
            next.run();
        };
    }
}
