package org.chainboard.gpucheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** The program: all parts one after the other, or one of them in this process. */
public final class Main {
    private Main() {}

    /** Exits with 0 only when everything that was computed on the card agrees with the processor. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(args, out));
    }

    private static int run(String[] args, PrintStream out) throws IOException {
        Options options;
        try {
            options = Options.of(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
        Files.createDirectories(options.folder());
        if (options.alone() != null) {
            try (Notes notes = Notes.in(options.folder(), options.alone())) {
                options.alone().work(options, notes);
                notes.done();
            }
            return 0;
        }
        Report report = new Report(new Check(options, out).findings());
        Files.writeString(options.folder().resolve("report.md"), report.text());
        out.println();
        out.println(report.end());
        out.println(
                "This report is " + options.folder().resolve("report.md") + "; beside it stands what each part said.");
        return report.agrees() ? 0 : 1;
    }
}
