package org.chainboard.jcuda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What was taken one after the other, to be given back in the opposite order. */
final class Taken implements AutoCloseable {
    private final Deque<Runnable> all = new ArrayDeque<>();

    /** Remembers {@code taken} and how it is given back. */
    <T> T with(T taken, Consumer<T> back) {
        all.push(() -> back.accept(taken));
        return taken;
    }

    @Override
    public void close() {
        while (!all.isEmpty()) {
            all.pop().run();
        }
    }
}
