package org.chainboard.engine.backend;

/**
 * Looks for hardware beside the processor, such as a graphics card, that could train. Implementations are found through
 * {@link java.util.ServiceLoader}; making one touches nothing.
 */
public interface Accelerator {

    /**
     * Looks once; may take seconds, so never on a thread that must stay smooth. Never throws and never prints: what was
     * found, or why nothing was, is in the answer. Whoever asks keeps the answer.
     */
    Status probe();

    /**
     * What a look gave.
     *
     * @param found whether there is hardware that could train
     * @param name what its maker calls it; empty where nothing was found
     * @param sentence for people: what was found, or why nothing can be used
     */
    record Status(boolean found, String name, String sentence) {}
}
