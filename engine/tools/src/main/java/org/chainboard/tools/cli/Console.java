package org.chainboard.tools.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes, in UTF-8 whatever the system says.
 *
 * @param in what is piped in
 * @param out results; not flushed by itself
 * @param err everything else
 */
public record Console(InputStream in, PrintStream out, PrintStream err) {
    /** That of the process. */
    public static Console system() {
        return new Console(
                new FileInputStream(FileDescriptor.in),
                stream(FileDescriptor.out, false),
                stream(FileDescriptor.err, true));
    }

    private static PrintStream stream(FileDescriptor descriptor, boolean autoFlush) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)), autoFlush, StandardCharsets.UTF_8);
    }
}
