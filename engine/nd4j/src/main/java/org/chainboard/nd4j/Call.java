package org.chainboard.nd4j;

/** One step of a plan with everything it needs in place. */
@FunctionalInterface
interface Call extends AutoCloseable {
    /** Reads the inputs' memory and writes the result's. */
    void run();

    /** This call, then {@code next}. */
    default Call then(Call next) {
        Call first = this;
        return new Call() {
            @Override
            public void run() {
                first.run();
                next.run();
            }

            @Override
            public void close() {
                first.close();
                next.close();
            }
        };
    }

    /** Frees what was set up for it; most calls hold nothing. */
    @Override
    default void close() {}
}
