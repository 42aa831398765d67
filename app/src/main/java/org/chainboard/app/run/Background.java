package org.chainboard.app.run;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads that work beside the window: one compiles, one does files. They end with the program. */
public final class Background implements AutoCloseable {
    private final ExecutorService compile = single("compile");
    private final ExecutorService io = single("io");

    private static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Reads data, checks drawings and compiles. */
    public Executor compile() {
        return compile;
    }

    /** Reads and writes files, and looks for hardware. */
    public Executor io() {
        return io;
    }

    /** What was begun is finished, nothing new is taken. */
    @Override
    public void close() {
        compile.shutdown();
        io.shutdown();
    }
}
