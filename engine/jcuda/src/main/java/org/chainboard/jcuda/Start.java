package org.chainboard.jcuda;

/** Work that is ready; to start it does not wait for its end. */
@FunctionalInterface
interface Start {
    /** @throws DriverFailure where the card does not take it */
    void start();
}
