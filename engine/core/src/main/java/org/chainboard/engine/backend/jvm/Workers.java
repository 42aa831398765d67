package org.chainboard.engine.backend.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share out numbered pieces of work with the thread that asks. Each begins with a share of its own, the same
 * whenever there are as many pieces: what it wrote the last time is near it. Done with that it helps the others, so who
 * does which piece is left to chance in the end, and a piece must not depend on it.
 */
final class Workers implements AutoCloseable {
    /** How often a thread looks for work before it goes to sleep: about 50 µs. */
    private static final int LOOKS = 20_000;

    /** How far counters of different threads are apart: a line of the cache, so that they do not disturb one another. */
    private static final int APART = 16;

    private final List<Thread> threads = new ArrayList<>();
    /** The next piece of each thread's share. */
    private final AtomicIntegerArray next;

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
        this.next = new AtomicIntegerArray(APART * count);
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
        for (int i = 0; i < count(); i++) {
            next.set(APART * i, share(i, count));
        }
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

    /** Where the share of a thread begins. */
    private int share(int thread, int pieces) {
        return (int) ((long) pieces * thread / count());
    }

    private void take(int thread) {
        for (int i = 0; i < count(); i++) {
            int of = (thread + i) % count();
            int end = share(of + 1, count);
            for (int k = next.getAndIncrement(APART * of); k < end; k = next.getAndIncrement(APART * of)) {
                piece.run(k, thread);
            }
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
