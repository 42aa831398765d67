package org.chainboard.engine.backend.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share out numbered pieces of work with the thread that asks. Who does which piece is left to chance, so
 * a piece must not depend on it.
 */
final class Workers implements AutoCloseable {
    /** How often a thread looks for work before it goes to sleep: about 50 µs. */
    private static final int LOOKS = 20_000;

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();
    private Piece piece;
    private int count;
    /** Counts the runs; to be changed after all that belongs to one. */
    private volatile int run;

    private volatile Throwable failure;
    private volatile boolean closed;

    /** A piece of work. */
    interface Piece {
        /** Does piece {@code number}; {@code thread} counts from 0, two pieces at one time have different ones. */
        void run(int number, int thread);
    }

    /** With {@code count} threads in all, the asking one included. */
    Workers(int count) {
        for (int i = 1; i < count; i++) {
            int number = i;
            Thread thread = new Thread(() -> serve(number), "chainboard-compute-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    int count() {
        return threads.size() + 1;
    }

    /** Does pieces 0 ... count - 1 and comes back when all are done. */
    void run(int count, Piece piece) {
        if (threads.isEmpty() || count < 2) {
            for (int i = 0; i < count; i++) {
                piece.run(i, 0);
            }
            return;
        }
        next.set(0);
        busy.set(threads.size());
        this.piece = piece;
        this.count = count;
        run = run + 1;
        for (int i = 0; i < threads.size(); i++) {
            LockSupport.unpark(threads.get(i));
        }
        try {
            take(0);
        } finally {
            while (busy.get() > 0) {
                Thread.onSpinWait();
            }
        }
        if (failure != null) {
            throw new IllegalStateException("a compute thread failed", failure);
        }
    }

    private void take(int thread) {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            piece.run(i, thread);
        }
    }

    private void serve(int thread) {
        int done = 0;
        while (!closed) {
            int begun = awaited(done);
            if (begun != done) {
                try {
                    take(thread);
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                done = begun;
                busy.decrementAndGet();
            }
        }
    }

    private int awaited(int done) {
        for (int i = 0; i < LOOKS && run == done; i++) {
            Thread.onSpinWait();
        }
        while (run == done && !closed) {
            LockSupport.park(this);
        }
        return run;
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(LockSupport::unpark);
    }
}
